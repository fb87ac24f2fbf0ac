package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.NOTIFICATION;

import io.certhall.bpmn.LocalText;
import io.certhall.bpmn.MessageTemplate;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.privacy.PersonalData;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes messages in the transaction of what they tell; they are sent after the commit. Each has a
 * key that stops a second one. Phone and parameters are encrypted.
 */
@Component
public class Notifications {

  private static final Logger log = LoggerFactory.getLogger(Notifications.class);

  private final DSLContext dsl;
  private final PublishedPolicies policies;
  private final Orders orders;
  private final MessageFacts facts;
  private final NotificationContents contents;
  private final PersonalData personalData;
  private final Clock clock;

  Notifications(
      DSLContext dsl,
      PublishedPolicies policies,
      Orders orders,
      MessageFacts facts,
      NotificationContents contents,
      PersonalData personalData,
      Clock clock) {
    this.dsl = dsl;
    this.policies = policies;
    this.orders = orders;
    this.facts = facts;
    this.contents = contents;
    this.personalData = personalData;
    this.clock = clock;
  }

  /**
   * A message about an order, to its operator's phone and the applicant's inbox as the policy says.
   *
   * @param dedupeKey names the event; a second message with the same key is not written
   * @param given values only the caller knows; the rest is looked up as the template asks for it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void aboutOrder(
      Order order, String messageId, String dedupeKey, Map<String, String> given) {
    aboutOrders(List.of(new AboutOrder(order, messageId, dedupeKey, given)));
  }

  /** See {@link #aboutOrder}. */
  public record AboutOrder(
      Order order, String messageId, String dedupeKey, Map<String, String> given) {}

  /** Messages about several orders, written at once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void aboutOrders(Collection<AboutOrder> messages) {
    Set<String> texted =
        messages.stream()
            .filter(message -> isTexted(message.order(), message.messageId()))
            .map(message -> message.order().orderNo())
            .collect(Collectors.toSet());
    Map<String, OrderForm.Contact> contacts = orders.contacts(texted);
    insert(
        messages.stream()
            .flatMap(message -> rows(message, contacts.get(message.order().orderNo())).stream())
            .toList());
  }

  private boolean isTexted(Order order, String messageId) {
    MessageTemplate template =
        template(policies.under(order.hall(), order.policyVersionId()), messageId);
    return template != null && template.channels().contains(MessageTemplate.Channel.SMS);
  }

  private List<Row> rows(AboutOrder message, OrderForm.@Nullable Contact contact) {
    Order order = message.order();
    PublishedPolicy policy = policies.under(order.hall(), order.policyVersionId());
    MessageTemplate template = template(policy, message.messageId());
    if (template == null) {
      return List.of();
    }
    OrderForm.AgentForm agent = contact == null ? null : contact.agent();
    return rows(
        policy,
        template,
        message.dedupeKey(),
        order.orderNo(),
        order.accountId(),
        agent == null ? null : agent.phone(),
        facts.of(policy, order, template, message.given()));
  }

  /** A text message about an order to this phone alone; it stays out of inboxes. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void toPhone(
      Order order, String messageId, String dedupeKey, String phone, Map<String, String> given) {
    PublishedPolicy policy = policies.under(order.hall(), order.policyVersionId());
    MessageTemplate template = template(policy, messageId);
    if (template == null) {
      return;
    }
    insert(
        rows(
            policy,
            template,
            dedupeKey,
            order.orderNo(),
            null,
            phone,
            facts.of(policy, order, template, given)));
  }

  /** A message about an order into the inbox of someone of the staff. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void toStaff(Order order, String messageId, String dedupeKey, long accountId) {
    PublishedPolicy policy = policies.under(order.hall(), order.policyVersionId());
    MessageTemplate template = template(policy, messageId);
    if (template == null) {
      return;
    }
    insert(
        rows(
            policy,
            template,
            dedupeKey + ":" + accountId,
            order.orderNo(),
            accountId,
            null,
            facts.of(policy, order, template, Map.of())));
  }

  /** A message to an account that is not about an order. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void toAccount(
      String hall,
      String messageId,
      String dedupeKey,
      @Nullable Long accountId,
      @Nullable String phone,
      Map<String, String> given) {
    PublishedPolicy policy = policies.active(hall);
    MessageTemplate template = template(policy, messageId);
    if (template == null) {
      return;
    }
    MessageValues values =
        MessageValues.same(given)
            .withDefault("hall", policy.settings().shortName())
            .withDefault("tel", LocalText.same(policy.settings().contacts().phone()));
    insert(rows(policy, template, dedupeKey, null, accountId, phone, values));
  }

  /** Which messages a hall sends is its policy's; one it leaves out is not sent. */
  private static @Nullable MessageTemplate template(PublishedPolicy policy, String messageId) {
    MessageTemplate template = policy.messages().find(messageId).orElse(null);
    if (template == null) {
      log.debug("message {} is not in the policy of {}", messageId, policy.hall());
    }
    return template;
  }

  private record Row(
      String dedupeKey,
      String hall,
      String messageId,
      String channel,
      @Nullable String orderNo,
      @Nullable Long accountId,
      byte @Nullable [] phone,
      byte[] content,
      String state) {}

  private List<Row> rows(
      PublishedPolicy policy,
      MessageTemplate template,
      String dedupeKey,
      @Nullable String orderNo,
      @Nullable Long accountId,
      @Nullable String phone,
      MessageValues values) {
    byte[] content =
        contents.seal(
            new NotificationContent(
                template.render("zh", values.in("zh")),
                template.render("en", values.in("en")),
                values.in("zh")));
    List<Row> rows = new ArrayList<>();
    for (MessageTemplate.Channel channel : template.channels()) {
      boolean sms = channel == MessageTemplate.Channel.SMS;
      if (sms ? phone == null : channel != MessageTemplate.Channel.IN_APP || accountId == null) {
        continue;
      }
      rows.add(
          new Row(
              dedupeKey + ":" + channel.name(),
              policy.hall(),
              template.id(),
              channel.name(),
              orderNo,
              accountId,
              sms ? personalData.encrypt(PersonalData.Column.NOTIFICATION_PHONE, phone) : null,
              content,
              sms ? "PENDING" : "SENT"));
    }
    return rows;
  }

  private void insert(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    var insert =
        dsl.insertInto(
            NOTIFICATION,
            NOTIFICATION.DEDUPE_KEY,
            NOTIFICATION.HALL,
            NOTIFICATION.MESSAGE_ID,
            NOTIFICATION.CHANNEL,
            NOTIFICATION.ORDER_NO,
            NOTIFICATION.ACCOUNT_ID,
            NOTIFICATION.PHONE_ENC,
            NOTIFICATION.PARAMS_ENC,
            NOTIFICATION.STATE,
            NOTIFICATION.NEXT_ATTEMPT_AT,
            NOTIFICATION.CREATED_AT);
    for (Row row : rows) {
      insert =
          insert.values(
              row.dedupeKey(),
              row.hall(),
              row.messageId(),
              row.channel(),
              row.orderNo(),
              row.accountId(),
              row.phone(),
              row.content(),
              row.state(),
              now,
              now);
    }
    insert.onDuplicateKeyIgnore().execute();
  }
}
