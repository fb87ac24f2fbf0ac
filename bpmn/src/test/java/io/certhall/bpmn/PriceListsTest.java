package io.certhall.bpmn;

import static io.certhall.bpmn.HallPrices.changing;
import static io.certhall.bpmn.HallPrices.item;
import static io.certhall.bpmn.HallPrices.person;
import static io.certhall.bpmn.HallPrices.secondary;
import static io.certhall.bpmn.HallPrices.unit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cell of the halls' price lists. */
class PriceListsTest {

  private static final String UNIT = "ORGANISATION";

  private final HallPrices gs = HallPrices.of("gscamce");
  private final HallPrices cfca = HallPrices.of("cfca-suqian");
  private final HallPrices gx = HallPrices.of("gxca-suqian");
  private final HallPrices sd = HallPrices.of("sdca");
  private final HallPrices zr = HallPrices.of("chinagas");
  private final HallPrices sz = HallPrices.of("szca-hunan");

  @ParameterizedTest
  @CsvSource({
    "NEW, 1, 3, 65000",
    "NEW, 5, 0, 115000",
    "RENEW, 1, 3, 50000",
    "REPLACE, 1, 1, 45000",
    "CHANGE, 1, 3, 50000",
    "ADD_SEAL, 1, 2, 20000",
    "UNLOCK, 1, 0, 0",
    "REVOKE, 1, 0, 0",
    "REPORT_LOSS, 1, 0, 0",
    "CANCEL_LOSS, 1, 0, 0"
  })
  @Tag("GS-75")
  void gansu(String service, int years, int seals, long fen) {
    assertThat(gs.total(unit(service, years, seals))).isEqualTo(fen);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, 1, 0, 15000",
    "NEW, 1, 1, 25000",
    "NEW, 2, 1, 45000",
    "NEW, 5, 3, 105000",
    "RENEW, 1, 0, 10000",
    "RENEW, 1, 1, 20000",
    "RENEW, 3, 1, 60000",
    "UNLOCK, 1, 1, 0",
    "REPLACE, 1, 0, 5000",
    "REPLACE, 1, 1, 5000",
    "REVOKE, 1, 1, 0"
  })
  @Tag("CFCA-38")
  void cfca_for_units(String service, int years, int seals, long fen) {
    assertThat(cfca.total(unit(service, years, seals))).isEqualTo(fen);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, 1, 0, 7000",
    "NEW, 3, 0, 11000",
    "NEW, 3, 1, 26000",
    "RENEW, 1, 1, 7000",
    "RENEW, 2, 0, 4000",
    "UNLOCK, 1, 1, 0",
    "REPLACE, 1, 1, 5000",
    "REVOKE, 1, 1, 0"
  })
  @Tag("CFCA-38")
  void cfca_for_persons(String service, int years, int seals, long fen) {
    assertThat(cfca.total(person(service, years, seals))).isEqualTo(fen);
  }

  @Test
  @Tag("CFCA-38")
  void each_thing_changed_at_cfca_is_a_line_of_its_own() {
    assertThat(cfca.total(changing(UNIT, 1, "NAME"))).isEqualTo(8000);
    assertThat(cfca.total(changing(UNIT, 0, "LEGAL_REP"))).isEqualTo(5000);
    assertThat(cfca.total(changing(UNIT, 1, "NAME", "LEGAL_REP", "SEAL"))).isEqualTo(18000);
    assertThat(cfca.codes(changing(UNIT, 1, "NAME", "SEAL")))
        .containsExactly("CERT_CHANGE", "CHG_NAME", "CHG_SEAL");
    assertThat(cfca.pack().settings().offersService("CHANGE", "PERSON")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, 1, 15000, 10000",
    "NEW, 2, 25000, 20000",
    "NEW, 3, 35000, 30000",
    "NEW, 4, 35000, 35000",
    "RENEW, 1, 10000, 10000",
    "RENEW, 2, 20000, 20000",
    "RENEW, 3, 30000, 30000",
    "RENEW, 4, 35000, 35000"
  })
  @Tag("GX-56")
  void gx_for_units_by_years(String service, int years, long certificate, long seal) {
    assertThat(gx.total(unit(service, years, 0))).isEqualTo(certificate);
    assertThat(gx.total(unit(service, years, 1))).isEqualTo(certificate + seal);
    assertThat(gx.total(unit(service, years, 3))).isEqualTo(certificate + seal);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, 1, 7000, 5000",
    "NEW, 2, 9000, 10000",
    "NEW, 3, 11000, 15000",
    "NEW, 4, 13000, 20000",
    "RENEW, 1, 2000, 5000",
    "RENEW, 2, 4000, 10000",
    "RENEW, 3, 6000, 15000",
    "RENEW, 4, 8000, 20000"
  })
  @Tag("GX-56")
  void gx_for_persons_by_years_without_offers(
      String service, int years, long certificate, long seal) {
    assertThat(gx.total(person(service, years, 0))).isEqualTo(certificate);
    assertThat(gx.total(person(service, years, 1))).isEqualTo(certificate + seal);
  }

  @Test
  @Tag("GX-56")
  void the_offer_of_gx_for_four_years_replaces_the_yearly_lines() {
    assertThat(gx.labels(unit("NEW", 4, 1))).containsExactly("证书费（四年优惠）", "电子签章费（四年优惠）");
    assertThat(gx.labels(unit("NEW", 3, 1))).containsExactly("证书费（首年）", "证书费（续年）", "电子签章费");
  }

  @Test
  @Tag("GX-20")
  @Tag("GX-21")
  @Tag("AC-24")
  void a_secondary_lock_pays_for_a_seal_only_when_it_has_one() {
    assertThat(gx.codes(secondary("NEW", 1, 0))).containsExactly("CERT_NEW");
    assertThat(gx.total(secondary("NEW", 1, 1))).isEqualTo(25000);
    assertThat(gx.pack().settings().locks().mainAndSecondary()).isTrue();
  }

  @Test
  @Tag("GX-56")
  void gx_replaces_changes_and_revokes() {
    assertThat(gx.total(unit("REPLACE", 1, 0))).isEqualTo(5000);
    assertThat(gx.total(unit("REPLACE", 1, 1))).isEqualTo(13000);
    assertThat(gx.total(person("REPLACE", 1, 1))).isEqualTo(10000);
    assertThat(gx.total(unit("REVOKE", 1, 1))).isZero();
    assertThat(gx.total(person("UNLOCK", 1, 1))).isZero();
  }

  @Test
  @Tag("GX-17")
  void gx_charges_each_change_of_a_lock_that_carries_a_seal() {
    assertThat(gx.total(changing(UNIT, 1, "NAME"))).isEqualTo(8000);
    assertThat(gx.total(changing(UNIT, 1, "LEGAL_REP", "SEAL"))).isEqualTo(10000);
    assertThat(gx.total(changing(UNIT, 0, "NAME", "LEGAL_REP"))).isZero();
    assertThat(gx.total(changing("PERSON", 0, "SEAL"))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NEW", "REPLACE", "RENEW"})
  void shandong_charges_each_key_by_the_year(String service) {
    long one = sd.total(unit(service, 1, 0));

    assertThat(one).isPositive();
    assertThat(sd.total(3, unit(service, 4, 2))).isEqualTo(one * 4 * 3);
  }

  @Test
  void shandong_unlocks_and_takes_loss_reports_free() {
    for (String service : new String[] {"UNLOCK", "REPORT_LOSS", "CANCEL_LOSS", "REVOKE"}) {
      assertThat(sd.total(unit(service, 1, 0))).as(service).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"ORG, 40000, 0", "LEGAL_REP, 0, 0", "ORG_PERSON, 0, 0"})
  @Tag("ZR-16")
  void china_gas_by_type(String type, long created, long renewed) {
    assertThat(zr.total(item("NEW", UNIT, type, 1, 1))).isEqualTo(created);
    assertThat(zr.total(item("RENEW", UNIT, type, 1, 1))).isEqualTo(renewed);
    assertThat(zr.total(item("REVOKE", UNIT, type, 1, 1))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 35000", "2, 60000", "3, 85000", "4, 110000", "5, 135000"})
  @Tag("SZ-39")
  void hunan_by_years(int years, long fen) {
    assertThat(sz.total(unit("NEW", years, 1))).isEqualTo(fen);
    assertThat(sz.total(person("NEW", years, 1))).isEqualTo(fen);
    assertThat(sz.labels(unit("NEW", years, 1))).containsExactly("证书费", "介质费", "签章费");
  }

  @Test
  void only_lists_with_prices_nobody_stated_are_marked_as_examples() {
    assertThat(TestPacks.all())
        .filteredOn(pack -> pack.settings().priceList().isExample())
        .extracting(HallPack::hall)
        .containsExactlyInAnyOrder("sdca", "szca-hunan");
    assertThat(sd.pack().settings().priceList().note()).contains("示例");
  }

  @Test
  void a_price_taken_out_stops_the_publication_and_is_named_with_its_service() {
    Map<String, String> files = new TreeMap<>(sd.pack().files());
    files.compute(
        "fees.dmn",
        (file, text) ->
            text.replaceFirst("(?s)(<outputEntry id=\"fees-renew-out3\">\\s*<text>)20000", "$1"));

    assertThat(PolicyChecks.check(PackReader.read(files)))
        .filteredOn(PolicyFinding::isError)
        .hasSize(2)
        .allSatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo("PRICE_NOT_CONFIGURED");
              assertThat(finding.element()).isEqualTo("CERT_RENEW");
              assertThat(finding.messageZh()).contains("续期").contains("CERT_RENEW");
              assertThat(finding.messageEn()).contains("Renew").contains("CERT_RENEW");
            });
  }
}
