package io.certhall.standalone.bench;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.ISSUANCE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;
import static io.certhall.db.generated.Tables.SEAL;
import static io.certhall.db.generated.Tables.SEAL_CONTENT;

import io.certhall.processes.issuance.IssuanceLedger;
import io.certhall.processes.issuance.IssuedPair;
import io.certhall.processes.issuance.IssuingItem;
import io.certhall.processes.issuance.Reservation;
import io.certhall.processes.order.Order;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.seal.MadeSeal;
import io.certhall.processes.seal.SealWish;
import io.certhall.processes.seal.SealWishes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * The issuing cycle's reads and transactions with audit, and nothing else: bytes of a pair and of
 * its seals issued before, under new numbers. Nothing is made, linted or signed.
 */
class StoreOnly {

  private final IssuanceLedger ledger;
  private final SealWishes wishes;
  private final PersonalData personalData;
  private final DSLContext dsl;

  StoreOnly(IssuanceLedger ledger, SealWishes wishes, PersonalData personalData, DSLContext dsl) {
    this.ledger = ledger;
    this.wishes = wishes;
    this.personalData = personalData;
    this.dsl = dsl;
  }

  /** What an issued pair left in the database; seals by their code. */
  record Sample(Pair pair, Map<String, Seal> seals) {}

  record Pair(
      byte[] prepared,
      byte[] signingDer,
      byte[] encryptionDer,
      byte[] wrappedKey,
      byte[] envelopedKey,
      byte[] skfBlob,
      String issuer,
      String subject,
      String commonName,
      Instant notBefore,
      Instant notAfter) {}

  record Seal(int formatVersion, byte[] der) {}

  Sample sample(String orderNo) {
    var signing = CERTIFICATE.as("signing");
    var encryption = CERTIFICATE.as("encryption");
    Pair pair =
        dsl.select(
                ISSUANCE.PREPARED,
                signing.DER,
                encryption.DER,
                KEY_ESCROW.WRAPPED_KEY,
                KEY_ESCROW.ENVELOPED_KEY,
                KEY_ESCROW.SKF_BLOB,
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
            .fetchSingle(Records.mapping(Pair::new));
    Map<String, Seal> seals =
        dsl.select(SEAL.CODE, SEAL.FORMAT_VERSION, SEAL_CONTENT.DER_ENC)
            .from(SEAL)
            .join(SEAL_CONTENT)
            .on(SEAL_CONTENT.ES_ID.eq(SEAL.ES_ID))
            .where(SEAL.ORDER_NO.eq(orderNo))
            .fetchMap(
                row -> row.value1(),
                row ->
                    new Seal(
                        row.value2(),
                        personalData.decryptBytes(PersonalData.Column.SEAL_DER, row.value3())));
    return new Sample(pair, seals);
  }

  void issue(String orderNo, Sample sample) {
    Order order = ledger.order(orderNo);
    IssuingItem item = ledger.open(order).items().getFirst();
    Pair pair = sample.pair();
    String signing = number();
    String encryption = number();
    ledger.reserve(
        orderNo, List.of(new Reservation(item.itemSeq(), signing, encryption, pair.prepared())));
    List<MadeSeal> seals =
        wishes.of(order, List.of(item.carrier())).getOrDefault(item.itemSeq(), List.of()).stream()
            .map(wish -> seal(order.hall(), wish, sample))
            .toList();
    ledger.store(
        orderNo,
        "issuance.issue",
        List.of(
            new IssuedPair(
                item,
                signing,
                pair.signingDer(),
                encryption,
                pair.encryptionDer(),
                pair.wrappedKey(),
                pair.envelopedKey(),
                pair.issuer(),
                pair.subject(),
                pair.commonName(),
                pair.notBefore(),
                pair.notAfter(),
                order.hall(),
                pair.skfBlob(),
                seals)));
  }

  private static MadeSeal seal(String hall, SealWish wish, Sample sample) {
    Seal seal = Objects.requireNonNull(sample.seals().get(wish.code()));
    return new MadeSeal(
        wish.code(),
        wish.name(),
        hall + "-" + number(),
        seal.formatVersion(),
        wish.picture(),
        sample.pair().notBefore(),
        sample.pair().notAfter(),
        seal.der());
  }

  private static String number() {
    return UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }
}
