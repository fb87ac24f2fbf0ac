package io.certhall.processes.secret;

import static io.certhall.db.generated.Tables.NOTIFICATION;
import static io.certhall.db.generated.Tables.SECRET_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.notification.Inbox;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.OrdersOfHalls;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.time.HallClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessesTest
class SecretDeliveriesTest {

  private static final String PIN = "73919204";

  private final SecretDeliveries deliveries;
  private final SecretCreation creation;
  private final FirstPins firstPins;
  private final SecretRepository repository;
  private final TestOrders orders;
  private final Inbox inbox;
  private final HallClock clock;
  private final DSLContext dsl;
  private final TransactionTemplate transaction;
  private final Actor owner;
  private final Actor producer;
  private final Actor finance;
  private final String orderNo;

  SecretDeliveriesTest(
      SecretDeliveries deliveries,
      SecretCreation creation,
      FirstPins firstPins,
      SecretRepository repository,
      TestOrders orders,
      TestAccounts accounts,
      Inbox inbox,
      HallClock clock,
      DSLContext dsl,
      TransactionTemplate transaction) {
    this.deliveries = deliveries;
    this.creation = creation;
    this.firstPins = firstPins;
    this.repository = repository;
    this.orders = orders;
    this.inbox = inbox;
    this.clock = clock;
    this.dsl = dsl;
    this.transaction = transaction;
    this.owner = orders.applicant();
    this.orderNo = orders.submitted(owner);
    this.producer = accounts.staff(Role.PRODUCER);
    this.finance = accounts.staff(Role.FINANCE);
  }

  @Test
  void issuing_on_a_new_key_starts_one_delivery_for_each_key() {
    begin();
    begin();

    SecretDelivery delivery = deliveries.of(owner, orderNo).getFirst();
    assertThat(deliveries.of(owner, orderNo)).hasSize(1);
    assertThat(delivery.mustChange()).isTrue();
    assertThat(deliveries.events(owner, delivery.id()))
        .extracting(SecretEvent::kind)
        .containsExactly("CREATED", "SENT");
    assertThat(delivery.route()).isEqualTo(SecretRoute.SMS_OPERATOR);
    assertThat(delivery.sends()).isEqualTo(1);
    assertThat(
            dsl.fetchCount(
                NOTIFICATION,
                NOTIFICATION.ORDER_NO.eq(orderNo),
                NOTIFICATION.MESSAGE_ID.eq("MSG-82"),
                NOTIFICATION.CHANNEL.eq("SMS")))
        .isEqualTo(1);
    assertThat(inbox.page(owner, false, 0, 50))
        .noneMatch(message -> message.messageId().equals("MSG-82"));
  }

