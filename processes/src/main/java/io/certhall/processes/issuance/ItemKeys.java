package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.ORDER_ITEM;

import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.certificate.KeyReading;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which key an item's certificate goes to: the old one, or one that no live certificate is on. */
@Component
class ItemKeys {

  private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9-]{4,64}");
  private static final int LONGEST_CSR = 8192;

  private final DSLContext dsl;
  private final CertificateRegister register;
  private final Orders orders;

  ItemKeys(DSLContext dsl, CertificateRegister register, Orders orders) {
    this.dsl = dsl;
    this.register = register;
    this.orders = orders;
  }

  /**
   * A key the holder plugged in for this item: that of the certificate.
   *
   * @return its serial
   */
  String ofReading(Order order, int itemSeq, KeyReading reading) {
    String serial = checked("keySerial", reading.keySerial(), reading.csrPem());
    Optional<HeldCertificate> old = source(order, itemSeq);
    if (old.isEmpty()) {
      refuseUsed("keySerial", order, itemSeq, serial);
      return serial;
    }
    HeldCertificate certificate = old.get();
    if (!certificate.isOnKeyOf(reading.issuer())) {
      throw Refusal.rule("issuer", "FOREIGN_KEY", serial);
    }
    if (certificate.mediumSerial() != null && !certificate.mediumSerial().equals(serial)) {
      throw Refusal.rule("keySerial", "KEY_MISMATCH", certificate.mediumSerial());
    }
    CertificateMove move =
        order.service() == Service.CHANGE ? CertificateMove.CHANGE : CertificateMove.RENEW;
    if (!move.isLegalFrom(certificate.state())) {
      throw Refusal.conflict("CERTIFICATE_" + certificate.state(), certificate.serial());
    }
    return serial;
  }

  /** A key the producer took from the shelf, or the old one where only its content changes. */
  String ofProducer(
      Order order, int itemSeq, @Nullable String mediumSerial, @Nullable String csrPem) {
    String serial = checked("mediumSerial", mediumSerial, csrPem);
    if (order.service() == Service.ADD_SEAL) {
      String known = source(order, itemSeq).map(HeldCertificate::mediumSerial).orElse(null);
      if (known != null && !known.equals(serial)) {
        throw Refusal.rule("mediumSerial", "KEY_MISMATCH", known);
      }
      return serial;
    }
    refuseUsed("mediumSerial", order, itemSeq, serial);
    return serial;
  }

  private static String checked(String path, @Nullable String serial, @Nullable String csrPem) {
    if (serial == null || serial.isBlank()) {
      throw Refusal.rule(path, "FIELD_REQUIRED");
    }
    if (!SERIAL.matcher(serial.strip()).matches()) {
      throw Refusal.rule(path, "MEDIUM_SERIAL_INVALID");
    }
    if (csrPem != null && csrPem.length() > LONGEST_CSR) {
      throw Refusal.rule("csrPem", "TEXT_TOO_LONG", LONGEST_CSR);
    }
    return serial.strip();
  }

  private Optional<HeldCertificate> source(Order order, int itemSeq) {
    return orders.items(order.orderNo()).stream()
        .filter(item -> item.seq() == itemSeq && item.certificateSerial() != null)
        .findFirst()
        .flatMap(item -> register.find(String.valueOf(item.certificateSerial())));
  }

  /** A key carries one certificate pair; a live one is never overwritten by a stranger. */
  private void refuseUsed(String path, Order order, int itemSeq, String serial) {
    boolean sameKey = order.service() == Service.RENEW || order.service() == Service.CHANGE;
    String own = sameKey ? source(order, itemSeq).map(HeldCertificate::serial).orElse(null) : null;
    boolean onCertificate =
        register.onMedium(serial).stream().anyMatch(held -> !held.serial().equals(own));
    boolean onOtherItem =
        dsl.fetchExists(
            dsl.selectOne()
                .from(ORDER_ITEM)
                .where(
                    ORDER_ITEM.MEDIUM_SERIAL.eq(serial),
                    ORDER_ITEM.STATUS.eq(ItemStatus.IN_PROGRESS.name()),
                    ORDER_ITEM.ORDER_NO.ne(order.orderNo()).or(ORDER_ITEM.SEQ.ne(itemSeq))));
    if (onCertificate || onOtherItem) {
      throw Refusal.rule(path, "MEDIUM_IN_USE", serial);
    }
  }
}
