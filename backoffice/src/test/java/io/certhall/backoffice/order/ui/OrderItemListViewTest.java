package io.certhall.backoffice.order.ui;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.order.query.OrderItemQuery.Row;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrderItemListViewTest extends Screen {

  private final TestOrders orders;
  private final TestCertificates certificates;
  private final DSLContext dsl;

  OrderItemListViewTest(TestOrders orders, TestCertificates certificates, DSLContext dsl) {
    this.dsl = dsl;
    this.orders = orders;
    this.certificates = certificates;
  }

  @Test
  @Tag("GS-97")
  void each_certificate_applied_for_has_a_row_filtered_by_type_and_done() {
    Actor applicant = orders.applicant();
    String serial = certificates.issued(applicant, TestOrders.HALL, "CONTRACT");
    dsl.update(ORDER_ITEM)
        .set(ORDER_ITEM.STATUS, ItemStatus.DONE.name())
        .where(
            ORDER_ITEM.ORDER_NO.in(
                dsl.select(CERTIFICATE.ORDER_NO)
                    .from(CERTIFICATE)
                    .where(CERTIFICATE.SERIAL.eq(serial))))
        .execute();
    String draft = orders.draft(applicant);
    signIn(applicant);

    open("order-items");

    assertThat(rows()).extracting(Row::type).contains(CertificateType.ORG);
    assertThat(line(draft))
        .containsSubsequence("机构证书", "新办", orders.order(draft).applicantName(), "3", "1", "未办理");
    open("order-items?done=true");
    assertThat(rows()).extracting(Row::issuedSerial).containsExactly(serial);
    assertThat(line(rows().getFirst().orderNo())).contains("机构业务证书", "已办理");
    assertThat(actions(0)).contains("加章");
    open("order-items?done=false&type=ORG");
    assertThat(rows()).extracting(Row::orderNo).containsExactly(draft);
    open("order-items?type=PERSON");
    assertThat(words()).contains("没有符合条件的证书");
  }

  @Test
  @Tag("GS-97")
  void what_has_to_be_written_to_the_key_is_downloaded_from_here() {
    Actor applicant = orders.applicant();
    String serial = certificates.issued(applicant, TestOrders.HALL, "CONTRACT");
    String renewal =
        orders.draft(
            applicant,
            certificates.form(
                TestOrders.HALL, Service.ADD_SEAL, TestCertificates.of(serial, "FINANCE")));
    orders.move(renewal, OrderState.UPDATE_PENDING);
    signIn(applicant);

    open("order-items?done=false");

    assertThat(actions(0)).contains("下载证书").doesNotContain("加章");
  }

  @Test
  void what_others_applied_for_is_not_shown() {
    orders.draft(orders.applicant());
    signIn(orders.applicant());

    open("order-items");

    assertThat(words()).contains("没有符合条件的证书");
  }

  @SuppressWarnings("unchecked")
  private Grid<Row> grid() {
    return findInView(Grid.class).single();
  }

  private List<Row> rows() {
    return IntStream.range(0, test(grid()).size()).mapToObj(test(grid())::getRow).toList();
  }

  private List<String> line(String orderNo) {
    int row = rows().stream().map(Row::orderNo).toList().indexOf(orderNo);
    return IntStream.range(0, 9).mapToObj(i -> test(grid()).getCellText(row, i)).toList();
  }

  private String actions(int row) {
    return words(test(grid()).getCellComponent(row, 9));
  }
}
