package io.certhall.processes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.delivery.TrackingImport.Row;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class TrackingImportTest {

  private final TrackingImport imports;
  private final ShipmentQuery shipments;
  private final TestOrders orders;
  private final TestSteps steps;
  private final TestAccounts accounts;
  private final Actor dispatcher;

  TrackingImportTest(
      TrackingImport imports,
      ShipmentQuery shipments,
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts) {
    this.imports = imports;
    this.shipments = shipments;
    this.orders = orders;
    this.steps = steps;
    this.accounts = accounts;
    this.dispatcher = accounts.staff(Role.DISPATCHER);
  }

  @Test
  @Tag("GX-52")
  void a_list_of_numbers_ships_all_parcels_and_again_changes_nothing() {
    List<Row> rows =
        List.of(
            new Row(2, waiting(), "顺丰速运", "SF1234567890"),
            new Row(3, waiting(), "顺丰速运", "SF1234567891"));

    assertThat(imports.take(dispatcher, rows)).isEqualTo(new TrackingImport.Result(2, 0));

    assertThat(shipments.of(rows.getFirst().orderNo()).orElseThrow().trackingNo())
        .isEqualTo("SF1234567890");
    assertThat(imports.take(dispatcher, rows)).isEqualTo(new TrackingImport.Result(0, 2));
  }

  @Test
  void one_wrong_line_stops_all_and_each_is_named() {
    String good = waiting();
    String shipped = waiting();
    imports.take(dispatcher, List.of(new Row(2, shipped, "顺丰速运", "SF1111111111")));

    Refusal refusal =
        Refused.by(
            () ->
                imports.take(
                    dispatcher,
                    List.of(
                        new Row(2, good, "顺丰速运", "SF1234567890"),
                        new Row(3, "20200101000000000", "顺丰速运", "SF1234567890"),
                        new Row(4, good, "顺丰速运", "SF1234567890"),
                        new Row(5, shipped, "顺丰速运", "SF2222222222"),
                        new Row(6, waiting(), "", "1"))));

    assertThat(refusal.problems())
        .extracting(Problem::path, Problem::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("rows[3]", "TRACKING_NOT_WAITING"),
            org.assertj.core.groups.Tuple.tuple("rows[4]", "TRACKING_TWICE"),
            org.assertj.core.groups.Tuple.tuple("rows[5]", "TRACKING_OTHER"),
            org.assertj.core.groups.Tuple.tuple("rows[6].carrier", "FIELD_REQUIRED"),
            org.assertj.core.groups.Tuple.tuple("rows[6].trackingNo", "TRACKING_NO_INVALID"));
    assertThat(shipments.of(good)).isEmpty();
  }

  @Test
  void an_empty_or_endless_list_and_other_staff_are_refused() {
    assertThat(Refused.codes(() -> imports.take(dispatcher, List.of())))
        .containsExactly("TRACKING_LIST_EMPTY");
    Row row = new Row(2, "1", "2", "3");
    assertThat(
            Refused.codes(
                () ->
                    imports.take(
                        dispatcher,
                        java.util.Collections.nCopies(TrackingImport.MOST_ROWS + 1, row))))
        .containsExactly("TRACKING_LIST_LONG");
    assertThat(Refused.by(() -> imports.take(accounts.staff(Role.FINANCE), List.of(row))).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
  }

  private String waiting() {
    String orderNo = orders.submitted(orders.applicant());
    steps.dispatch(orderNo);
    return orderNo;
  }
}
