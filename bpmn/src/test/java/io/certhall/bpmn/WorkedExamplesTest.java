package io.certhall.bpmn;

import static io.certhall.bpmn.HallPrices.changing;
import static io.certhall.bpmn.HallPrices.item;
import static io.certhall.bpmn.HallPrices.person;
import static io.certhall.bpmn.HallPrices.secondary;
import static io.certhall.bpmn.HallPrices.unit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked examples and boundary rows of the fee tables, on the packs that ship. */
class WorkedExamplesTest {

  private static final String UNIT = "ORGANISATION";

  private final HallPrices gs = HallPrices.of("gscamce");
  private final HallPrices cfca = HallPrices.of("cfca-suqian");
  private final HallPrices gx = HallPrices.of("gxca-suqian");
  private final HallPrices zr = HallPrices.of("chinagas");
  private final HallPrices sz = HallPrices.of("szca-hunan");

  @Test
  @Tag("E1")
  void e1_three_certificates_of_gansu_in_one_order() {
    assertThat(
            gs.total(
                item("NEW", UNIT, "ORG", 1, 3),
                item("NEW", UNIT, "ORG_BUSINESS", 1, 1),
                item("NEW", UNIT, "ORG_PERSON", 3, 1)))
        .isEqualTo(195000);
  }

  @Test
  @Tag("E2")
  void e2_renewal_of_two_certificates_of_gansu() {
    assertThat(gs.total(unit("RENEW", 1, 1), unit("RENEW", 1, 2))).isEqualTo(70000);
    assertThat(gs.codes(unit("RENEW", 1, 1))).doesNotContain("KEY");
  }

  @Test
  @Tag("E3")
  void e3_replacement_of_a_certificate_of_gansu_with_three_seals() {
    assertThat(gs.total(unit("REPLACE", 1, 3))).isEqualTo(65000);
  }

  @Test
  @Tag("E6")
  void e6_two_unit_keys_of_cfca_for_three_years_with_seals() {
    assertThat(cfca.total(2, unit("NEW", 3, 1))).isEqualTo(130000);
  }

  @Test
  @Tag("E8")
  void e8_a_main_lock_of_gx_and_two_secondary_ones() {
    assertThat(gx.total(unit("NEW", 1, 1), secondary("NEW", 1, 0), secondary("NEW", 1, 0)))
        .isEqualTo(55000);
  }

  @Test
  @Tag("AC-25")
  void a_main_and_a_secondary_lock_of_gx_for_four_years() {
    assertThat(gx.total(unit("NEW", 4, 1), secondary("NEW", 4, 0))).isEqualTo(105000);
    assertThat(gx.total(unit("NEW", 3, 1))).isEqualTo(65000);
    assertThat(limits("gxca-suqian", unit("NEW", 5, 1)))
        .containsExactly(new LimitViolation("YEARS_RANGE", "items[0].years", "1-4"));
  }

  @Test
  @Tag("E10")
  void e10_renewals_of_gx() {
    assertThat(gx.total(unit("RENEW", 4, 1))).isEqualTo(70000);
    assertThat(gx.total(unit("RENEW", 3, 1))).isEqualTo(60000);
    assertThat(gx.total(person("RENEW", 3, 1))).isEqualTo(21000);
  }

  @Test
  @Tag("E12")
  @Tag("SZ-39")
  @Tag("ZR-16")
  void e12_hunan_and_china_gas() {
    assertThat(sz.total(unit("NEW", 1, 1))).isEqualTo(35000);
    assertThat(sz.total(unit("NEW", 3, 1))).isEqualTo(85000);
    assertThat(zr.total(5, item("RENEW", UNIT, "ORG_PERSON", 1, 1))).isZero();
    assertThat(zr.total(item("NEW", UNIT, "ORG", 1, 2))).isEqualTo(40000);
  }

  @Test
  @Tag("Q1")
  void q1_six_certificates_of_gansu_without_seals() {
    assertThat(gs.total(6, item("NEW", UNIT, "ORG_BUSINESS", 1, 0))).isEqualTo(210000);
  }

