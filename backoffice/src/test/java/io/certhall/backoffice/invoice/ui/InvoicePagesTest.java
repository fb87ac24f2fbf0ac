package io.certhall.backoffice.invoice.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.invoice.InvoiceRequest;
import io.certhall.processes.invoice.InvoiceRequests;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InvoicePagesTest extends ViewTest {

  private final Fixtures fixtures;
  private final InvoiceRequests requests;
  private final Actor owner;
  private final String orderNo;

  InvoicePagesTest(Fixtures fixtures, TestOrders orders, InvoiceRequests requests) {
    this.fixtures = fixtures;
    this.requests = requests;
    this.owner = orders.applicant();
    this.orderNo = orders.submitted(owner);
    orders.change(
        orderNo,
        OrderChange.of()
            .reviewStatus(ReviewStatus.APPROVED)
            .paid(orders.order(orderNo).totalFen()));
    orders.move(orderNo, OrderState.COMPLETED);
  }

  @Test
  @Tag("GX-11")
  @Tag("GX-72")
  @Tag("AC-30")
  void a_kept_title_is_filled_in_and_the_invoice_comes() {
    signIn(owner);
    MyInvoicesView page = navigate(MyInvoicesView.class);
    press("新增抬头");
    press(dialog(), "保存");
    assertThat(words(dialog())).contains("必填");
    field("发票抬头").setValue("测试单位甲");
    field("接收发票邮箱").setValue("buyer@example.cn");
    press(dialog(), "保存");
    assertThat(words(page)).contains("测试单位甲", "默认", "还没有开票记录");

    navigate(OrderView.class, Map.of("orderNo", orderNo));
    press("申请开票");
    press(dialog(), "申请开票");

    assertThat(requests.of(owner, orderNo).orElseThrow().title()).isEqualTo("测试单位甲");
    signIn(fixtures.staff(Role.FINANCE));
    InvoiceDeskView desk = navigate(InvoiceDeskView.class);
    assertThat(words(row(desk))).contains("测试单位甲", "待开票", "剩余");
    press(row(desk), "开具");
    assertThat(requests.of(owner, orderNo).orElseThrow().state())
        .isEqualTo(InvoiceRequest.State.ISSUED);
    assertThat(requests.own(owner)).extracting(InvoiceRequest::orderNo).containsExactly(orderNo);
    signIn(owner);
    assertThat(words(navigate(MyInvoicesView.class))).contains(orderNo, "测试单位甲", "已开票");
  }

  @Test
  void an_invoice_is_rejected_with_a_reason_only() {
    signIn(owner);
    navigate(OrderView.class, Map.of("orderNo", orderNo));
    press("申请开票");
    field("发票抬头").setValue("测试单位乙");
    field("接收发票邮箱").setValue("buyer@example.cn");
    press(dialog(), "申请开票");
    signIn(fixtures.staff(Role.FINANCE));
    InvoiceDeskView desk = navigate(InvoiceDeskView.class);
    press(row(desk), "驳回");
    press(dialog(), "驳回");
    assertThat(words(dialog())).contains("必填");
    field("原因").setValue("抬头不符");

    press(dialog(), "驳回");

    assertThat(requests.of(owner, orderNo).orElseThrow().state())
        .isEqualTo(InvoiceRequest.State.REJECTED);
  }

  @Test
  void the_desk_is_for_finance_and_the_titles_for_applicants() {
    signIn(fixtures.staff(Role.PRODUCER));
    assertThatThrownBy(() -> navigate(InvoiceDeskView.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> navigate(MyInvoicesView.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Dialog dialog() {
    return find(Dialog.class).all().stream().filter(Dialog::isOpened).findFirst().orElseThrow();
  }

  private TextField field(String label) {
    return find(TextField.class, dialog()).all().stream()
        .filter(field -> field.getLabel().startsWith(label))
        .findFirst()
        .orElseThrow();
  }

  private Div row(InvoiceDeskView desk) {
    return find(Div.class, desk).withClassName("desk-row").all().stream()
        .filter(row -> words(row).contains(orderNo))
        .findFirst()
        .orElseThrow();
  }

  private void press(Component part, String text) {
    test(find(Button.class, part).withText(text).single()).click();
  }
}
