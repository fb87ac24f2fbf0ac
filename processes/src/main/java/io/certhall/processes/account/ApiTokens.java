package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.ACCOUNT;
import static io.certhall.db.generated.Tables.ACCOUNT_ROLE;
import static io.certhall.db.generated.Tables.API_TOKEN;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bearer tokens of the REST API: random, stored as SHA-256, good for twelve hours. */
@Service
public class ApiTokens {

  static final Duration VALIDITY = Duration.ofHours(12);
  private static final int BYTES = 32;
  private static final int CHARACTERS = 43;

  private final DSLContext dsl;
  private final AuditLog audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ApiTokens(DSLContext dsl, AuditLog audit, Clock clock) {
    this.dsl = dsl;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public IssuedToken issue(Actor actor) {
    if (actor.isSystem()) {
      throw Refusal.forbidden("ROLE_MISSING");
    }
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = clock.instant();
    Instant until = now.plus(VALIDITY);
    dsl.insertInto(
            API_TOKEN,
            API_TOKEN.TOKEN_HASH,
            API_TOKEN.ACCOUNT_ID,
            API_TOKEN.CREATED_AT,
            API_TOKEN.EXPIRES_AT)
        .values(hash(token), actor.accountId(), now, until)
        .execute();
    audit.record(
        actor, "token.issued", "account", Long.toString(actor.accountId()), null, "until " + until);
    return new IssuedToken(token, until);
  }

  /**
   * Who holds the token, with the roles of this moment; empty when it is not or no longer good. One
   * query and no transaction around it: every request of the API begins with it.
   */
  public Optional<Actor> resolve(String token) {
    if (token.length() != CHARACTERS) {
      return Optional.empty();
    }
    List<Record3<Long, String, String>> rows =
        dsl.select(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME, ACCOUNT_ROLE.ROLE)
            .from(API_TOKEN)
            .join(ACCOUNT)
            .on(ACCOUNT.ID.eq(API_TOKEN.ACCOUNT_ID))
            .leftJoin(ACCOUNT_ROLE)
            .on(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID))
            .where(API_TOKEN.TOKEN_HASH.eq(hash(token)))
            .and(API_TOKEN.EXPIRES_AT.gt(clock.instant()))
            .and(ACCOUNT.STATUS.eq(AccountStatus.ACTIVE.name()))
            .fetch();
    return AccountRepository.toActor(rows);
  }

  /** Ends one token; nothing happens when there is none. */
  @Transactional
  public void revoke(String token) {
    dsl.deleteFrom(API_TOKEN).where(API_TOKEN.TOKEN_HASH.eq(hash(token))).execute();
  }

  /** Ends all tokens of an account, within the transaction of what made them unsafe. */
  void endAll(long accountId) {
    dsl.deleteFrom(API_TOKEN).where(API_TOKEN.ACCOUNT_ID.eq(accountId)).execute();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
