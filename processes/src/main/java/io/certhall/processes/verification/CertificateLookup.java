package io.certhall.processes.verification;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.CERTIFICATE_STATUS;
import static io.certhall.db.generated.Tables.ORGANISATION;

import io.certhall.processes.account.Throttle;
import io.certhall.processes.account.ThrottleLimit;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.status.RevocationReason;
import io.certhall.processes.verification.PublicCertificate.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Certificates found by strangers: by the whole serial number, or by an organisation's credit code
 * together with its whole name. Questions are counted per address.
 */
@Component
public class CertificateLookup {

  static final ThrottleLimit PER_ADDRESS =
      new ThrottleLimit("certificate-lookup", 120, Duration.ofMinutes(10));

  private static final int MOST = 50;

  private final DSLContext dsl;
  private final Throttle throttle;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CertificateLookup(
      DSLContext dsl, Throttle throttle, PlatformTransactionManager transactions, Clock clock) {
    this.dsl = dsl;
    this.throttle = throttle;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * @param address of who asks
   * @throws Refusal MALFORMED SERIAL_FORM; TOO_MANY LOOKUP_TOO_OFTEN; RULE LOOKUP_NOTHING_FOUND
   */
  public PublicCertificate bySerial(String serial, String address) {
    String digits = serial.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
    if (!digits.matches("[0-9A-F]{8,40}")) {
      throw Refusal.malformed("serial", "SERIAL_FORM");
    }
    count(address);
    return find(digits).orElseThrow(() -> Refusal.rule("serial", "LOOKUP_NOTHING_FOUND"));
  }

  /**
   * Signing certificates of an organisation, newest first.
   *
   * @throws Refusal MALFORMED FIELD_REQUIRED; TOO_MANY LOOKUP_TOO_OFTEN; RULE LOOKUP_NOTHING_FOUND,
   *     also when only one of both is right
   */
  public List<PublicCertificate> byOrganisation(String creditCode, String name, String address) {
    if (creditCode.isBlank()) {
      throw Refusal.malformed("creditCode", "FIELD_REQUIRED");
    }
    if (name.isBlank()) {
      throw Refusal.malformed("name", "FIELD_REQUIRED");
    }
    count(address);
    List<PublicCertificate> found =
        certificates(
            CERTIFICATE
                .KEY_USAGE
                .eq("SIGNING")
                .and(CERTIFICATE.ORGANISATION_NAME.eq(name.strip()))
                .and(
                    CERTIFICATE.ORGANISATION_ID.in(
                        dsl.select(ORGANISATION.ID)
                            .from(ORGANISATION)
                            .where(
                                ORGANISATION.CREDIT_CODE.eq(
                                    creditCode.strip().toUpperCase(Locale.ROOT))))));
    if (found.isEmpty()) {
      throw Refusal.rule("creditCode", "LOOKUP_NOTHING_FOUND");
    }
    return found;
  }

  /** Without counting: for certificates that somebody holds in his hand. */
  Optional<PublicCertificate> find(String serial) {
    return certificates(CERTIFICATE.SERIAL.eq(serial)).stream().findFirst();
  }

  /** DER of a certificate, to verify what it has signed. */
  Optional<byte[]> der(String serial) {
    return dsl.select(CERTIFICATE.DER)
        .from(CERTIFICATE)
        .where(CERTIFICATE.SERIAL.eq(serial))
        .fetchOptional(CERTIFICATE.DER);
  }

  void count(String address) {
    Duration wait = transaction.execute(status -> throttle.use(PER_ADDRESS, address));
    if (!wait.isZero()) {
      throw new Refusal(
          RefusalKind.TOO_MANY, List.of(Problem.of("", "LOOKUP_TOO_OFTEN", wait.toMinutes() + 1)));
    }
  }

  private List<PublicCertificate> certificates(Condition condition) {
    Instant now = clock.instant();
    return dsl.select(
            CERTIFICATE.SERIAL,
            CERTIFICATE.HALL,
            CERTIFICATE.COMMON_NAME,
            CERTIFICATE.TYPE,
            CERTIFICATE.ISSUER,
            CERTIFICATE.NOT_BEFORE,
            CERTIFICATE.NOT_AFTER,
            CERTIFICATE_STATUS.REASON,
            CERTIFICATE_STATUS.REVOKED_AT)
        .from(CERTIFICATE)
        .leftJoin(CERTIFICATE_STATUS)
        .on(CERTIFICATE_STATUS.SERIAL.eq(CERTIFICATE.SERIAL))
        .where(condition)
        .orderBy(CERTIFICATE.NOT_BEFORE.desc(), CERTIFICATE.SERIAL)
        .limit(MOST)
        .fetch(
            row -> {
              Integer code = row.value8();
              RevocationReason reason = code == null ? null : RevocationReason.of(code);
              return new PublicCertificate(
                  row.value1(),
                  row.value2(),
                  holder(row.value3(), CertificateType.valueOf(row.value4())),
                  row.value5(),
                  row.value6(),
                  row.value7(),
                  standing(reason, row.value6(), row.value7(), now),
                  row.value9(),
                  reason);
            });
  }

  private static String holder(String commonName, CertificateType type) {
    boolean organisation = type == CertificateType.ORG || type == CertificateType.ORG_BUSINESS;
    return organisation ? commonName : masked(commonName);
  }

  /** The family name and a star for each further character. */
  static String masked(String name) {
    int first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat((int) name.codePoints().skip(1).count());
  }

  static Standing standing(
      @Nullable RevocationReason reason, Instant notBefore, Instant notAfter, Instant now) {
    if (reason != null) {
      return reason == RevocationReason.CERTIFICATE_HOLD ? Standing.ON_HOLD : Standing.REVOKED;
    }
    if (!notAfter.isAfter(now)) {
      return Standing.EXPIRED;
    }
    return notBefore.isAfter(now) ? Standing.NOT_YET : Standing.GOOD;
  }
}
