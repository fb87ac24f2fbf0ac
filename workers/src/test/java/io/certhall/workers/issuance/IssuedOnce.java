package io.certhall.workers.issuance;

import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.ISSUANCE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;
import static io.certhall.db.generated.Tables.ORDER_EVENT;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.SEAL;

import io.certhall.processes.issuance.IssuanceState;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.workers.ca.IssuingAuthority;
import io.certhall.workers.ca.PreparedPair;
import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.key.Sm2Signature;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.TableField;
import org.springframework.beans.factory.ObjectProvider;

/** Counts, over all orders with a prefix, what an issuing cycle must never leave behind. */
class IssuedOnce {

  private final DSLContext dsl;
  private final ObjectProvider<IssuingAuthority> authorities;

  IssuedOnce(DSLContext dsl, ObjectProvider<IssuingAuthority> authorities) {
    this.dsl = dsl;
    this.authorities = authorities;
  }

  /**
   * All but {@code items}, {@code pairs} and {@code parked} must be 0.
   *
   * @param lost items without their pair
   * @param doubled certificates beyond the one of each kind an item has
   * @param foreign certificates that are not what their stored reservation says, byte by byte, or
   *     whose signature is wrong
   * @param voidUsed certificates with a serial of a voided reservation
   * @param unsettled reservations neither stored nor voided
   * @param auditDiffers orders without exactly one audit row of their issue
   * @param eventsDiffer items without exactly one event of their issue
   * @param partsDiffer items without exactly one escrowed key, one seal and their end
   * @param parked times a reservation was parked
   * @param parkedUnresolved parkings without a decision
   */
  record Findings(
      int items,
      int pairs,
      int duplicateSerials,
      int lost,
      int doubled,
      int foreign,
      int voidUsed,
      int unsettled,
      int auditDiffers,
      int eventsDiffer,
      int partsDiffer,
      int parked,
      int parkedUnresolved) {}

  private record Reserved(String signing, String encryption, byte[] prepared) {}

  Findings of(String prefix, String hall) {
    String orders = prefix + "%";
    int items = dsl.fetchCount(ORDER_ITEM, ORDER_ITEM.ORDER_NO.like(orders));
    var reservations =
        dsl.select(
                ISSUANCE.STATE,
                ISSUANCE.SIGNING_SERIAL,
                ISSUANCE.ENCRYPTION_SERIAL,
                ISSUANCE.PREPARED)
            .from(ISSUANCE)
            .where(ISSUANCE.ORDER_NO.like(orders))
            .fetch();
    Set<String> serials = new HashSet<>();
    Set<String> voided = new HashSet<>();
    int unsettled = 0;
    Map<String, Reserved> stored = new java.util.HashMap<>();
    for (var row : reservations) {
      serials.add(row.value2());
      serials.add(row.value3());
      switch (IssuanceState.valueOf(row.value1())) {
        case STORED ->
            stored.put(row.value2(), new Reserved(row.value2(), row.value3(), row.value4()));
        case VOID -> {
          voided.add(row.value2());
          voided.add(row.value3());
        }
        default -> unsettled++;
      }
    }
    var certificates =
        dsl.select(
                CERTIFICATE.SERIAL,
                CERTIFICATE.PAIR_SERIAL,
                CERTIFICATE.KEY_USAGE,
                CERTIFICATE.DER,
                CERTIFICATE.ORDER_NO,
                CERTIFICATE.ITEM_SEQ)
            .from(CERTIFICATE)
            .where(CERTIFICATE.ORDER_NO.like(orders))
            .fetch();
    ECPublicKeyParameters issuer =
        Sm2.publicKey(authorities.getObject().forHall(hall).key().publicKey());
    int foreign = 0;
    int voidUsed = 0;
    Set<String> slots = new HashSet<>();
    for (var row : certificates) {
      boolean signing = row.value3().equals("SIGNING");
      Reserved reserved = stored.get(signing ? row.value1() : row.value2());
      foreign += reserved != null && matches(row.value4(), reserved, signing, issuer) ? 0 : 1;
      voidUsed += voided.contains(row.value1()) ? 1 : 0;
      slots.add(row.value5() + "#" + row.value6() + row.value3());
    }
    long pairs = slots.size() / 2;
    return new Findings(
        items,
        (int) pairs,
        reservations.size() * 2 - serials.size(),
        items - (int) pairs,
        certificates.size() - slots.size(),
        foreign,
        voidUsed,
        unsettled,
        orderCount(orders) - exactlyOnce(AUDIT_LOG.ENTITY_ID, "certificate.issued", orders),
        items - issuedEvents(orders),
        Math.abs(items - escrowed(orders))
            + Math.abs(items - seals(orders))
            + dsl.fetchCount(
                ORDER_ITEM, ORDER_ITEM.ORDER_NO.like(orders), ORDER_ITEM.STATUS.ne("DONE")),
        audited("issuance.parked", orders),
        audited("issuance.parked", orders)
            - audited("issuance.released", orders)
            - audited("issuance.voided", orders));
  }

