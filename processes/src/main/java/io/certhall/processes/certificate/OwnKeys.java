package io.certhall.processes.certificate;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which certificate of a hall a plugged-in key carries: by its serial and its issuer. */
@Component
class OwnKeys {

  private final CertificateRegister register;

  OwnKeys(CertificateRegister register) {
    this.register = register;
  }

  /**
   * @throws Refusal RULE FIELD_REQUIRED without a serial, FOREIGN_KEY for a key of another issuer
   *     or hall, KEY_OF_OTHERS for one of another holder
   */
  HeldCertificate certificate(Actor actor, String hall, KeyReading reading) {
    if (reading.keySerial() == null || reading.keySerial().isBlank()) {
      throw Refusal.rule("keySerial", "FIELD_REQUIRED");
    }
    List<HeldCertificate> onKey =
        register.onMedium(reading.keySerial().strip()).stream()
            .filter(one -> one.hall().equals(hall) && isIssuer(one.issuer(), reading.issuer()))
            .toList();
    if (onKey.isEmpty()) {
      throw Refusal.rule("keySerial", "FOREIGN_KEY", reading.keySerial().strip());
    }
    Optional<HeldCertificate> own =
        onKey.stream().filter(one -> one.accountId() == actor.accountId()).findFirst();
    return own.orElseThrow(() -> Refusal.rule("keySerial", "KEY_OF_OTHERS"));
  }

  /** The whole name, or the CA's common name; a key that does not tell is judged by its serial. */
  static boolean isIssuer(String issuer, @Nullable String told) {
    if (told == null || told.isBlank()) {
      return true;
    }
    String known = plain(issuer);
    String given = plain(told);
    return known.equals(given)
        || List.of(known.split(",")).contains("cn=" + given)
        || List.of(known.split(",")).contains("o=" + given);
  }

  private static String plain(String name) {
    return name.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
