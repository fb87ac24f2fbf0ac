package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;

import io.certhall.processes.order.Order;
import io.certhall.processes.seal.SealRegister;
import io.certhall.processes.status.StatusLedger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an issued pair leaves in the database: two certificates, the encryption key, the seals. */
@Repository
class IssuedPairRepository {

  private final DSLContext dsl;
  private final SealRegister seals;
  private final StatusLedger statuses;

  IssuedPairRepository(DSLContext dsl, SealRegister seals, StatusLedger statuses) {
    this.dsl = dsl;
    this.seals = seals;
    this.statuses = statuses;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(Order order, List<IssuedPair> pairs, Instant now) {
    certificates(order, pairs, now);
    keys(pairs, now);
    seals.insert(
        order.orderNo(),
        pairs.stream().collect(Collectors.toMap(IssuedPair::signingSerial, IssuedPair::seals)),
        now);
    statuses.issued(
        pairs.stream()
            .flatMap(
                pair ->
                    Stream.of(pair.signingSerial(), pair.encryptionSerial())
                        .map(
                            serial -> new StatusLedger.Subject(serial, pair.ca(), pair.notAfter())))
            .toList());
  }

  private void certificates(Order order, List<IssuedPair> pairs, Instant now) {
    var insert =
        dsl.insertInto(
            CERTIFICATE,
            CERTIFICATE.SERIAL,
            CERTIFICATE.PAIR_SERIAL,
            CERTIFICATE.KEY_USAGE,
            CERTIFICATE.HALL,
            CERTIFICATE.ISSUER,
            CERTIFICATE.ORDER_NO,
            CERTIFICATE.ITEM_SEQ,
            CERTIFICATE.TYPE,
            CERTIFICATE.ACCOUNT_ID,
            CERTIFICATE.ORGANISATION_ID,
            CERTIFICATE.PERSON_ID,
            CERTIFICATE.COMMON_NAME,
            CERTIFICATE.SUBJECT,
            CERTIFICATE.YEARS,
            CERTIFICATE.NOT_BEFORE,
            CERTIFICATE.NOT_AFTER,
            CERTIFICATE.STATE,
            CERTIFICATE.MEDIUM_SERIAL,
            CERTIFICATE.DER,
            CERTIFICATE.ISSUED_AT,
            CERTIFICATE.HOLDER,
            CERTIFICATE.SECONDARY_LOCK,
            CERTIFICATE.ORGANISATION_NAME);
    for (IssuedPair pair : pairs) {
      for (boolean signing : List.of(true, false)) {
        insert =
            insert.values(
                Arrays.asList(
                    signing ? pair.signingSerial() : pair.encryptionSerial(),
                    signing ? pair.encryptionSerial() : pair.signingSerial(),
                    signing ? "SIGNING" : "ENCRYPTION",
                    order.hall(),
                    pair.issuer(),
                    order.orderNo(),
                    pair.item().itemSeq(),
                    pair.item().type().name(),
                    order.accountId(),
                    order.organisationId(),
                    pair.item().personId(),
                    pair.commonName(),
                    pair.subject(),
                    pair.item().years(),
                    pair.notBefore(),
                    pair.notAfter(),
                    "NORMAL",
                    pair.item().mediumSerial(),
                    signing ? pair.signingDer() : pair.encryptionDer(),
                    now,
                    pair.item().holder().name(),
                    pair.item().secondary(),
                    pair.item().organisationName()));
      }
    }
    insert.execute();
  }

  private void keys(List<IssuedPair> pairs, Instant now) {
    var insert =
        dsl.insertInto(
            KEY_ESCROW,
            KEY_ESCROW.ENCRYPTION_SERIAL,
            KEY_ESCROW.WRAPPED_KEY,
            KEY_ESCROW.ENVELOPED_KEY,
            KEY_ESCROW.SKF_BLOB,
            KEY_ESCROW.CREATED_AT);
    for (IssuedPair pair : pairs) {
      insert =
          insert.values(
              pair.encryptionSerial(), pair.wrappedKey(), pair.envelopedKey(), pair.skfBlob(), now);
    }
    insert.execute();
  }
}
