package io.certhall.backoffice.support;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.SEAL;

import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;

/** Issued certificates, as rows. */
public class TestCertificates {

  private static final AtomicLong NUMBERS = new AtomicLong(0x7A00_0000L);

  private final DSLContext dsl;
  private final TestOrders orders;

  TestCertificates(DSLContext dsl, TestOrders orders) {
    this.dsl = dsl;
    this.orders = orders;
  }

  /** A signing certificate with its twin, on a key, with one seal. */
  public record Issued(String serial, String keySerial) {}

  /** Good for as many days; of the hall of {@link TestOrders}. */
  public Issued issue(Actor holder, int days) {
    return issue(holder, days, "NORMAL");
  }

  public Issued issue(Actor holder, int days, String state) {
    String orderNo = orders.draft(holder);
    String signing = Long.toHexString(NUMBERS.incrementAndGet()).toUpperCase();
    String encryption = Long.toHexString(NUMBERS.incrementAndGet()).toUpperCase();
    String key = "KEY-" + signing;
    insert(holder, orderNo, signing, encryption, "SIGNING", key, days, state);
    insert(holder, orderNo, encryption, signing, "ENCRYPTION", key, days, state);
    dsl.insertInto(SEAL)
        .set(SEAL.CERTIFICATE_SERIAL, signing)
        .set(SEAL.CODE, "OFFICIAL")
        .set(SEAL.NAME, "公章")
        .set(SEAL.STATE, "NORMAL")
        .set(SEAL.CREATED_AT, Instant.now())
        .execute();
    return new Issued(signing, key);
  }

  private void insert(
      Actor holder,
      String orderNo,
      String serial,
      String twin,
      String usage,
      String key,
      int days,
      String state) {
    Instant now = Instant.now();
    dsl.insertInto(CERTIFICATE)
        .set(CERTIFICATE.SERIAL, serial)
        .set(CERTIFICATE.PAIR_SERIAL, twin)
        .set(CERTIFICATE.KEY_USAGE, usage)
        .set(CERTIFICATE.HALL, TestOrders.HALL)
        .set(CERTIFICATE.ISSUER, "CN=测试CA")
        .set(CERTIFICATE.ORDER_NO, orderNo)
        .set(CERTIFICATE.ITEM_SEQ, 1)
        .set(CERTIFICATE.TYPE, "ORG")
        .set(CERTIFICATE.ACCOUNT_ID, holder.accountId())
        .set(CERTIFICATE.COMMON_NAME, "甘肃持证建设有限公司")
        .set(CERTIFICATE.SUBJECT, "CN=甘肃持证建设有限公司")
        .set(CERTIFICATE.YEARS, 1)
        .set(CERTIFICATE.NOT_BEFORE, now.minus(Duration.ofDays(365)))
        .set(CERTIFICATE.NOT_AFTER, now.plus(Duration.ofDays(days)))
        .set(CERTIFICATE.STATE, state)
        .set(CERTIFICATE.MEDIUM_SERIAL, key)
        .set(CERTIFICATE.DER, new byte[] {1})
        .set(CERTIFICATE.ISSUED_AT, now)
        .execute();
  }
}
