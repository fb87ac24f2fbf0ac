package io.certhall.backoffice.secret.ui;

import static io.certhall.db.generated.Tables.SECRET_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import io.certhall.processes.secret.SecretDeliveries;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecretsViewTest extends ViewTest {

  private final Fixtures fixtures;
  private final SecretDeliveries deliveries;
  private final SecretPanels panels;
  private final TestOrders orders;
  private final Actor owner;
  private final String orderNo;

  SecretsViewTest(
      Fixtures fixtures,
      SecretDeliveries deliveries,
      SecretPanels panels,
      TestOrders orders,
      PersonalData personalData,
      DSLContext dsl) {
    this.fixtures = fixtures;
    this.deliveries = deliveries;
    this.panels = panels;
    this.orders = orders;
    this.owner = orders.applicant();
    this.orderNo = orders.submitted(owner);
    dsl.insertInto(SECRET_DELIVERY)
        .set(SECRET_DELIVERY.ORDER_NO, orderNo)
        .set(SECRET_DELIVERY.ITEM_SEQ, 1)
        .set(SECRET_DELIVERY.HALL, TestOrders.HALL)
        .set(SECRET_DELIVERY.MEDIUM_SERIAL, "KEY-1")
        .set(SECRET_DELIVERY.ROUTE, "TRANSFER_REMARK")
        .set(SECRET_DELIVERY.STATE, "WAITING")
        .set(SECRET_DELIVERY.PIN_ENC, personalData.encrypt(Column.SECRET_PIN, "73919204"))
        .set(SECRET_DELIVERY.RECIPIENT_MASKED, "6200******7890")
        .set(SECRET_DELIVERY.MUST_CHANGE, true)
        .set(SECRET_DELIVERY.CREATED_AT, Instant.now())
        .execute();
  }

  @Test
  @Tag("SZ-33")
  void finance_sees_the_pin_once_and_notes_the_transfer() {
    Actor finance = fixtures.staff(Role.FINANCE);
    signIn(finance);
    SecretsView page = navigate(SecretsView.class);
    Div row = row(page);
    assertThat(words(row)).contains("小额转账附言", "6200******7890", "待转账");

    pressIn(row, "查看口令");
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(words(find(Dialog.class).single())).contains("73919204");
    assertThat(deliveries.of(owner, orderNo).getFirst().recipient()).doesNotContain("73919204");
    find(Dialog.class).single().close();
    pressIn(row(page), "已转账");
    assertThat(words(row(page))).contains("已交付", "财务查看", finance.name());
    assertThat(words(panels.of(owner, orders.order(orderNo)).orElseThrow()))
        .contains("小额转账附言", "首次使用须修改口令")
        .doesNotContain("73919204");
  }

  @Test
  void reviewers_have_no_business_here() {
    signIn(fixtures.staff(Role.REVIEWER));

    assertThatThrownBy(() -> navigate(SecretsView.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Div row(SecretsView page) {
    return find(Div.class, page).withClassName("desk-row").all().stream()
        .filter(row -> words(row).contains(orderNo))
        .findFirst()
        .orElseThrow();
  }

  private void pressIn(Div row, String text) {
    test(find(com.vaadin.flow.component.button.Button.class, row).withText(text).single()).click();
  }
}
