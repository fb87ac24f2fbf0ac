package io.certhall.processes.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ProcessesTest
class ProductionQueryTest {

  private final ProductionQuery query;
  private final ProductionDesk desk;
  private final TestOrders orders;
  private final TestSteps steps;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;
  private final Actor producer;
  private String orderNo = "";
  private HumanTask first;

  ProductionQueryTest(
      ProductionQuery query,
      ProductionDesk desk,
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts,
      TestOrganisations organisations) {
    this.query = query;
    this.desk = desk;
    this.orders = orders;
    this.steps = steps;
    this.accounts = accounts;
    this.organisations = organisations;
    this.producer = accounts.staff(Role.PRODUCER);
    Actor applicant = orders.applicant();
    long person = organisations.person(applicant, "王五");
    this.orderNo =
        orders.draft(
            applicant,
            TestOrders.form(
                null,
                TestOrders.item(CertificateType.ORG, "OFFICIAL", "CONTRACT"),
                new OrderForm.ItemForm(
                    CertificateType.ORG_PERSON, person, 2, 1, List.of("SIGNATURE"), false, null)));
    orders.submit(applicant, orderNo);
    this.first = steps.production(orderNo);
  }

  @BeforeEach
  void the_order_is_on_the_desk() {
    assertThat(rows()).hasSize(2);
  }

  @Test
  void each_certificate_is_a_row_with_what_goes_on_the_key() {
    assertThat(rows().getFirst())
        .satisfies(
            row -> {
              assertThat(row.type()).isEqualTo(CertificateType.ORG);
              assertThat(row.seals()).containsExactly("OFFICIAL", "CONTRACT");
              assertThat(row.personName()).isNull();
              assertThat(row.itemCount()).isEqualTo(2);
            });
    assertThat(rows().getLast())
        .satisfies(
            row -> {
              assertThat(row.personName()).isEqualTo("王五");
              assertThat(row.years()).isEqualTo(2);
              assertThat(row.itemSeq()).isEqualTo(2);
            });
  }

  @Test
  void a_key_assigned_is_seen_before_the_certificate_is() {
    desk.produce(producer, first.id(), "PQ-" + orderNo, null);

    assertThat(rows()).extracting(ProductionRow::itemSeq).containsExactly(2);
    assertThat(query.produced(producer, List.of(orderNo)))
        .singleElement()
        .satisfies(
            made -> {
              assertThat(made.mediumSerial()).isEqualTo("PQ-" + orderNo);
              assertThat(made.serial()).isNull();
            });
  }

  @Test
  void only_producers_look() {
    Actor reviewer = accounts.staff(Role.REVIEWER);

    assertThat(
            Refused.codes(
                () -> query.page(reviewer, TaskQuery.Filter.of(TaskQueue.PRODUCTION), 0, 10)))
        .containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> query.produced(reviewer, List.of(orderNo))))
        .containsExactly("ROLE_MISSING");
  }

  private List<ProductionRow> rows() {
    return query.page(
        producer, new TaskQuery.Filter(TaskQueue.PRODUCTION, null, orderNo, false, null), 0, 10);
  }
}
