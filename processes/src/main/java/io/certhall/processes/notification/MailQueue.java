package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.MAIL_MESSAGE;

import io.certhall.bpmn.MessageTemplate;
import io.certhall.processes.order.Order;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails waiting for the mail server, written in the transaction of what they tell. Taking some
 * leases them: should the sender die, they come again when the lease ends.
 */
@Component
public class MailQueue {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_ERROR = 1000;

  private final DSLContext dsl;
  private final PublishedPolicies policies;
  private final MessageFacts facts;
  private final PersonalData personalData;
  private final Clock clock;

  MailQueue(
      DSLContext dsl,
      PublishedPolicies policies,
      MessageFacts facts,
      PersonalData personalData,
      Clock clock) {
    this.dsl = dsl;
    this.policies = policies;
    this.facts = facts;
    this.personalData = personalData;
    this.clock = clock;
  }

  record Words(String subject, String text) {}

  /**
   * A mail with the words of a message of the order's policy; nothing where the policy does not
   * send it by mail.
   *
   * @param dedupeKey names the event; a second mail with the same key is not written
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void aboutOrder(
      Order order,
      String messageId,
      String dedupeKey,
      String recipient,
      Map<String, String> given,
      @Nullable String invoiceNo) {
    PublishedPolicy policy = policies.under(order.hall(), order.policyVersionId());
    MessageTemplate template = policy.messages().find(messageId).orElse(null);
    if (template == null || !template.channels().contains(MessageTemplate.Channel.MAIL)) {
      return;
    }
    MessageValues values = facts.of(policy, order, template, given);
    String zh = template.render("zh", values.in("zh"));
    Words words =
        new Words(
            policy.settings().shortName().zh() + "：" + firstSentence(zh),
            zh + "\n\n" + template.render("en", values.in("en")));
    Instant now = clock.instant();
    dsl.insertInto(MAIL_MESSAGE)
        .set(MAIL_MESSAGE.DEDUPE_KEY, dedupeKey)
        .set(MAIL_MESSAGE.HALL, order.hall())
        .set(MAIL_MESSAGE.ORDER_NO, order.orderNo())
        .set(
            MAIL_MESSAGE.RECIPIENT_ENC,
            Objects.requireNonNull(personalData.encrypt(Column.MAIL_RECIPIENT, recipient)))
        .set(
            MAIL_MESSAGE.CONTENT_ENC,
            personalData.encryptBytes(Column.MAIL_CONTENT, JSON.writeValueAsBytes(words)))
        .set(MAIL_MESSAGE.INVOICE_NO, invoiceNo)
        .set(MAIL_MESSAGE.STATE, "PENDING")
        .set(MAIL_MESSAGE.NEXT_ATTEMPT_AT, now)
        .set(MAIL_MESSAGE.CREATED_AT, now)
        .onDuplicateKeyIgnore()
        .execute();
  }

  /** A cheap look, without locks. */
  public boolean isAnyDue() {
    return dsl.fetchExists(MAIL_MESSAGE, due(clock.instant()));
  }

  /** Oldest first; what another sender is just taking is left to it. */
  @Transactional
  public List<PendingMail> take(int limit, Duration lease) {
    Instant now = clock.instant();
    List<PendingMail> taken =
        dsl.select(
                MAIL_MESSAGE.ID,
                MAIL_MESSAGE.HALL,
                MAIL_MESSAGE.RECIPIENT_ENC,
                MAIL_MESSAGE.CONTENT_ENC,
                MAIL_MESSAGE.INVOICE_NO,
                MAIL_MESSAGE.ATTEMPTS)
            .from(MAIL_MESSAGE)
            .where(due(now))
            .orderBy(MAIL_MESSAGE.NEXT_ATTEMPT_AT, MAIL_MESSAGE.ID)
            .limit(limit)
            .forUpdate()
            .skipLocked()
            .fetch(
                row -> {
                  Words words =
                      JSON.readValue(
                          personalData.decryptBytes(Column.MAIL_CONTENT, row.value4()),
                          Words.class);
                  return new PendingMail(
                      row.value1(),
                      row.value2(),
                      Objects.requireNonNull(
                          personalData.decrypt(Column.MAIL_RECIPIENT, row.value3())),
                      words.subject(),
                      words.text(),
                      row.value5(),
                      row.value6() + 1);
                });
    if (!taken.isEmpty()) {
      dsl.update(MAIL_MESSAGE)
          .set(MAIL_MESSAGE.NEXT_ATTEMPT_AT, now.plus(lease))
          .set(MAIL_MESSAGE.ATTEMPTS, MAIL_MESSAGE.ATTEMPTS.plus(1))
          .where(MAIL_MESSAGE.ID.in(taken.stream().map(PendingMail::id).toList()))
          .execute();
    }
    return taken;
  }

  @Transactional
  public void sent(long id) {
    dsl.update(MAIL_MESSAGE)
        .set(MAIL_MESSAGE.STATE, "SENT")
        .set(MAIL_MESSAGE.SENT_AT, clock.instant())
        .setNull(MAIL_MESSAGE.LAST_ERROR)
        .where(MAIL_MESSAGE.ID.eq(id))
        .execute();
  }

  @Transactional
  public void retryLater(long id, Duration delay, String error) {
    dsl.update(MAIL_MESSAGE)
        .set(MAIL_MESSAGE.NEXT_ATTEMPT_AT, clock.instant().plus(delay))
        .set(MAIL_MESSAGE.LAST_ERROR, shortened(error))
        .where(MAIL_MESSAGE.ID.eq(id), MAIL_MESSAGE.STATE.eq("PENDING"))
        .execute();
  }

  @Transactional
  public void failed(long id, String error) {
    dsl.update(MAIL_MESSAGE)
        .set(MAIL_MESSAGE.STATE, "FAILED")
        .set(MAIL_MESSAGE.LAST_ERROR, shortened(error))
        .where(MAIL_MESSAGE.ID.eq(id), MAIL_MESSAGE.STATE.eq("PENDING"))
        .execute();
  }

  private static Condition due(Instant now) {
    return MAIL_MESSAGE.STATE.eq("PENDING").and(MAIL_MESSAGE.NEXT_ATTEMPT_AT.le(now));
  }

  private static String firstSentence(String text) {
    String plain = text.replaceFirst("^【[^】]*】", "");
    int end = plain.indexOf('，');
    return end < 0 ? plain : plain.substring(0, end);
  }

  private static String shortened(String error) {
    return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
  }
}
