package io.certhall.processes.recovery;

import static io.certhall.db.generated.Tables.ACCOUNT;
import static io.certhall.db.generated.Tables.ACCOUNT_ROLE;
import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;

import io.certhall.processes.account.AccountStatus;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.security.Role;
import io.certhall.processes.signature.PresentedCertificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What a recovery needs to know of certificates and officers. */
@Component
class RecoveryCertificates {

  private final DSLContext dsl;
  private final Clock clock;

  RecoveryCertificates(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** The escrowed key of a pair, by either serial. */
  Optional<EscrowedKey> escrowed(String serial) {
    return dsl.select(
            CERTIFICATE.HALL,
            CERTIFICATE.SERIAL,
            CERTIFICATE.COMMON_NAME,
            CERTIFICATE.ACCOUNT_ID,
            CERTIFICATE.ORGANISATION_ID,
            CERTIFICATE.PERSON_ID)
        .from(CERTIFICATE)
        .join(KEY_ESCROW)
        .on(KEY_ESCROW.ENCRYPTION_SERIAL.eq(CERTIFICATE.SERIAL))
        .where(
            CERTIFICATE.KEY_USAGE.eq("ENCRYPTION"),
            CERTIFICATE.SERIAL.eq(serial).or(CERTIFICATE.PAIR_SERIAL.eq(serial)))
        .fetchOptional(org.jooq.Records.mapping(EscrowedKey::new));
  }

  /** A signing certificate in force of the same hall and the same holder. */
  Optional<Recipient> ofSameHolder(EscrowedKey key, String serial) {
    return dsl.select(CERTIFICATE.SERIAL, CERTIFICATE.SUBJECT, CERTIFICATE.DER)
        .from(CERTIFICATE)
        .where(
            CERTIFICATE.SERIAL.eq(serial),
            CERTIFICATE.KEY_USAGE.eq("SIGNING"),
            CERTIFICATE.HALL.eq(key.hall()),
            CERTIFICATE.STATE.eq(CertificateState.NORMAL.name()),
            CERTIFICATE.NOT_AFTER.gt(clock.instant()),
            sameHolder(key))
        .fetchOptional(org.jooq.Records.mapping(Recipient::new));
  }

  /** The organisation and the person named in it, whoever of it applied. */
  private static Condition sameHolder(EscrowedKey key) {
    if (key.organisationId() == null) {
      return key.personId() == null
          ? CERTIFICATE.ACCOUNT_ID.eq(key.accountId()).and(CERTIFICATE.ORGANISATION_ID.isNull())
          : CERTIFICATE.PERSON_ID.eq(key.personId());
    }
    Condition person =
        key.personId() == null
            ? CERTIFICATE.PERSON_ID.isNull()
            : CERTIFICATE.PERSON_ID.eq(key.personId());
    return CERTIFICATE.ORGANISATION_ID.eq(key.organisationId()).and(person);
  }

  /** An authority's certificate, PEM or base64; empty when it is none or has expired. */
  Optional<Recipient> presented(String text) {
    try {
      byte[] der =
          Base64.getDecoder()
              .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
      PresentedCertificate certificate = PresentedCertificate.read(der);
      return certificate.isValidAt(clock.instant())
          ? Optional.of(new Recipient(certificate.serial(), certificate.subject(), der))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Officers who could approve what this one asks for. */
  int otherOfficers(long requester, long holder) {
    return dsl.fetchCount(
        dsl.select(DSL.one())
            .from(ACCOUNT)
            .join(ACCOUNT_ROLE)
            .on(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID))
            .where(
                ACCOUNT_ROLE.ROLE.eq(Role.KEY_OFFICER.name()),
                ACCOUNT.STATUS.eq(AccountStatus.ACTIVE.name()),
                ACCOUNT.ID.notIn(requester, holder)));
  }
}
