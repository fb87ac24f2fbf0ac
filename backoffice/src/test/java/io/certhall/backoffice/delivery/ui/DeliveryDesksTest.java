package io.certhall.backoffice.delivery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryDesksTest extends ViewTest {

  private final Fixtures fixtures;
  private final TestOrders testOrders;
  private final TestSteps steps;
  private final Orders orders;
  private final TimelineQuery timeline;
  private final String orderNo;

  DeliveryDesksTest(
      Fixtures fixtures,
      TestOrders testOrders,
      TestSteps steps,
      Orders orders,
      TimelineQuery timeline) {
    this.fixtures = fixtures;
    this.testOrders = testOrders;
    this.steps = steps;
    this.orders = orders;
    this.timeline = timeline;
    this.orderNo = testOrders.submitted(testOrders.applicant());
  }

  @BeforeEach
  void a_dispatcher() {
    signIn(fixtures.staff(Role.DISPATCHER));
  }

  @Test
  void a_parcel_shows_its_recipient_and_leaves_with_a_number() {
    steps.dispatch(orderNo);
    DispatchRow row = open(DispatchDeskView.class, DispatchRow.class);
    assertThat(words(row)).contains("李四", "甘肃省兰州市城关区 东岗西路1号", "打印面单");
    test(find(TextField.class, row).single()).setValue("SF1234567890");

    press(row, "发货");

    assertThat(timeline.of(orderNo).getLast().note()).isEqualTo("顺丰速运 SF1234567890");
    assertThat(find(DispatchRow.class).all()).isEmpty();
    assertThat(notices()).anyMatch(notice -> notice.contains("SF1234567890"));
  }

  @Test
  void a_number_no_courier_gives_is_refused_at_its_field() {
    steps.dispatch(orderNo);
    DispatchRow row = open(DispatchDeskView.class, DispatchRow.class);
    test(find(TextField.class, row).single()).setValue("12");

    press(row, "发货");

    assertThat(find(TextField.class, row).single().getErrorMessage()).contains("6至40位");
    assertThat(find(TextField.class, row).single().isInvalid()).isTrue();
  }

  @Test
  void a_courier_must_be_chosen() {
    steps.dispatch(orderNo);
    DispatchRow row = open(DispatchDeskView.class, DispatchRow.class);
    find(ComboBox.class, row).single().clear();
    test(find(TextField.class, row).single()).setValue("SF1234567890");

    press(row, "发货");

    assertThat(find(ComboBox.class, row).single().isInvalid()).isTrue();
  }

  @Test
  void the_label_tells_who_sends_and_who_gets_it() {
    steps.dispatch(orderNo);

    ParcelLabelView label = navigate(ParcelLabelView.class, orderNo);

    assertThat(words(label)).contains(orderNo, "李四", "东岗西路1号", "甘肃中工国际", "0931-4000000");
    assertThat(find(Image.class, label).single().getSrc()).startsWith("data:image/png");
  }

  @Test
  void keys_are_handed_to_who_shows_the_card() {
    steps.pickup(orderNo);
    PickupRow row = open(PickupDeskView.class, PickupRow.class);
    assertThat(words(row)).contains("经办人 李四");
    String idNo =
        Objects.requireNonNull(Objects.requireNonNull(orders.contact(orderNo).agent()).idNo());
    field(row, "领取人姓名").setValue("李四");
    field(row, "身份证后四位").setValue(idNo.substring(14));

    press(row, "确认发放");

    assertThat(testOrders.order(orderNo).deliveryStatus()).isEqualTo(DeliveryStatus.PICKED_UP);
    assertThat(find(PickupRow.class).all()).isEmpty();
  }

  @Test
  void the_operators_name_with_a_strangers_card_is_refused() {
    steps.pickup(orderNo);
    PickupRow row = open(PickupDeskView.class, PickupRow.class);
    field(row, "领取人姓名").setValue("李四");
    field(row, "身份证后四位").setValue("000X");

    press(row, "确认发放");

    assertThat(field(row, "身份证后四位").getErrorMessage()).contains("不一致");
    assertThat(testOrders.order(orderNo).deliveryStatus()).isEqualTo(DeliveryStatus.PICKUP_PENDING);
  }

  @Test
  void what_is_missing_is_told_at_each_field() {
    steps.pickup(orderNo);
    PickupRow row = open(PickupDeskView.class, PickupRow.class);

    press(row, "确认发放");

    assertThat(field(row, "领取人姓名").isInvalid()).isTrue();
    assertThat(field(row, "身份证后四位").isInvalid()).isTrue();
  }

  private <R extends com.vaadin.flow.component.Component> R open(
      Class<? extends com.vaadin.flow.component.Component> desk, Class<R> row) {
    navigate(desk);
    test(find(TextField.class).all().getFirst()).setValue(orderNo);
    return find(row).single();
  }

  private TextField field(PickupRow row, String label) {
    return find(TextField.class, row).withCondition(f -> label.equals(f.getLabel())).single();
  }

  private void press(com.vaadin.flow.component.Component row, String words) {
    test(find(Button.class, row).withText(words).single()).click();
  }
}
