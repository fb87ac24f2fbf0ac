package io.certhall.processes.account;

import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.PartnerIssuer;
import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.signature.PresentedCertificate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Certificates of other issuers that a hall accepts for login (GS-13). What counts is the signature
 * of a CA certificate in the hall's settings, never a name.
 */
@Component
class PartnerKeys {

  private static final Logger log = LoggerFactory.getLogger(PartnerKeys.class);

  private final Clock clock;

  PartnerKeys(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param issuer its code
   */
  record Holder(String issuer, CreditCode unit) {}

  /**
   * Whose key it is; empty for a certificate that no accepted CA issued, that is not in its
   * validity, or that names no unit or more than one.
   *
   * @param hall null where none was chosen: nothing is accepted then
   */
  Optional<Holder> holder(@Nullable HallSettings hall, PresentedCertificate shown) {
    Instant now = clock.instant();
    if (hall == null || !shown.isForAuthentication() || !shown.isValidAt(now)) {
      return Optional.empty();
    }
    return hall.partnerIssuers().stream()
        .filter(
            partner -> authorities(hall, partner).stream().anyMatch(ca -> issued(ca, shown, now)))
        .findFirst()
        .flatMap(partner -> unit(partner, shown).map(unit -> new Holder(partner.code(), unit)));
  }

  private static boolean issued(PresentedCertificate ca, PresentedCertificate shown, Instant now) {
    return ca.isAuthority() && ca.isValidAt(now) && shown.isIssuedBy(ca);
  }

  private static List<PresentedCertificate> authorities(HallSettings hall, PartnerIssuer partner) {
    return partner.certificates().stream()
        .flatMap(
            pem -> {
              try {
                return java.util.stream.Stream.of(
                    PresentedCertificate.readFile(pem.getBytes(StandardCharsets.UTF_8)));
              } catch (IllegalArgumentException e) {
                log.warn(
                    "{}: a certificate of the partner issuer {} can't be read",
                    hall.code(),
                    partner.code());
                return java.util.stream.Stream.empty();
              }
            })
        .toList();
  }

  private static Optional<CreditCode> unit(PartnerIssuer partner, PresentedCertificate shown) {
    List<CreditCode> units =
        partner.creditCodeIn().stream()
            .flatMap(place -> shown.texts(place).stream())
            .flatMap(text -> CreditCode.parse(text).stream())
            .distinct()
            .toList();
    return units.size() == 1 ? Optional.of(units.getFirst()) : Optional.empty();
  }
}
