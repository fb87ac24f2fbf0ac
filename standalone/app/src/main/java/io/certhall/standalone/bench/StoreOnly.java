package io.certhall.standalone.bench;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.ISSUANCE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;

import io.certhall.processes.issuance.IssuanceLedger;
import io.certhall.processes.issuance.IssuedPair;
import io.certhall.processes.issuance.IssuingItem;
import io.certhall.processes.issuance.Reservation;
import io.certhall.processes.order.Order;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The issuing cycle's reads and transactions with audit, and nothing else: bytes of a pair issued
 * before, under new serials. Nothing is made, linted or signed.
 */
class StoreOnly {

  private final IssuanceLedger ledger;
  private final DSLContext dsl;

  StoreOnly(IssuanceLedger ledger, DSLContext dsl) {
    this.ledger = ledger;
    this.dsl = dsl;
  }

  /** What an issued pair left in the database. */
  record Sample(
      byte[] prepared,
      byte[] signingDer,
      byte[] encryptionDer,
      byte[] wrappedKey,
      byte[] envelopedKey,
      String issuer,
      String subject,
      String commonName,
      java.time.Instant notBefore,
      java.time.Instant notAfter) {}

  Sample sample(String orderNo) {
    var signing = CERTIFICATE.as("signing");
    var encryption = CERTIFICATE.as("encryption");
    return dsl.select(
            ISSUANCE.PREPARED,
            signing.DER,
            encryption.DER,
            KEY_ESCROW.WRAPPED_KEY,
            KEY_ESCROW.ENVELOPED_KEY,
            signing.ISSUER,
            signing.SUBJECT,
            signing.COMMON_NAME,
            signing.NOT_BEFORE,
            signing.NOT_AFTER)
        .from(ISSUANCE)
        .join(signing)
        .on(signing.SERIAL.eq(ISSUANCE.SIGNING_SERIAL))
        .join(encryption)
        .on(encryption.SERIAL.eq(ISSUANCE.ENCRYPTION_SERIAL))
        .join(KEY_ESCROW)
        .on(KEY_ESCROW.ENCRYPTION_SERIAL.eq(encryption.SERIAL))
        .where(ISSUANCE.ORDER_NO.eq(orderNo))
        .fetchSingle(org.jooq.Records.mapping(Sample::new));
  }

  void issue(String orderNo, Sample sample) {
    Order order = ledger.order(orderNo);
    IssuingItem item = ledger.open(order).getFirst();
    ledger.reservations(orderNo);
    String signing = serial();
    String encryption = serial();
    ledger.reserve(
        orderNo, List.of(new Reservation(item.itemSeq(), signing, encryption, sample.prepared())));
    ledger.store(
        orderNo,
        "issuance.issue",
        List.of(
            new IssuedPair(
                item,
                signing,
                sample.signingDer(),
                encryption,
                sample.encryptionDer(),
                sample.wrappedKey(),
                sample.envelopedKey(),
                sample.issuer(),
                sample.subject(),
                sample.commonName(),
                sample.notBefore(),
                sample.notAfter(),
                order.hall(),
                null)));
  }

  private static String serial() {
    return UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }
}
