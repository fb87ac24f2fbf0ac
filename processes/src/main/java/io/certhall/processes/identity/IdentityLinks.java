package io.certhall.processes.identity;

import static io.certhall.db.generated.Tables.IDENTITY_LINK;

import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signed tokens that let a phone into one order's check: for ten minutes, once. A forged one is
 * refused before the database is asked.
 */
@Component
class IdentityLinks {

  static final Duration VALIDITY = Duration.ofMinutes(10);

  /** From opening on: time to read, photograph and type. */
  static final Duration VISIT = Duration.ofMinutes(20);

  private static final int NONCE_BYTES = 18;
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final DSLContext dsl;
  private final PersonalData personalData;
  private final Orders orders;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  IdentityLinks(DSLContext dsl, PersonalData personalData, Orders orders, Clock clock) {
    this.dsl = dsl;
    this.personalData = personalData;
    this.orders = orders;
    this.clock = clock;
  }

  /** Former invitations of the order end: one phone at a time. */
  @Transactional(propagation = Propagation.MANDATORY)
  public IdentityInvitation invite(String orderNo) {
    Instant now = clock.instant();
    dsl.update(IDENTITY_LINK)
        .set(IDENTITY_LINK.EXPIRES_AT, now)
        .where(
            IDENTITY_LINK.ORDER_NO.eq(orderNo),
            IDENTITY_LINK.OPENED_AT.isNull(),
            IDENTITY_LINK.EXPIRES_AT.gt(now))
        .execute();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String payload = URL.encodeToString(nonce);
    String token = payload + "." + signature(payload);
    Instant expiresAt = now.plus(VALIDITY);
    dsl.insertInto(IDENTITY_LINK)
        .set(IDENTITY_LINK.TOKEN_HASH, hash(token))
        .set(IDENTITY_LINK.ORDER_NO, orderNo)
        .set(IDENTITY_LINK.CREATED_AT, now)
        .set(IDENTITY_LINK.EXPIRES_AT, expiresAt)
        .execute();
    return new IdentityInvitation(token, expiresAt);
  }

  /**
   * @throws Refusal RULE IDENTITY_LINK_INVALID, IDENTITY_LINK_EXPIRED or IDENTITY_LINK_USED
   */
  @Transactional
  public IdentityAccess open(String token) {
    int dot = token.indexOf('.');
    if (dot < 1 || !isSigned(token.substring(0, dot), token.substring(dot + 1))) {
      throw Refusal.rule("token", "IDENTITY_LINK_INVALID");
    }
    Instant now = clock.instant();
    var row =
        dsl.select(IDENTITY_LINK.ORDER_NO, IDENTITY_LINK.EXPIRES_AT, IDENTITY_LINK.OPENED_AT)
            .from(IDENTITY_LINK)
            .where(IDENTITY_LINK.TOKEN_HASH.eq(hash(token)))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> Refusal.rule("token", "IDENTITY_LINK_INVALID"));
    if (row.value3() != null) {
      throw Refusal.rule("token", "IDENTITY_LINK_USED");
    }
    if (!row.value2().isAfter(now)) {
      throw Refusal.rule("token", "IDENTITY_LINK_EXPIRED");
    }
    dsl.update(IDENTITY_LINK)
        .set(IDENTITY_LINK.OPENED_AT, now)
        .where(IDENTITY_LINK.TOKEN_HASH.eq(hash(token)))
        .execute();
    Order order = orders.find(row.value1()).orElseThrow();
    return IdentityAccess.ofPhone(
        order.orderNo(), order.accountId(), order.applicantName(), now.plus(VISIT));
  }

  int removeExpired() {
    return dsl.deleteFrom(IDENTITY_LINK)
        .where(IDENTITY_LINK.EXPIRES_AT.lt(clock.instant().minus(Duration.ofDays(1))))
        .execute();
  }

  private boolean isSigned(String payload, String signature) {
    return MessageDigest.isEqual(
        signature(payload).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  private String signature(String payload) {
    return URL.encodeToString(personalData.hash("identity-link-signature", payload));
  }

  private byte[] hash(String token) {
    return personalData.hash("identity-link", token);
  }
}
