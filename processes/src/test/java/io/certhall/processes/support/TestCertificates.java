package io.certhall.processes.support;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.SEAL;

import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;

/** Certificates as if they had been issued, without a CA; good for 80 days. */
public class TestCertificates {

  public static final String ISSUER = "C=CN,O=甘肃中工国际招投标有限公司,CN=甘肃中工国际 SM2 签发CA";

  private static final AtomicLong COUNT = new AtomicLong(0xA0_0000_0001L);

  private final DSLContext dsl;
  private final OrderDrafts drafts;
  private final TestOrders orders;
  private final PublishedPolicies policies;
  private final Clock clock;

  TestCertificates(
      DSLContext dsl,
      OrderDrafts drafts,
      TestOrders orders,
      PublishedPolicies policies,
      Clock clock) {
    this.dsl = dsl;
    this.drafts = drafts;
    this.orders = orders;
    this.policies = policies;
    this.clock = clock;
  }

  /** A complete form for a service of a hall on these certificates. */
  public OrderForm form(String hall, Service service, ItemForm... items) {
    var settings = policies.active(hall).settings();
    OrderForm base = TestOrders.form(null, items);
    return new OrderForm(
        hall,
        service,
        Holder.ORGANISATION,
        List.of(items),
        base.agent(),
        base.delivery(),
        base.invoice(),
        settings.agreements().stream()
            .map(one -> new OrderForm.AgreementForm(one.code(), one.version(), null))
            .toList());
  }

  public static ItemForm of(String serial, String... seals) {
    return new ItemForm(null, null, 0, 1, List.of(seals), false, serial);
  }

  /** The signing serial; its key is {@link #key}. */
  public String issued(Actor holder, String hall, String... seals) {
    CertificateType type =
        hall.equals(TestOrders.HALL) ? CertificateType.ORG_BUSINESS : CertificateType.ORG;
    String orderNo =
        drafts.create(
            holder,
            form(hall, Service.NEW, new ItemForm(type, null, 1, 1, List.of(seals), false, null)));
    Order order = orders.order(orderNo);
    String signing = Long.toHexString(COUNT.getAndAdd(2)).toUpperCase(java.util.Locale.ROOT);
    String encryption = signing + "E";
    insert(order, type, signing, encryption, "SIGNING");
    insert(order, type, encryption, signing, "ENCRYPTION");
    Arrays.stream(seals)
        .forEach(
            seal ->
                dsl.insertInto(SEAL)
                    .set(SEAL.CERTIFICATE_SERIAL, signing)
                    .set(SEAL.CODE, seal)
                    .set(SEAL.NAME, seal)
                    .set(SEAL.STATE, "NORMAL")
                    .set(SEAL.CREATED_AT, clock.instant())
                    .execute());
    return signing;
  }

  /**
   * The pair of an order's item as if it had been issued for this key just now.
   *
   * @return the signing serial
   */
  public String pairFor(String orderNo, int itemSeq, String medium) {
    Order order = orders.order(orderNo);
    String signing = Long.toHexString(COUNT.getAndAdd(2)).toUpperCase(java.util.Locale.ROOT);
    String encryption = signing + "E";
    insert(order, CertificateType.ORG, signing, encryption, "SIGNING");
    insert(order, CertificateType.ORG, encryption, signing, "ENCRYPTION");
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.ITEM_SEQ, itemSeq)
        .set(CERTIFICATE.MEDIUM_SERIAL, medium)
        .where(CERTIFICATE.SERIAL.in(signing, encryption))
        .execute();
    dsl.insertInto(KEY_ESCROW)
        .set(KEY_ESCROW.ENCRYPTION_SERIAL, encryption)
        .set(KEY_ESCROW.WRAPPED_KEY, new byte[] {7})
        .set(KEY_ESCROW.ENVELOPED_KEY, new byte[] {8, 8})
        .set(KEY_ESCROW.CREATED_AT, clock.instant())
        .execute();
    return signing;
  }

  /** The key that an order's item goes onto. */
  public void keyOf(String orderNo, int itemSeq, String medium) {
    dsl.update(ORDER_ITEM)
        .set(ORDER_ITEM.MEDIUM_SERIAL, medium)
        .where(ORDER_ITEM.ORDER_NO.eq(orderNo), ORDER_ITEM.SEQ.eq(itemSeq))
        .execute();
  }

  /** Another certificate in the place of the made-up one. */
  public void content(String serial, byte[] der) {
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.DER, der)
        .where(CERTIFICATE.SERIAL.eq(serial))
        .execute();
  }

  public byte[] contentOf(String serial) {
    return dsl.select(CERTIFICATE.DER)
        .from(CERTIFICATE)
        .where(CERTIFICATE.SERIAL.eq(serial))
        .fetchSingle(CERTIFICATE.DER);
  }

  public static String key(String serial) {
    return "KEY-" + serial;
  }

  private void insert(Order order, CertificateType type, String serial, String pair, String usage) {
    Instant now = clock.instant();
    dsl.insertInto(CERTIFICATE)
        .set(CERTIFICATE.SERIAL, serial)
        .set(CERTIFICATE.PAIR_SERIAL, pair)
        .set(CERTIFICATE.KEY_USAGE, usage)
        .set(CERTIFICATE.HALL, order.hall())
        .set(CERTIFICATE.ISSUER, ISSUER)
        .set(CERTIFICATE.ORDER_NO, order.orderNo())
        .set(CERTIFICATE.ITEM_SEQ, 1)
        .set(CERTIFICATE.TYPE, type.name())
        .set(CERTIFICATE.ACCOUNT_ID, order.accountId())
        .set(CERTIFICATE.ORGANISATION_ID, order.organisationId())
        .set(CERTIFICATE.COMMON_NAME, order.applicantName())
        .set(CERTIFICATE.ORGANISATION_NAME, order.applicantName())
        .set(CERTIFICATE.SUBJECT, "CN=" + order.applicantName())
        .set(CERTIFICATE.YEARS, 1)
        .set(CERTIFICATE.NOT_BEFORE, now)
        .set(CERTIFICATE.NOT_AFTER, now.plus(Duration.ofDays(80)))
        .set(CERTIFICATE.STATE, CertificateState.NORMAL.name())
        .set(CERTIFICATE.MEDIUM_SERIAL, usage.equals("SIGNING") ? key(serial) : key(pair))
        .set(CERTIFICATE.DER, new byte[] {0x30, 0})
        .set(CERTIFICATE.ISSUED_AT, now)
        .execute();
  }

  public void endsIn(String serial, Duration time) {
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.NOT_AFTER, clock.instant().plus(time))
        .where(CERTIFICATE.SERIAL.eq(serial))
        .execute();
  }

  /** The certificate names the organisation as it was called then. */
  public void names(String serial, String organisation) {
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.ORGANISATION_NAME, organisation)
        .where(CERTIFICATE.SERIAL.eq(serial))
        .execute();
  }

  public void put(String serial, CertificateState state) {
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.STATE, state.name())
        .where(CERTIFICATE.SERIAL.eq(serial))
        .execute();
  }
}