  private static boolean matches(
      byte[] der, Reserved reserved, boolean signing, ECPublicKeyParameters issuer) {
    try {
      Certificate certificate = Certificate.getInstance(der);
      PreparedPair pair = PreparedPair.fromBytes(reserved.prepared());
      byte[] body = certificate.getTBSCertificate().getEncoded("DER");
      String serial = signing ? reserved.signing() : reserved.encryption();
      return Arrays.equals(body, signing ? pair.signingBody() : pair.encryptionBody())
          && new java.math.BigInteger(serial, 16).equals(certificate.getSerialNumber().getValue())
          && Sm2Signature.verify(issuer, body, certificate.getSignature().getOctets());
    } catch (IOException e) {
      return false;
    }
  }

  private int orderCount(String orders) {
    return dsl.select(ORDER_ITEM.ORDER_NO)
        .from(ORDER_ITEM)
        .where(ORDER_ITEM.ORDER_NO.like(orders))
        .fetchSet(ORDER_ITEM.ORDER_NO)
        .size();
  }

  private int exactlyOnce(
      TableField<? extends Record, String> entity, String action, String orders) {
    Result<? extends Record> rows =
        dsl.select(entity)
            .from(AUDIT_LOG)
            .where(AUDIT_LOG.ACTION.eq(action), entity.like(orders))
            .fetch();
    return (int)
        rows.stream()
            .collect(Collectors.groupingBy(row -> row.get(entity), Collectors.counting()))
            .values()
            .stream()
            .filter(count -> count == 1)
            .count();
  }

  private int issuedEvents(String orders) {
    Map<String, Long> notes =
        dsl
            .select(ORDER_EVENT.NOTE)
            .from(ORDER_EVENT)
            .where(
                ORDER_EVENT.ORDER_NO.like(orders),
                ORDER_EVENT.KIND.eq(OrderEventKind.CERTIFICATE_ISSUED.name()))
            .fetch(ORDER_EVENT.NOTE)
            .stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return (int) notes.values().stream().filter(count -> count == 1).count();
  }

  private int escrowed(String orders) {
    return dsl.fetchCount(
        dsl.select(KEY_ESCROW.ENCRYPTION_SERIAL)
            .from(KEY_ESCROW)
            .join(CERTIFICATE)
            .on(CERTIFICATE.SERIAL.eq(KEY_ESCROW.ENCRYPTION_SERIAL))
            .where(CERTIFICATE.ORDER_NO.like(orders)));
  }

  private int seals(String orders) {
    return dsl.fetchCount(
        dsl.select(SEAL.CERTIFICATE_SERIAL)
            .from(SEAL)
            .join(CERTIFICATE)
            .on(CERTIFICATE.SERIAL.eq(SEAL.CERTIFICATE_SERIAL))
            .where(CERTIFICATE.ORDER_NO.like(orders)));
  }

  private int audited(String action, String orders) {
    return dsl.fetchCount(AUDIT_LOG, AUDIT_LOG.ACTION.eq(action), AUDIT_LOG.ENTITY_ID.like(orders));
  }
}
