package io.certhall.backoffice.certificate.ui;

import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.certificate.HeldCertificate;
import java.time.Duration;
import java.time.Instant;

/** A certificate's state as its holder sees it: expiry is derived from the time. */
public final class CertificateStatus {

  private static final int USUAL_DAYS = 90;

  private CertificateStatus() {}

  public static StatusBadge badge(HeldCertificate held, HallSettings hall, Instant now) {
    return badge(held.state().name(), held.notAfter(), hall, now);
  }

  static StatusBadge badge(String state, Instant notAfter, HallSettings hall, Instant now) {
    String code = code(state, notAfter, hall, now);
    return new StatusBadge(Texts.of("CertificateState." + code), tone(code));
  }

  /** About to expire from the moment a renewal is possible, or the first reminder goes out. */
  static String code(String state, Instant notAfter, HallSettings hall, Instant now) {
    if (!state.equals("NORMAL")) {
      return state;
    }
    if (!notAfter.isAfter(now)) {
      return "EXPIRED";
    }
    return isExpiring(notAfter, hall, now) ? "EXPIRING" : "NORMAL";
  }

  public static boolean isExpiring(Instant notAfter, HallSettings hall, Instant now) {
    int days =
        hall.service("RENEW")
            .map(HallSettings.ServiceOffer::windowDays)
            .orElseGet(
                () ->
                    hall.expiryReminders().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(USUAL_DAYS));
    return notAfter.isAfter(now) && notAfter.minus(Duration.ofDays(days)).isBefore(now);
  }

  private static Tone tone(String state) {
    return switch (state) {
      case "NORMAL" -> Tone.DONE;
      case "EXPIRING" -> Tone.YOURS;
      case "LOCKED", "SUSPENDED" -> Tone.WRONG;
      default -> Tone.NEUTRAL;
    };
  }
}
