package io.certhall.processes.medium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.certhall.processes.delivery.PickupDesk;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.issuance.InboundDesk;
import io.certhall.processes.issuance.ProductionDesk;
import io.certhall.processes.medium.MediumDesk.Act;
import io.certhall.processes.notification.Inbox;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class MediumCustodyTest {

  private static final String HALL = TestOrders.HALL;

  private final MediumImport imports;
  private final MediumQuery query;
  private final MediumDesk desk;
  private final MediumStock stock;
  private final MediumRules rules;
  private final ProductionDesk production;
  private final ShippingDesk shipping;
  private final PickupDesk pickup;
  private final InboundDesk inbound;
  private final Inbox inbox;
  private final TestOrders orders;
  private final TestSteps steps;
  private final TestCertificates certificates;
  private final Actor staff;
  private final Actor manager;
  private final String model = "M-" + Fresh.username();

  MediumCustodyTest(
      MediumImport imports,
      MediumQuery query,
      MediumDesk desk,
      MediumStock stock,
      MediumRules rules,
      ProductionDesk production,
      ShippingDesk shipping,
      PickupDesk pickup,
      InboundDesk inbound,
      Inbox inbox,
      TestOrders orders,
      TestSteps steps,
      TestCertificates certificates,
      TestAccounts accounts) {
    this.imports = imports;
    this.query = query;
    this.desk = desk;
    this.stock = stock;
    this.rules = rules;
    this.production = production;
    this.shipping = shipping;
    this.pickup = pickup;
    this.inbound = inbound;
    this.inbox = inbox;
    this.orders = orders;
    this.steps = steps;
    this.certificates = certificates;
    this.staff = accounts.staff(Role.PRODUCER, Role.DISPATCHER);
    this.manager = accounts.staff(Role.MANAGER);
  }

  /** Serials of a lot that is in stock. */
  private List<String> lot(String hall, int size) {
    List<String> serials = IntStream.range(0, size).mapToObj(n -> model + "-" + hall + n).toList();
    imports.take(
        staff,
        "lot.xlsx",
        serials.stream().map(one -> new MediumImport.Row(2, one, model, hall, "")).toList());
    return serials;
  }

  private KeyMedium key(String serial) {
    return query.page(staff, new MediumQuery.Filter(null, null, null, serial), null, 1).getFirst();
  }

  private void produce(String orderNo, String serial) {
    production.produce(staff, steps.production(orderNo).id(), serial, null);
  }

  @Test
  @Tag("GS-76")
  void a_key_is_followed_from_the_shelf_to_its_holder_and_back() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    String serial = lot(HALL, 1).getFirst();

    produce(orderNo, serial);
    assertThat(key(serial).state()).isEqualTo(MediumState.ASSIGNED);
    assertThat(key(serial).orderNo()).isEqualTo(orderNo);

    shipping.ship(staff, steps.dispatch(orderNo).id(), "顺丰速运", "SF1234567890");
    assertThat(key(serial).state()).isEqualTo(MediumState.SHIPPED);

    steps.arrive(orderNo, "delivery.receive", OrderState.SHIPPED, TaskQueue.RECEIVE);
    shipping.confirmReceipt(applicant, orderNo);
    assertThat(key(serial).state()).isEqualTo(MediumState.HELD);

    desk.act(staff, serial, Act.RETURN, "到窗口交回");
    desk.act(staff, serial, Act.RESTOCK, "已清除");
    assertThat(key(serial).holderName()).isNull();
    assertThat(query.history(staff, serial))
        .extracting(MediumEvent::to, MediumEvent::orderNo)
        .containsExactly(
            tuple(MediumState.IN_STOCK, orderNo),
            tuple(MediumState.RETURNED, orderNo),
            tuple(MediumState.HELD, orderNo),
            tuple(MediumState.SHIPPED, orderNo),
            tuple(MediumState.ASSIGNED, orderNo),
            tuple(MediumState.IN_STOCK, null));
    assertThat(query.history(staff, serial).get(2).holderName())
        .isEqualTo(orders.order(orderNo).applicantName());
  }

  @Test
  void a_key_handed_over_at_the_counter_is_held() {
    String orderNo = orders.submitted(orders.applicant());
    String serial = lot(HALL, 1).getFirst();
    produce(orderNo, serial);

    pickup.handOver(staff, steps.pickup(orderNo).id(), "王五", "001X");

    assertThat(key(serial).state()).isEqualTo(MediumState.HELD);
  }

  @Test
  void a_key_in_no_lot_is_taken_in_with_a_note_unless_the_hall_refuses() {
    String orderNo = orders.submitted(orders.applicant());
    String serial = "UNLISTED-" + orderNo;
    rules.set(manager, HALL, UnlistedKeys.REFUSE);
    try {
      assertThat(Refused.codes(() -> produce(orderNo, serial))).containsExactly("MEDIUM_UNLISTED");
    } finally {
      rules.set(manager, HALL, UnlistedKeys.TAKE_IN);
    }

    production.produce(
        staff, steps.production(orders.submitted(orders.applicant())).id(), serial, null);

    assertThat(key(serial).state()).isEqualTo(MediumState.ASSIGNED);
    assertThat(key(serial).lotId()).isNull();
    assertThat(query.history(staff, serial).getFirst().note()).contains("未入库");
  }

  @Test
  void a_key_that_is_not_free_is_refused_with_its_state() {
    List<String> lot = lot(HALL, 2);
    desk.act(staff, lot.get(0), Act.FAULTY, "读不出");
    String orderNo = orders.submitted(orders.applicant());
    String foreign = lot("sdca", 1).getFirst();

    assertThat(Refused.codes(() -> produce(orderNo, lot.get(0)))).containsExactly("MEDIUM_FAULTY");
    assertThat(Refused.codes(() -> produce(orderNo, foreign)))
        .containsExactly("MEDIUM_OF_OTHER_HALL");
    desk.act(staff, lot.get(0), Act.DESTROY, "粉碎");
    assertThat(Refused.codes(() -> desk.act(staff, lot.get(0), Act.RESTOCK, "找回")))
        .containsExactly("MEDIUM_DESTROYED");
    assertThat(Refused.codes(() -> desk.act(staff, lot.get(0), Act.DESTROY, "再来")))
        .containsExactly("MEDIUM_DESTROYED");
    assertThat(Refused.codes(() -> desk.act(staff, lot.get(1), Act.FAULTY, " ")))
        .containsExactly("FIELD_REQUIRED");
    assertThat(Refused.codes(() -> desk.act(staff, "NO-SUCH", Act.FAULTY, "x")))
        .containsExactly("MEDIUM_UNKNOWN");
    assertThat(Refused.codes(() -> desk.act(manager, lot.get(1), Act.FAULTY, "x")))
        .containsExactly("ROLE_MISSING");
  }

  @Test
  void a_key_in_anothers_hands_is_not_given_away_before_it_is_back_in_stock() {
    String first = orders.submitted(orders.applicant());
    String serial = lot(HALL, 1).getFirst();
    produce(first, serial);
    pickup.handOver(staff, steps.pickup(first).id(), "王五", "001X");
    desk.act(staff, serial, Act.RETURN, "交回");
    orders.change(
        first,
        io.certhall.processes.order.OrderChange.of()
            .state(OrderState.COMPLETED, java.time.Instant.now()));
    String second = orders.submitted(orders.applicant());

    assertThat(Refused.codes(() -> produce(second, serial)))
        .containsAnyOf("MEDIUM_RETURNED", "MEDIUM_IN_USE");
  }

  @Test
  void a_key_sent_in_is_returned() {
    Actor holder = orders.applicant();
    String certificate = certificates.issued(holder, "gxca-suqian");
    String orderNo =
        orders.draft(
            holder,
            certificates.form("gxca-suqian", Service.CHANGE, TestCertificates.of(certificate)));
    String serial = TestCertificates.key(certificate);

    inbound.receive(
        staff,
        steps
            .arrive(orderNo, "key-inbound.receive-key", OrderState.KEY_INBOUND, TaskQueue.INBOUND)
            .id(),
        serial);

    assertThat(key(serial).state()).isEqualTo(MediumState.RETURNED);
  }

  @Test
  void staff_are_told_once_a_day_when_a_model_runs_out() {
    List<String> lot = lot(HALL, 2);
    stock.setMinimum(manager, HALL, model, 2);
    assertThat(level().isLow()).isFalse();

    produce(orders.submitted(orders.applicant()), lot.get(0));
    produce(orders.submitted(orders.applicant()), lot.get(1));

    assertThat(level().isLow()).isTrue();
    assertThat(stock.alarms(manager)).isPositive();
    assertThat(inbox.page(staff, false, 0, 50))
        .filteredOn(message -> message.zh().contains(model))
        .hasSize(1);
    stock.setMinimum(manager, HALL, model, null);
    assertThat(level().isLow()).isFalse();
  }

  @Test
  void settings_are_the_managers_and_checked() {
    assertThat(Refused.codes(() -> stock.setMinimum(staff, HALL, model, 1)))
        .containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> rules.set(staff, HALL, UnlistedKeys.REFUSE)))
        .containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> stock.setMinimum(manager, HALL, " ", 1)))
        .containsExactly("FIELD_REQUIRED");
    assertThat(Refused.codes(() -> stock.setMinimum(manager, HALL, model, -1)))
        .containsExactly("MEDIUM_MINIMUM_INVALID");
  }

  private MediumStock.Level level() {
    return stock.levels(manager, HALL).stream()
        .filter(one -> one.model().equals(model))
        .findFirst()
        .orElseThrow();
  }
}
