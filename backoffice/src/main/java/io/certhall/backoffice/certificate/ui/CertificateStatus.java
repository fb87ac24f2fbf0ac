package io.certhall.backoffice.certificate.ui;

import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.certificate.CertificateRow;
import java.time.Duration;
import java.time.Instant;

/** A certificate's state as its holder sees it: expiry is derived from the time. */
final class CertificateStatus {

  /** From here on a renewal is possible (GS-23). */
  private static final Duration EXPIRING = Duration.ofDays(90);

  private CertificateStatus() {}

  static StatusBadge badge(CertificateRow row, Instant now) {
    String state = code(row, now);
    return new StatusBadge(Texts.of("CertificateState." + state), tone(state));
  }

  static String code(CertificateRow row, Instant now) {
    if (!row.state().equals("NORMAL")) {
      return row.state();
    }
    if (!row.notAfter().isAfter(now)) {
      return "EXPIRED";
    }
    return row.notAfter().minus(EXPIRING).isBefore(now) ? "EXPIRING" : "NORMAL";
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
