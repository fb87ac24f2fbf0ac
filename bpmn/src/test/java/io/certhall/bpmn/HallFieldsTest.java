package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hall asks of its own. */
class HallFieldsTest {

  @Test
  @Tag("GX-24")
  @Tag("GX-25")
  void suqian_asks_for_the_city_of_the_project_and_fixes_the_platform() {
    HallSettings hall = TestPacks.of("gxca-suqian").settings();

    assertThat(hall.fields("NEW", "ORGANISATION"))
        .extracting(HallField::code)
        .containsExactly("PROJECT_CITY", "PLATFORM", "UNIT_PHONE", "COUNTY");
    assertThat(hall.fields("RENEW", "PERSON"))
        .extracting(HallField::code)
        .containsExactly("PLATFORM", "BELONGS_TO");
    assertThat(hall.fields().getFirst().options()).hasSize(13);
    assertThat(hall.fields().get(1).options()).hasSize(1);
  }

  @Test
  @Tag("SD-05")
  @Tag("SD-06")
  void shandong_has_fifteen_user_types_one_of_them_for_financial_institutions_only() {
    HallField types = TestPacks.of("sdca").settings().fields().getLast();

    assertThat(types.kind()).isEqualTo(HallField.Kind.CHOICES);
    assertThat(types.options()).hasSize(15);
    assertThat(types.option("FINANCIAL").orElseThrow().fits("临沂示例银行股份有限公司")).isTrue();
    assertThat(types.option("FINANCIAL").orElseThrow().fits("临沂示例建设有限公司")).isFalse();
    assertThat(types.option("DESIGN").orElseThrow().fits("临沂示例建设有限公司")).isTrue();
  }

  @Test
  void a_hall_without_fields_asks_nothing_of_its_own() {
    assertThat(TestPacks.of("gscamce").settings().fields()).isEmpty();
    assertThat(TestPacks.of("gscamce").settings().operatorDocuments())
        .containsExactly("RESIDENT_ID");
    assertThat(TestPacks.of("gscamce").settings().logins()).containsExactly("USERNAME");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: Lower, kind: TEXT | VALUE_INVALID",
        "code: A, kind: CHOICE | OPTIONS_MISPLACED",
        "code: A, kind: TEXT, services: [FLY] | WORD_UNKNOWN",
        "code: A, kind: TEXT, holders: [MARTIAN] | WORD_UNKNOWN",
        "code: A, kind: TEXT, longest: 0 | VALUE_RANGE",
        "code: A, kind: CHOICE, preset: Y, options: [{code: X, label: {zh: 一, en: one}}] | WORD_UNKNOWN",
        "code: A, kind: CHOICE, options: [{code: x, label: {zh: 一, en: one}}] | VALUE_INVALID",
        "code: A, kind: TEXT, size: 3 | KEY_UNKNOWN"
      })
  void a_field_that_cannot_be_answered_is_not_published(String field, String code) {
    HallPack pack =
        TestPacks.with(
            "hall.yaml",
            "retentionYears: 10",
            "retentionYears: 10\nfields:\n  - {label: {zh: 项, en: field}, " + field + "}");

    assertThat(PolicyChecksTest.errors(pack)).extracting(PolicyFinding::code).contains(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: lower | VALUE_INVALID",
        "code: A, certificates: [not PEM] | VALUE_INVALID",
        "code: A, creditCodeIn: [serial] | VALUE_INVALID",
        "code: ZHONGGONG | CODE_TWICE"
      })
  void a_partner_issuer_that_cannot_be_used_is_not_published(String partner, String code) {
    HallPack pack =
        TestPacks.with(
            "hall.yaml",
            "partnerIssuers:\n",
            "partnerIssuers:\n  - {name: {zh: 机构, en: Issuer}, " + partner + "}\n");

    assertThat(PolicyChecksTest.errors(pack)).extracting(PolicyFinding::code).contains(code);
  }

  @ParameterizedTest
  @CsvSource({"operatorDocuments", "logins", "oneForm"})
  void words_that_nobody_knows_are_refused(String key) {
    HallPack pack =
        TestPacks.with(
            "hall.yaml", "retentionYears: 10", "retentionYears: 10\n" + key + ": [NONSENSE]");

    assertThat(PolicyChecksTest.errors(pack))
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo("WORD_UNKNOWN");
              assertThat(finding.element()).isEqualTo(key);
            });
  }
}