  @Test
  @Tag("SZ-33")
  @Tag("AC-38")
  void finance_sees_the_pin_once_writes_the_remark_and_says_so() {
    long id = delivery(SecretRoute.TRANSFER_REMARK, "62001234567890");
    assertThat(Refused.codes(() -> deliveries.transferred(finance, id)))
        .containsExactly("SECRET_NOT_SHOWN");

    assertThat(deliveries.reveal(finance, id)).isEqualTo(PIN);
    assertThat(Refused.by(() -> deliveries.reveal(finance, id)).problems().getFirst())
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("SECRET_SHOWN");
              assertThat(problem.args()).contains(finance.name());
            });
    deliveries.transferred(finance, id);

    assertThat(deliveries.of(owner, orderNo).getFirst().state())
        .isEqualTo(SecretDelivery.State.SENT);
    assertThat(deliveries.events(finance, id))
        .extracting(SecretEvent::kind)
        .containsExactly("SHOWN_FINANCE", "TRANSFERRED");
    assertThat(Refused.codes(() -> deliveries.transferred(finance, id)))
        .containsExactly("SECRET_SENT");
    assertThat(Refused.codes(() -> deliveries.resend(owner, id)))
        .containsExactly("SECRET_OTHER_ROUTE");
  }

  @Test
  void the_pin_goes_onto_the_key_without_anybody_at_the_desk_seeing_it() throws Exception {
    long id = delivery(SecretRoute.SMS_OPERATOR, "13812345678");
    String transport =
        java.util.Base64.getEncoder()
            .encodeToString(
                java.security.KeyPairGenerator.getInstance("RSA")
                    .generateKeyPair()
                    .getPublic()
                    .getEncoded());

    String grant = firstPins.grant(producer, orderNo, 1, transport).orElseThrow().text();

    assertThat(new String(java.util.Base64.getUrlDecoder().decode(grant.split("\\.")[0])))
        .contains("FIRST_PIN")
        .doesNotContain(PIN);
    assertThat(deliveries.events(producer, id)).extracting(SecretEvent::kind).contains("SEALED");
  }

  @Test
  @Tag("SZ-34")
  void a_message_is_sent_three_times_at_most_and_ten_minutes_apart() {
    long id = delivery(SecretRoute.SMS_OPERATOR, "13812345678");
    deliveries.resend(owner, id);
    assertThat(Refused.codes(() -> deliveries.resend(owner, id)))
        .containsExactly("SECRET_TOO_SOON");
    clock.advance(Duration.ofMinutes(11));
    deliveries.resend(producer, id);
    clock.advance(Duration.ofMinutes(11));
    deliveries.resend(owner, id);
    clock.advance(Duration.ofMinutes(11));

    assertThat(Refused.codes(() -> deliveries.resend(owner, id)))
        .containsExactly("SECRET_SENDS_USED");
    assertThat(Refused.codes(() -> deliveries.resend(orders.applicant(), id)))
        .containsExactly("ORDER_UNKNOWN");
    assertThat(Refused.by(() -> deliveries.resend(finance, id)).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
  }

  @Test
  void others_do_not_see_a_pin_and_the_table_does_not_hold_it_in_clear() {
    long id = delivery(SecretRoute.SMS_OPERATOR, "13812345678");

    assertThat(Refused.by(() -> deliveries.reveal(owner, id)).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    assertThat(Refused.by(() -> deliveries.reveal(finance, id)).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    assertThat(deliveries.reveal(producer, id)).isEqualTo(PIN);
    assertThat(Refused.codes(() -> deliveries.reveal(producer, id)))
        .containsExactly("SECRET_SHOWN");
    assertThat(Refused.codes(() -> deliveries.transferred(finance, id)))
        .containsExactly("SECRET_OTHER_ROUTE");
    byte[] stored =
        dsl.select(SECRET_DELIVERY.PIN_ENC)
            .from(SECRET_DELIVERY)
            .where(SECRET_DELIVERY.ID.eq(id))
            .fetchSingle(SECRET_DELIVERY.PIN_ENC);
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(PIN);
    assertThat(deliveries.open(finance, 500)).extracting(SecretDelivery::id).contains(id);
    assertThat(Refused.by(() -> deliveries.open(owner, 10)).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
  }

  @Test
  void a_pin_is_blanked_when_its_order_is_long_over() {
    long id = delivery(SecretRoute.SMS_OPERATOR, "13812345678");
    orders.move(orderNo, OrderState.COMPLETED);
    orders.change(orderNo, OrderChange.of().completed(clock.instant()));
    deliveries.clean(100);
    assertThat(deliveries.of(owner, orderNo).getFirst().state())
        .isEqualTo(SecretDelivery.State.SENT);

    clock.advance(SecretDeliveries.KEPT.plusDays(1));
    deliveries.clean(100);

    assertThat(deliveries.of(owner, orderNo).getFirst().state())
        .isEqualTo(SecretDelivery.State.CLOSED);
    assertThat(Refused.codes(() -> deliveries.reveal(producer, id)))
        .containsExactly("SECRET_CLOSED");
    assertThat(Refused.codes(() -> deliveries.resend(owner, id))).containsExactly("SECRET_CLOSED");
  }

  private void begin() {
    transaction.executeWithoutResult(
        status -> creation.begin(OrdersOfHalls.in("chinagas", orders.order(orderNo)), List.of(1)));
  }

  private long delivery(SecretRoute route, String recipient) {
    transaction.executeWithoutResult(
        status ->
            repository.insert(
                new SecretRepository.NewDelivery(
                    orderNo,
                    1,
                    TestOrders.HALL,
                    "KEY-1",
                    route,
                    route == SecretRoute.TRANSFER_REMARK
                        ? SecretDelivery.State.WAITING
                        : SecretDelivery.State.SENT,
                    PIN,
                    recipient,
                    "***",
                    true,
                    clock.instant()),
                false));
    return deliveries.of(owner, orderNo).getFirst().id();
  }
}
