package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One table per hall is enough for every price list there is: yearly, packages, main and second.
 */
class PriceListsOfOtherHallsTest {

  private static final String UNIT = "\"ORGANISATION\"";
  private static final String PERSON = "\"PERSON\"";

  /** 国信: the first year, the years after it, or the package for four years. */
  private final FeeTable gx =
      new TestTable()
          .row("\"NEW\" | " + UNIT + " | not(4) | | |", "CERT_NEW", "15000", "1")
          .row("\"NEW\" | " + UNIT + " | not(4) | | |", "CERT_NEW", "10000", "years - 1")
          .row("\"NEW\" | " + UNIT + " | 4 | | |", "CERT_NEW", "35000", "1")
          .row("\"NEW\" | " + UNIT + " | not(4) | > 0 | |", "SEAL_NEW", "10000", "years")
          .row("\"NEW\" | " + UNIT + " | 4 | > 0 | |", "SEAL_NEW", "35000", "1")
          .row("\"NEW\" | " + PERSON + " | | | |", "CERT_NEW", "7000", "1")
          .row("\"NEW\" | " + PERSON + " | | | |", "CERT_NEW", "2000", "years - 1")
          .row("\"NEW\" | " + PERSON + " | | > 0 | |", "SEAL_NEW", "5000", "years")
          .row("\"RENEW\" | " + UNIT + " | not(4) | | |", "CERT_RENEW", "10000", "years")
          .row("\"RENEW\" | " + UNIT + " | 4 | | |", "CERT_RENEW", "35000", "1")
          .row("\"RENEW\" | " + UNIT + " | not(4) | > 0 | |", "SEAL_RENEW", "10000", "years")
          .row("\"RENEW\" | " + UNIT + " | 4 | > 0 | |", "SEAL_RENEW", "35000", "1")
          .row("\"RENEW\" | " + PERSON + " | | | |", "CERT_RENEW", "2000", "years")
          .row("\"RENEW\" | " + PERSON + " | | > 0 | |", "SEAL_RENEW", "5000", "years")
          .row("\"CHANGE\" | " + UNIT + " | | | |", "CERT_CHANGE", "0", "1")
          .row(
              "\"CHANGE\" | " + UNIT + " | | > 0 | | list contains(?, \"NAME\")",
              "CHG_NAME",
              "8000",
              "1")
          .row("\"CHANGE\" | " + PERSON + " | | > 0 | |", "CHG_SEAL", "5000", "1")
          .row("\"UNLOCK\" | | | | |", "UNLOCK", "0", "1")
          .row("\"EXCHANGE\" | | | | |", "EXCHANGE", "0", "1")
          .fees();

  /** 宿迁CFCA: the changed things one by one. */
  private final FeeTable cfca =
      new TestTable()
          .row("\"NEW\" | " + UNIT + " | | | |", "CERT_NEW", "15000", "1")
          .row("\"NEW\" | " + UNIT + " | | | |", "CERT_NEW", "10000", "years - 1")
          .row("\"NEW\" | " + UNIT + " | | > 0 | |", "SEAL_NEW", "10000", "years")
          .row("\"NEW\" | " + PERSON + " | | | |", "CERT_NEW", "7000", "1")
          .row("\"NEW\" | " + PERSON + " | | | |", "CERT_NEW", "2000", "years - 1")
          .row("\"NEW\" | " + PERSON + " | | > 0 | |", "SEAL_NEW", "5000", "years")
          .row("\"CHANGE\" | " + UNIT + " | | | |", "CERT_CHANGE", "0", "1")
          .row(
              "\"CHANGE\" | " + UNIT + " | | | | list contains(?, \"NAME\")",
              "CHG_NAME",
              "8000",
              "1")
          .row(
              "\"CHANGE\" | " + UNIT + " | | | | list contains(?, \"LEGAL_REP\")",
              "CHG_LEGAL",
              "5000",
              "1")
          .row(
              "\"CHANGE\" | " + UNIT + " | | | | list contains(?, \"SEAL\")",
              "CHG_SEAL",
              "5000",
              "1")
          .fees();

