package io.certhall.backoffice.order.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecision.Reason;
import io.certhall.processes.review.ReviewDecision.Verdict;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTasks;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrderListViewTest extends Screen {

  private final Fixtures fixtures;
  private final TestOrders orders;
  private final TestSteps steps;
  private final HumanTasks tasks;
  private final ReviewDecisions decisions;
  private final ShippingDesk shipping;

  OrderListViewTest(
      Fixtures fixtures,
      TestOrders orders,
      TestSteps steps,
      HumanTasks tasks,
      ReviewDecisions decisions,
      ShippingDesk shipping) {
    this.fixtures = fixtures;
    this.orders = orders;
    this.steps = steps;
    this.tasks = tasks;
    this.decisions = decisions;
    this.shipping = shipping;
  }

  @Test
  @Tag("GS-100")
  void a_page_has_ten_rows_and_the_address_keeps_which_one_is_shown() {
    Actor applicant = orders.applicant();
    for (int i = 0; i < 11; i++) {
      orders.draft(applicant);
    }
    signIn(applicant);
    open("orders");
    assertThat(test(grid()).size()).isEqualTo(10);
    assertThat(words()).contains("第 1 / 2 页，共 11 条");

    press("下一页");

    assertThat(test(grid()).size()).isEqualTo(1);
    assertThat(address()).isEqualTo("page=2");
    open("orders?page=2&rows=20");
    assertThat(test(grid()).size()).isEqualTo(11);
    open("orders?page=abc&rows=7");
    assertThat(test(grid()).size()).isEqualTo(10);
  }

  @Test
  @Tag("GX-54")
  void a_list_is_filtered_by_status_and_by_the_days_of_its_orders() {
    Actor applicant = orders.applicant();
    String draft = orders.draft(applicant);
    String submitted = orders.submitted(applicant);
    LocalDate today = orders.order(draft).createdAt().atZone(Times.ZONE).toLocalDate();
    signIn(applicant);
    open("orders");

    select("状态", OrderState.REVIEW_PENDING);
    assertThat(numbers()).containsExactly(submitted);
    assertThat(address()).isEqualTo("state=REVIEW_PENDING");
    select("状态", null);
    assertThat(numbers()).containsExactly(submitted, draft);

    day("创建日期从", today.plusDays(1));
    assertThat(words()).contains("没有符合条件的申请");
    day("创建日期从", today);
    assertThat(numbers()).containsExactly(submitted, draft);
    day("到", today);
    assertThat(numbers()).containsExactly(submitted, draft);
    open("orders?to=" + today.minusDays(1));
    assertThat(words()).contains("没有符合条件的申请");
    click("重置");
    assertThat(numbers()).containsExactly(submitted, draft);
  }

  @Test
  @Tag("ZR-22")
  void a_list_is_filtered_by_kind_time_and_number_and_offers_what_can_be_done() {
    Actor applicant = orders.applicant();
    String draft = orders.draft(applicant);
    String submitted = orders.submitted(applicant);
    signIn(applicant);
    open("orders?service=RENEW");
    assertThat(words()).contains("没有符合条件的申请");
    open("orders?service=NEW&from=2020-01-01");
    assertThat(numbers()).containsExactly(submitted, draft);

    TextField search =
        findInView(TextField.class)
            .withCondition(field -> field.getPlaceholder().startsWith("申请编号"))
            .single();
    test(search).setValue(draft);

    assertThat(numbers()).containsExactly(draft);
    assertThat(cell(draft, "orders.goodsDetail")).contains("新办").contains("1张机构证书");
    assertThat(cell(draft, "orders.amount")).contains("¥650.00");
    assertThat(cell(draft, "orders.progress")).contains("未审核").contains("物流").contains("发票");
    assertThat(cell(draft, "orders.actions")).contains("查看").contains("修改");
    open("orders");
    assertThat(cell(submitted, "orders.actions")).contains("查看").contains("取消");
    pay(submitted);
    open("orders");
    assertThat(cell(submitted, "orders.actions")).contains("去缴费").contains("修改").contains("取消");
    orders.move(submitted, OrderState.COMPLETED);
    open("orders");
    assertThat(cell(submitted, "orders.actions")).contains("评价").doesNotContain("取消");
  }

  @Test
  void an_order_is_cancelled_from_the_list_after_asking() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    signIn(applicant);
    open("orders");

    ((Button) button(orderNo, "取消")).click();
    assertThat(orders.order(orderNo).state()).isEqualTo(OrderState.REVIEW_PENDING);
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(orders.order(orderNo).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(cell(orderNo, "orders.state")).contains("已取消");
  }

  @Test
  @Tag("SD-13")
  @Tag("SD-43")
  void a_row_tells_project_name_date_amount_rejection_parcel_and_invoice() {
    Actor applicant = orders.applicant();
    String orderNo = rejected(applicant);
    signIn(applicant);
    open("orders");

    assertThat(cell(orderNo, "orders.number"))
        .contains(orderNo)
        .contains(Times.minute(orders.order(orderNo).createdAt()));
    assertThat(cell(orderNo, "orders.project"))
        .contains("甘肃中工国际")
        .contains(orders.order(orderNo).applicantName());
    assertThat(cell(orderNo, "orders.goodsDetail")).contains("新办");
    assertThat(cell(orderNo, "orders.amount")).contains("¥650.00").contains("未支付");
    assertThat(cell(orderNo, "orders.state")).contains("已驳回").contains("申请表未加盖公章");
    assertThat(cell(orderNo, "orders.progress")).contains("待开票").contains("甘肃测试建设有限公司");
    assertThat(cell(orderNo, "orders.actions")).contains("修改");

    String shipped = shipped(applicant);
    open("orders");
    assertThat(cell(shipped, "orders.progress")).contains("SF1234567890123");
  }

  @Test
  @Tag("GS-69")
  @Tag("SZ-40")
  void the_list_finds_what_waits_for_the_applicant() {
    Actor applicant = orders.applicant();
    String waiting = orders.submitted(applicant);
    pay(waiting);
    signIn(applicant);

    open("orders?group=YOURS");

    assertThat(cell(waiting, "orders.state")).contains("待缴费").contains("轮到您：缴费");
    assertThat(cell(waiting, "orders.amount")).contains("¥650.00");
  }

  @Test
  @Tag("GX-55")
  void a_double_click_opens_the_order_with_its_tracking_number_and_reasons() {
    Actor applicant = orders.applicant();
    String shipped = shipped(applicant);
    String rejected = rejected(applicant);
    signIn(applicant);
    open("orders");

    test(grid()).doubleClickRow(0);

    assertThat(getCurrentView()).isInstanceOf(OrderView.class);
    assertThat(words()).contains(rejected).contains("申请表未加盖公章");
    open("orders");
    test(grid()).doubleClickRow(1);
    assertThat(words()).contains(shipped).contains("SF1234567890123");
  }

  @Test
  @Tag("ZR-24")
  @Tag("ZR-25")
  void china_gas_numbers_have_a_prefix_and_goods_tell_quantity_kind_and_persons() {
    Actor applicant = fixtures.approvedApplicant("chinagas");
    long wang = fixtures.person(applicant, "王五");
    long zhao = fixtures.person(applicant, "赵六");
    OrderForm form = TestOrders.form(null);
    String orderNo =
        orders.draft(
            applicant,
            new OrderForm(
                "chinagas",
                form.service(),
                form.holder(),
                List.of(TestOrders.item(CertificateType.ORG, "OFFICIAL"), of(wang), of(zhao)),
                form.agent(),
                form.delivery(),
                form.invoice(),
                form.agreements()));
    String other = orders.draft(orders.applicant());
    assertThat(orderNo).matches("ZR20\\d{15}\\d{4}");
    assertThat(other).matches("20\\d{15}");
    signIn(applicant);

    open("orders");

    assertThat(cell(orderNo, "orders.goodsDetail")).contains("1张企业机构证书；2张其他个人证书（王五、赵六）");
  }

  private static ItemForm of(long person) {
    return new ItemForm(
        CertificateType.ORG_PERSON, person, 1, 1, List.of("SIGNATURE"), false, null);
  }

  private String rejected(Actor applicant) {
    String orderNo = orders.submitted(applicant);
    decide(
        orderNo,
        new ReviewDecision(
            Verdict.REJECT,
            List.of(new Reason("materials.APPLICATION_FORM", null, "申请表未加盖公章")),
            null));
    steps.correction(orderNo);
    orders.move(orderNo, OrderState.REJECTED);
    return orderNo;
  }

  private void pay(String orderNo) {
    decide(orderNo, new ReviewDecision(Verdict.APPROVE, List.of(), null));
    orders.move(orderNo, OrderState.PAYMENT_PENDING);
  }

  private String shipped(Actor applicant) {
    String orderNo =
        orders.draft(
            applicant,
            TestOrders.form(null, TestOrders.item(CertificateType.ORG_BUSINESS, "CONTRACT")));
    orders.submit(applicant, orderNo);
    Actor dispatcher = fixtures.staff(Role.DISPATCHER);
    long task = steps.dispatch(orderNo).id();
    tasks.claim(dispatcher, task);
    shipping.ship(dispatcher, task, "顺丰速运", "SF1234567890123");
    return orderNo;
  }

  private void decide(String orderNo, ReviewDecision decision) {
    Actor reviewer = fixtures.staff(Role.REVIEWER);
    long task = steps.review(orderNo).id();
    tasks.claim(reviewer, task);
    decisions.decide(reviewer, task, decision);
  }

  private OrderGrid grid() {
    return findInView(OrderGrid.class).single();
  }

  private List<String> numbers() {
    return java.util.stream.IntStream.range(0, test(grid()).size())
        .mapToObj(row -> test(grid()).getRow(row).row().orderNo())
        .toList();
  }

  private String cell(String orderNo, String column) {
    return words(test(grid()).getCellComponent(numbers().indexOf(orderNo), column));
  }

  private com.vaadin.flow.component.Component button(String orderNo, String text) {
    return test(grid())
        .getCellComponent(numbers().indexOf(orderNo), "orders.actions")
        .getChildren()
        .filter(part -> part instanceof Button button && button.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private void press(String label) {
    test(findInView(Button.class)
            .withCondition(button -> label.equals(button.getAriaLabel().orElse("")))
            .single())
        .click();
  }

  @SuppressWarnings("unchecked")
  private void select(String label, OrderState state) {
    Select<OrderState> field =
        findInView(Select.class)
            .withCondition(select -> select.getAriaLabel().orElse("").equals(label))
            .single();
    field.setValue(state);
  }

  private void day(String label, LocalDate day) {
    findInView(DatePicker.class)
        .withCondition(picker -> picker.getAriaLabel().orElse("").equals(label))
        .single()
        .setValue(day);
  }

  private static String address() {
    return UI.getCurrent()
        .getInternals()
        .getActiveViewLocation()
        .getQueryParameters()
        .getQueryString();
  }
}
