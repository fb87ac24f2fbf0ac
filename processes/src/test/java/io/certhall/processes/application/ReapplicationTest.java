package io.certhall.processes.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.attachment.AttachmentView;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestOrders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ProcessesTest
class ReapplicationTest {

  private final Reapplication reapplication;
  private final OrderDrafts drafts;
  private final Attachments attachments;
  private final TestOrders orders;

  ReapplicationTest(
      Reapplication reapplication, OrderDrafts drafts, Attachments attachments, TestOrders orders) {
    this.reapplication = reapplication;
    this.drafts = drafts;
    this.attachments = attachments;
    this.orders = orders;
  }

  @Test
  @Tag("ZR-17")
  void an_unpaid_order_is_edited_in_a_draft_that_takes_its_place() {
    Actor applicant = orders.applicant();
    String submitted = orders.submitted(applicant);

    String draft = reapplication.applyAgain(applicant, submitted);

    assertThat(orders.order(submitted).state()).isEqualTo(OrderState.CANCELLED);
    Order again = orders.order(draft);
    assertThat(again.state()).isEqualTo(OrderState.DRAFT);
    assertThat(again.totalFen()).isEqualTo(orders.order(submitted).totalFen());
    OrderForm form = drafts.form(applicant, draft);
    assertThat(form).isEqualTo(drafts.form(orders.order(submitted)));
    assertThat(attachments.list(applicant, draft))
        .extracting(AttachmentView::code, AttachmentView::sha256)
        .containsExactlyInAnyOrderElementsOf(
            attachments.list(applicant, submitted).stream()
                .map(file -> org.assertj.core.groups.Tuple.tuple(file.code(), file.sha256()))
                .toList());
  }

  @Test
  void the_draft_can_be_submitted_as_it_is() {
    Actor applicant = orders.applicant();
    String draft = reapplication.applyAgain(applicant, orders.submitted(applicant));

    orders.submit(applicant, draft);

    assertThat(orders.order(draft).state()).isEqualTo(OrderState.REVIEW_PENDING);
  }

  @Test
  void a_closed_order_is_applied_for_again_and_stays_closed() {
    Actor applicant = orders.applicant();
    String closed = orders.submitted(applicant);
    orders.move(closed, OrderState.CLOSED);

    String draft = reapplication.applyAgain(applicant, closed);

    assertThat(orders.order(closed).state()).isEqualTo(OrderState.CLOSED);
    assertThat(orders.order(draft).state()).isEqualTo(OrderState.DRAFT);
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderState.class,
      names = {"ISSUE_PENDING", "SHIPPED", "COMPLETED", "REJECTED", "PAYMENT_CHECKING"})
  void an_order_that_has_gone_on_is_not(OrderState state) {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    orders.move(orderNo, state);

    assertThatThrownBy(() -> reapplication.applyAgain(applicant, orderNo))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("ORDER_NOT_REAPPLIED");
    assertThat(orders.order(orderNo).state()).isEqualTo(state);
  }

  @Test
  void a_paid_order_is_not() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    orders.change(orderNo, OrderChange.of().paid(100));

    assertThatThrownBy(() -> reapplication.applyAgain(applicant, orderNo))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("ORDER_NOT_REAPPLIED");
  }

  @Test
  void somebody_elses_order_is_unknown() {
    String orderNo = orders.submitted(orders.applicant());

    assertThatThrownBy(() -> reapplication.applyAgain(orders.applicant(), orderNo))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("ORDER_UNKNOWN");
  }
}
