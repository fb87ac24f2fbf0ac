package io.certhall.backoffice.reconciliation.ui;

import static io.certhall.db.generated.Tables.ISSUANCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.issuance.IssuanceParking;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconciliationViewTest extends ViewTest {

  private final Fixtures fixtures;
  private final IssuanceParking parking;
  private final Clock clock;
  private final DSLContext dsl;
  private final String orderNo;
  private final String serial = "AB" + FreshNumbers.phone();

  ReconciliationViewTest(
      Fixtures fixtures, TestOrders orders, IssuanceParking parking, Clock clock, DSLContext dsl) {
    this.fixtures = fixtures;
    this.parking = parking;
    this.clock = clock;
    this.dsl = dsl;
    this.orderNo = orders.submitted(orders.applicant());
    orders.move(orderNo, OrderState.ISSUE_PENDING);
  }

  @BeforeEach
  void an_issue_is_in_doubt() {
    dsl.insertInto(ISSUANCE)
        .set(ISSUANCE.ORDER_NO, orderNo)
        .set(ISSUANCE.ITEM_SEQ, 1)
        .set(ISSUANCE.STATE, "RESERVED")
        .set(ISSUANCE.SIGNING_SERIAL, serial)
        .set(ISSUANCE.ENCRYPTION_SERIAL, serial + "E")
        .set(ISSUANCE.PREPARED, new byte[] {1})
        .set(ISSUANCE.RESERVED_AT, clock.instant())
        .execute();
    parking.failedAfterSigning(orderNo, List.of(serial), "数据库连接中断");
    parking.failedAfterSigning(orderNo, List.of(serial), "数据库连接中断");
  }

  @Test
  void the_page_shows_what_the_ca_has_beside_what_the_order_has() {
    signIn(fixtures.staff(Role.ADMIN));
    navigate(ReconciliationView.class);

    assertThat(words(card()))
        .contains("数据库连接中断", serial, serial + "E", "入库失败 2 次", "已入库的证书", "没有", orderNo);
  }

  @Test
  void an_administrator_finishes_what_was_reserved() {
    signIn(fixtures.staff(Role.ADMIN));
    navigate(ReconciliationView.class);

    test(find(Button.class, card()).withText("按预留完成签发").single()).click();
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(state()).isEqualTo("RESERVED");
    assertThat(cards()).isEmpty();
  }

  @Test
  void an_administrator_voids_with_a_reason_and_sees_it_among_the_voided() {
    signIn(fixtures.staff(Role.ADMIN));
    navigate(ReconciliationView.class);

    test(find(Button.class, card()).withText("作废并重新签发").single()).click();
    press("作废并重签");
    assertThat(find(TextArea.class).single().getErrorMessage()).contains("必填");
    test(find(TextArea.class).single()).setValue("预留内容损坏");
    press("作废并重签");

    assertThat(state()).isEqualTo("VOID");
    assertThat(cards()).isEmpty();
    test(find(Checkbox.class).single()).click();
    assertThat(words(card())).contains("预留内容损坏");
    assertThat(find(Button.class, card()).all()).isEmpty();
  }

  @Test
  void an_auditor_only_looks() {
    signIn(fixtures.staff(Role.AUDITOR));
    navigate(ReconciliationView.class);

    assertThat(find(Button.class, card()).all()).isEmpty();
  }

  private String state() {
    return dsl.select(ISSUANCE.STATE)
        .from(ISSUANCE)
        .where(ISSUANCE.SIGNING_SERIAL.eq(serial))
        .fetchSingle()
        .value1();
  }

  private Card card() {
    return cards().getFirst();
  }

  private List<Card> cards() {
    return find(Card.class).all().stream().filter(card -> words(card).contains(serial)).toList();
  }
}