  /** 湖南: certificate and seal by the year, the key once. */
  private final FeeTable sz =
      new TestTable()
          .row("\"NEW\" | | | | |", "CERT_NEW", "20000", "years")
          .row("\"NEW\" | | | | |", "KEY", "10000", "1")
          .row("\"NEW\" | | | | |", "SEAL_NEW", "5000", "years")
          .fees();

  @Test
  void e6_two_keys_of_cfca_for_three_years_cost_1300_yuan() {
    ItemFacts key = unit("NEW", 3, 1);

    assertThat(total(cfca, key, key)).isEqualTo(130000);
  }

  @Test
  void e8_a_main_lock_and_two_secondary_ones_cost_550_yuan() {
    ItemFacts second = new ItemFacts("NEW", "ORGANISATION", "ORG_BUSINESS", 1, 0, true);

    assertThat(total(gx, unit("NEW", 1, 1), second, second)).isEqualTo(55000);
  }

  @Test
  void a_main_and_a_secondary_lock_for_four_years_cost_1050_yuan() {
    ItemFacts second = new ItemFacts("NEW", "ORGANISATION", "ORG_BUSINESS", 4, 0, true);

    assertThat(total(gx, unit("NEW", 4, 1), second)).isEqualTo(105000);
    assertThat(total(gx, unit("NEW", 3, 1))).isEqualTo(65000);
  }

  @Test
  void e10_renewals_of_gx() {
    assertThat(total(gx, unit("RENEW", 4, 1))).isEqualTo(70000);
    assertThat(total(gx, unit("RENEW", 3, 1))).isEqualTo(60000);
    assertThat(total(gx, person("RENEW", 3, 1))).isEqualTo(21000);
  }

  @ParameterizedTest
  @CsvSource({"1, 15000, 10000", "2, 25000, 20000", "3, 35000, 30000", "4, 35000, 35000"})
  void the_matrix_of_gx_for_a_unit(int years, long certificate, long seal) {
    assertThat(total(gx, unit("NEW", years, 0))).isEqualTo(certificate);
    assertThat(total(gx, unit("NEW", years, 1))).isEqualTo(certificate + seal);
  }

  @Test
  void free_services_of_gx_have_a_line() {
    assertThat(gx.lines(unit("UNLOCK", 1, 0))).hasSize(1);
    assertThat(total(gx, unit("UNLOCK", 1, 0), unit("EXCHANGE", 1, 1))).isZero();
  }

  @Test
  void q12_a_person_changing_the_signature_at_gx_pays_50_yuan() {
    assertThat(total(gx, person("CHANGE", 1, 1))).isEqualTo(5000);
  }

  @Test
  void q7_a_person_at_cfca_pays_120_yuan_for_certificate_and_seal() {
    assertThat(total(cfca, person("NEW", 1, 1))).isEqualTo(12000);
  }

  @Test
  void q9_only_what_changes_is_charged_at_cfca() {
    assertThat(total(cfca, changing("SEAL"))).isEqualTo(5000);
    assertThat(total(cfca, changing("NAME", "LEGAL_REP"))).isEqualTo(13000);
    assertThat(cfca.lines(changing("NAME")))
        .extracting(FeeLine::code)
        .containsExactly("CERT_CHANGE", "CHG_NAME");
  }

  @ParameterizedTest
  @CsvSource({"1, 35000", "2, 60000", "3, 85000", "4, 110000", "5, 135000"})
  void e12_hunan_by_years(int years, long fen) {
    assertThat(total(sz, unit("NEW", years, 1))).isEqualTo(fen);
  }

  private static ItemFacts unit(String service, int years, int seals) {
    return new ItemFacts(service, "ORGANISATION", "ORG", years, seals, false);
  }

  private static ItemFacts person(String service, int years, int seals) {
    return new ItemFacts(service, "PERSON", "PERSON", years, seals, false);
  }

  private static ItemFacts changing(String... changes) {
    return new ItemFacts("CHANGE", "ORGANISATION", "ORG", 1, 1, false, List.of(changes));
  }

  private static long total(FeeTable fees, ItemFacts... items) {
    return Stream.of(items)
        .flatMap(item -> fees.lines(item).stream())
        .mapToLong(FeeLine::amountFen)
        .sum();
  }
}
