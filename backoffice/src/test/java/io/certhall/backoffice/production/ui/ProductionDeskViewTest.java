package io.certhall.backoffice.production.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProductionDeskViewTest extends ViewTest {

  private static final AtomicInteger KEYS = new AtomicInteger(7000);

  private final Fixtures fixtures;
  private final TestOrders testOrders;
  private final Orders orders;
  private final String orderNo;
  private ProductionDeskView page;

  ProductionDeskViewTest(Fixtures fixtures, TestOrders testOrders, TestSteps steps, Orders orders) {
    this.fixtures = fixtures;
    this.testOrders = testOrders;
    this.orders = orders;
    Actor applicant = testOrders.applicant();
    this.orderNo =
        testOrders.draft(
            applicant,
            TestOrders.form(
                null,
                TestOrders.item(CertificateType.ORG, "OFFICIAL"),
                TestOrders.item(CertificateType.ORG_BUSINESS)));
    testOrders.submit(applicant, orderNo);
    steps.production(orderNo);
  }

  @BeforeEach
  void the_desk_with_this_order() {
    signIn(fixtures.staff(Role.PRODUCER));
    page = navigate(ProductionDeskView.class);
    test(find(TextField.class)
            .withCondition(f -> f.getLabel() == null || f.getLabel().isEmpty())
            .all()
            .getFirst())
        .setValue(orderNo);
  }

  @Test
  void each_certificate_has_its_row_with_what_goes_on_the_key() {
    assertThat(rows()).hasSize(2);
    assertThat(words(rows().getFirst())).contains("机构证书 · 1 年", "印章：公章", "第 1 张，共 2 张");
    assertThat(words(rows().getLast())).contains("机构业务证书", "无印章", "第 2 张，共 2 张");
  }

  @Test
  @Tag("GS-76")
  void a_scanned_serial_assigns_the_key_and_the_next_row_is_left() {
    String key = "UK-" + KEYS.incrementAndGet();
    test(serial(rows().getFirst())).setValue(key);

    press(rows().getFirst());

    assertThat(items().getFirst().mediumSerial()).isEqualTo(key);
    assertThat(items().getFirst().status()).isEqualTo(ItemStatus.IN_PROGRESS);
    assertThat(rows()).singleElement().satisfies(row -> assertThat(words(row)).contains("第 2 张"));
    assertThat(words(find(ProducedCard.class).single())).contains("介质 " + key, "签发中");
  }

  @Test
  void a_request_made_on_the_key_goes_along() {
    KeyRow row = rows().getFirst();
    find(Details.class, row).single().setOpened(true);
    find(TextArea.class, row)
        .single()
        .setValue("-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----");
    test(serial(row)).setValue("UK-" + KEYS.incrementAndGet());

    press(row);

    assertThat(items().getFirst().signingCsr()).startsWith("-----BEGIN CERTIFICATE REQUEST");
  }

  @Test
  void a_serial_in_use_is_refused_at_its_field() {
    String key = "UK-" + KEYS.incrementAndGet();
    test(serial(rows().getFirst())).setValue(key);
    press(rows().getFirst());
    test(serial(rows().getFirst())).setValue(key);

    press(rows().getFirst());

    assertThat(serial(rows().getFirst()).isInvalid()).isTrue();
    assertThat(serial(rows().getFirst()).getErrorMessage()).contains("已用于其他证书");
    assertThat(items().getLast().mediumSerial()).isNull();
  }

  @Test
  void nothing_scanned_is_refused_at_its_field() {
    press(rows().getFirst());

    assertThat(serial(rows().getFirst()).getErrorMessage()).isEqualTo("此项必填。");
  }

  @Test
  void der_files_become_pem() {
    assertThat(CsrField.pem(new byte[] {0x30, 0x03, 0x01, 0x02, 0x03}))
        .isEqualTo(
            "-----BEGIN CERTIFICATE REQUEST-----\nMAMBAgM=\n-----END CERTIFICATE REQUEST-----\n");
  }

  private List<KeyRow> rows() {
    return find(KeyRow.class, page).all();
  }

  private List<Order.Item> items() {
    return orders.items(orderNo);
  }

  private TextField serial(KeyRow row) {
    return find(TextField.class, row).single();
  }

  private void press(KeyRow row) {
    test(find(com.vaadin.flow.component.button.Button.class, row).withText("写入").single()).click();
  }
}