  @Test
  @Tag("Q3")
  @Tag("GS-47")
  void q3_four_seals_are_too_many_at_gansu() {
    LimitTable.Item four =
        new LimitTable.Item(
            unit("NEW", 1, 4), List.of("OFFICIAL", "FINANCE", "CONTRACT", "LEGAL_REP"), true, 0);

    assertThat(LimitTable.of(gs.pack()).violations("NEW", UNIT, true, List.of(four)))
        .containsExactly(new LimitViolation("LIMIT_SEALS", "items[0].seals", "3"));
  }

  @Test
  @Tag("Q4")
  void q4_unlocking_a_unit_s_lock_of_gx_is_free() {
    assertThat(gx.total(unit("UNLOCK", 1, 1))).isZero();
    assertThat(gx.codes(unit("UNLOCK", 1, 1))).containsExactly("UNLOCK");
  }

  @Test
  @Tag("Q5")
  @Tag("AC-27")
  @Tag("GX-02")
  @Tag("GX-12")
  void q5_exchanging_a_unit_s_lock_of_gx_with_its_seal_is_free() {
    assertThat(gx.total(unit("EXCHANGE", 1, 1))).isZero();
    assertThat(gx.codes(unit("EXCHANGE", 1, 1))).containsExactly("EXCHANGE", "SEAL_REPLACE");
    assertThat(gx.total(person("EXCHANGE", 1, 1))).isZero();
  }

  @Test
  @Tag("Q7")
  void q7_a_person_at_cfca_pays_for_certificate_and_seal() {
    assertThat(cfca.total(person("NEW", 1, 1))).isEqualTo(12000);
  }

  @Test
  @Tag("Q9")
  void q9_a_unit_of_cfca_changes_its_official_seal() {
    assertThat(cfca.total(changing(UNIT, 1, "SEAL"))).isEqualTo(5000);
    assertThat(cfca.codes(changing(UNIT, 1, "SEAL"))).containsExactly("CERT_CHANGE", "CHG_SEAL");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6})
  @Tag("Q10")
  @Tag("SZ-14")
  void q10_hunan_sells_one_to_five_years(int years) {
    assertThat(limits("szca-hunan", unit("NEW", years, 1)))
        .containsExactly(new LimitViolation("YEARS_RANGE", "items[0].years", "1-5"));
  }

  @Test
  @Tag("Q12")
  @Tag("GX-18")
  void q12_a_person_of_gx_changes_the_signature() {
    assertThat(gx.total(changing("PERSON", 1, "SEAL"))).isEqualTo(5000);
  }

  /** Hall, first and last allowed year of a new certificate and of a renewal. */
  @ParameterizedTest
  @CsvSource({
    "gscamce, NEW, 1, 5",
    "gscamce, RENEW, 1, 1",
    "cfca-suqian, NEW, 1, 5",
    "cfca-suqian, RENEW, 1, 5",
    "gxca-suqian, NEW, 1, 4",
    "gxca-suqian, RENEW, 1, 4",
    "sdca, NEW, 1, 5",
    "sdca, REPLACE, 1, 5",
    "sdca, RENEW, 1, 5",
    "chinagas, NEW, 1, 1",
    "chinagas, RENEW, 1, 1",
    "szca-hunan, NEW, 1, 5",
    "szca-hunan, RENEW, 1, 5"
  })
  @Tag("GS-49")
  @Tag("GS-50")
  @Tag("CFCA-11")
  @Tag("SD-15")
  @Tag("SZ-14")
  void years_outside_the_range_of_the_service_are_refused(
      String hall, String service, int first, int last) {
    for (int years = first; years <= last; years++) {
      assertThat(limits(hall, unit(service, years, 0))).as(years + " years").isEmpty();
    }
    String range = first == last ? Integer.toString(first) : first + "-" + last;
    for (int years : new int[] {first - 1, last + 1}) {
      assertThat(limits(hall, unit(service, years, 0)))
          .as(years + " years")
          .containsExactly(new LimitViolation("YEARS_RANGE", "items[0].years", range));
    }
  }

  private static List<LimitViolation> limits(String hall, ItemFacts item) {
    return LimitTable.of(TestPacks.of(hall))
        .violations(
            item.service(),
            item.holder(),
            true,
            Collections.singletonList(new LimitTable.Item(item, List.of(), true, 0)));
  }
}
