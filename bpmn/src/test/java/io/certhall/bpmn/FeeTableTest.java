package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeeTableTest {

  private final FeeTable fees = FeeTable.of(TestPacks.gscamce());

  @Test
  @Tag("E1")
  void e1_three_certificates_in_one_order_cost_1950_yuan() {
    assertThat(
            total(
                item("NEW", "ORG", 1, 3),
                item("NEW", "ORG_BUSINESS", 1, 1),
                item("NEW", "ORG_PERSON", 3, 1)))
        .isEqualTo(195000);
  }

  @Test
  @Tag("E2")
  void e2_renewing_two_certificates_costs_700_yuan_and_no_key() {
    assertThat(total(item("RENEW", "ORG", 1, 1), item("RENEW", "ORG_BUSINESS", 1, 2)))
        .isEqualTo(70000);
    assertThat(fees.lines(item("RENEW", "ORG", 1, 1)))
        .extracting(FeeLine::code)
        .containsExactly("CERT_RENEW", "SEAL_RENEW");
  }

  @Test
  @Tag("E3")
  void e3_replacing_a_certificate_with_three_seals_costs_650_yuan() {
    assertThat(total(item("REPLACE", "ORG", 1, 3))).isEqualTo(65000);
  }

  @Test
  @Tag("Q1")
  void q1_six_certificates_without_seals_cost_2100_yuan() {
    assertThat(
            total(
                Collections.nCopies(6, item("NEW", "ORG_BUSINESS", 1, 0))
                    .toArray(ItemFacts[]::new)))
        .isEqualTo(210000);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, 1, 0, 35000",
    "NEW, 1, 3, 65000",
    "NEW, 2, 1, 65000",
    "NEW, 3, 1, 85000",
    "NEW, 5, 3, 145000",
    "RENEW, 1, 0, 20000",
    "RENEW, 1, 3, 50000",
    "REPLACE, 1, 0, 35000",
    "REPLACE, 3, 2, 55000",
    "CHANGE, 1, 0, 20000",
    "CHANGE, 1, 2, 40000",
    "ADD_SEAL, 1, 1, 10000",
    "ADD_SEAL, 1, 3, 30000",
    "UNLOCK, 1, 3, 0",
    "REVOKE, 1, 2, 0",
    "REPORT_LOSS, 1, 1, 0",
    "CANCEL_LOSS, 1, 1, 0"
  })
  @Tag("GS-41")
  @Tag("GS-75")
  void the_formulas_of_gansu_hold_for_every_type(String service, int years, int seals, long fen) {
    for (String type : List.of("ORG", "ORG_BUSINESS", "ORG_PERSON")) {
      assertThat(total(item(service, type, years, seals))).as(type).isEqualTo(fen);
    }
  }

  @Test
  void each_line_tells_price_and_quantity_in_the_order_of_the_list() {
    assertThat(fees.lines(item("NEW", "ORG", 2, 3)))
        .containsExactly(
            new FeeLine("CERT_NEW", "证书服务费", 20000, 2),
            new FeeLine("KEY", "介质费", 15000, 1),
            new FeeLine("SEAL_NEW", "印章费", 10000, 3));
  }

  @Test
  void a_line_of_quantity_zero_is_left_out() {
    assertThat(fees.lines(item("NEW", "ORG", 1, 0)))
        .extracting(FeeLine::code)
        .containsExactly("CERT_NEW", "KEY");
  }

  @Test
  void a_line_that_costs_nothing_stays() {
    assertThat(fees.lines(item("UNLOCK", "ORG", 1, 0)))
        .containsExactly(new FeeLine("UNLOCK", "解锁", 0, 1));
    assertThat(fees.lines(item("ADD_SEAL", "ORG", 1, 1)))
        .extracting(FeeLine::amountFen)
        .containsExactly(0L, 10000L);
  }

  @Test
  void a_row_without_a_price_refuses_the_order() {
    FeeTable table = FeeTable.of(TestPacks.with("fees.dmn", "15000", ""));

    assertThatThrownBy(() -> table.lines(item("NEW", "ORG", 1, 1)))
        .isInstanceOfSatisfying(
            PriceNotConfigured.class, missing -> assertThat(missing.feeCode()).isEqualTo("KEY"));
  }

  @Test
  void a_service_without_any_row_is_not_free() {
    assertThatThrownBy(() -> fees.lines(item("EXCHANGE", "ORG", 1, 1)))
        .isInstanceOf(PriceNotConfigured.class)
        .hasMessageContaining("EXCHANGE ORG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"199.5", "\"much\""})
  void a_price_that_is_no_whole_number_is_refused_by_name(String price) {
    FeeTable table = FeeTable.of(TestPacks.with("fees.dmn", "15000", price));

    assertThatThrownBy(() -> table.lines(item("NEW", "ORG", 1, 1)))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("fees.dmn")
        .hasMessageContaining("KEY")
        .hasMessageContaining("unitFen");
  }

  @Test
  void a_table_that_is_no_table_is_refused_with_its_file() {
    assertThatThrownBy(() -> FeeTable.of(TestPacks.with("fees.dmn", text -> "<nothing/>")))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("fees.dmn");
    assertThatThrownBy(() -> FeeTable.of(TestPacks.with("fees.dmn", "id=\"fees\"", "id=\"x\"")))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("'fees'");
  }

  @Test
  void the_price_of_a_full_order_is_known_within_20_milliseconds() {
    List<ItemFacts> order =
        IntStream.rangeClosed(1, 5).mapToObj(years -> item("NEW", "ORG", years, 3)).toList();
    long[] nanos = new long[500];
    for (int i = 0; i < nanos.length; i++) {
      long begin = System.nanoTime();
      order.forEach(fees::lines);
      nanos[i] = System.nanoTime() - begin;
    }
    Arrays.sort(nanos);

    assertThat(nanos[nanos.length * 99 / 100]).isLessThan(20_000_000);
  }

  @Test
  void many_ask_at_once_and_all_get_the_same_answer() {
    ItemFacts item = item("NEW", "ORG", 2, 2);
    List<FeeLine> expected = fees.lines(item);

    assertThat(Stream.generate(() -> item).limit(500).parallel().map(fees::lines).distinct())
        .containsExactly(expected);
  }

  private static ItemFacts item(String service, String type, int years, int seals) {
    return new ItemFacts(service, "ORGANISATION", type, years, seals, false);
  }

  private long total(ItemFacts... items) {
    return Stream.of(items)
        .flatMap(item -> fees.lines(item).stream())
        .mapToLong(FeeLine::amountFen)
        .sum();
  }
}
