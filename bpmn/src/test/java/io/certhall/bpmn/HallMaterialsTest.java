package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which documents each hall asks for. */
class HallMaterialsTest {

  private static final String UNIT = "ORGANISATION";
  private static final String PERSON = "PERSON";

  @ParameterizedTest
  @CsvSource({
    "NEW, APPLICATION_FORM POWER_OF_ATTORNEY SERVICE_AGREEMENT SEAL_IMAGE-1",
    "RENEW, APPLICATION_FORM POWER_OF_ATTORNEY SERVICE_AGREEMENT SEAL_IMAGE-1",
    "REPLACE, APPLICATION_FORM POWER_OF_ATTORNEY SERVICE_AGREEMENT SEAL_IMAGE-1",
    "CHANGE, APPLICATION_FORM POWER_OF_ATTORNEY SERVICE_AGREEMENT SEAL_IMAGE-1",
    "ADD_SEAL, APPLICATION_FORM POWER_OF_ATTORNEY SERVICE_AGREEMENT SEAL_IMAGE-1",
    "REVOKE, APPLICATION_FORM POWER_OF_ATTORNEY",
    "REPORT_LOSS, ''"
  })
  @Tag("GS-54")
  @Tag("GS-55")
  @Tag("GS-56")
  @Tag("GS-57")
  @Tag("GS-63")
  @Tag("GS-64")
  void gansu(String service, String codes) {
    assertThat(codes("gscamce", service, UNIT, false)).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, LICENCE APPLICATION_FORM OPERATOR_ID SEAL_SHEET",
    "RENEW, LICENCE APPLICATION_FORM OPERATOR_ID",
    "REPLACE, LICENCE APPLICATION_FORM OPERATOR_ID LOSS_STATEMENT SEAL_SHEET",
    "CHANGE, LICENCE APPLICATION_FORM OPERATOR_ID CHANGE_PROOF SEAL_SHEET",
    "UNLOCK, LICENCE APPLICATION_FORM OPERATOR_ID",
    "REVOKE, LICENCE APPLICATION_FORM OPERATOR_ID"
  })
  @Tag("CFCA-19")
  @Tag("CFCA-24")
  @Tag("CFCA-25")
  @Tag("CFCA-26")
  @Tag("CFCA-27")
  void units_at_cfca(String service, String codes) {
    assertThat(codes("cfca-suqian", service, UNIT, false, "NAME")).isEqualTo(codes);
  }

  @Test
  @Tag("CFCA-22")
  @Tag("CFCA-23")
  @Tag("CFCA-28")
  @Tag("CFCA-29")
  @Tag("CFCA-30")
  @Tag("AC-21")
  void a_person_at_cfca_brings_the_agent_s_id_only_when_represented() {
    assertThat(codes("cfca-suqian", "NEW", PERSON, false))
        .isEqualTo("APPLICANT_ID APPLICANT_ID_BACK APPLICATION_FORM SIGNATURE");
    assertThat(codes("cfca-suqian", "NEW", PERSON, true))
        .isEqualTo("APPLICANT_ID APPLICANT_ID_BACK APPLICATION_FORM SIGNATURE AGENT_ID");
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, , LICENCE OPERATOR_ID APPLICATION_FORM SEAL_SHEET",
    "EXCHANGE, , LICENCE OPERATOR_ID APPLICATION_FORM",
    "REPLACE, , LICENCE OPERATOR_ID APPLICATION_FORM LOSS_STATEMENT SEAL_SHEET",
    "RENEW, , LICENCE OPERATOR_ID APPLICATION_FORM",
    "UNLOCK, , LICENCE OPERATOR_ID APPLICATION_FORM",
    "CHANGE, NAME, LICENCE OPERATOR_ID APPLICATION_FORM CHANGE_NOTICE SEAL_SHEET",
    "CHANGE, LEGAL_REP, LICENCE OPERATOR_ID APPLICATION_FORM CHANGE_NOTICE SEAL_SHEET",
    "CHANGE, SEAL, LICENCE OPERATOR_ID APPLICATION_FORM SEAL_SHEET"
  })
  @Tag("GX-30")
  @Tag("GX-37")
  @Tag("GX-38")
  @Tag("GX-39")
  @Tag("GX-40")
  @Tag("GX-41")
  @Tag("GX-45")
  void units_at_gx(String service, @Nullable String change, String codes) {
    String[] changes = change == null ? new String[0] : new String[] {change};

    assertThat(codes("gxca-suqian", service, UNIT, false, changes)).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({
    "EXCHANGE, APPLICANT_ID OPERATOR_ID APPLICATION_FORM",
    "NEW, APPLICANT_ID OPERATOR_ID APPLICATION_FORM SEAL_SHEET",
    "REPLACE, APPLICANT_ID OPERATOR_ID APPLICATION_FORM SEAL_SHEET",
    "RENEW, APPLICANT_ID OPERATOR_ID APPLICATION_FORM",
    "CHANGE, APPLICANT_ID OPERATOR_ID APPLICATION_FORM SEAL_SHEET",
    "UNLOCK, APPLICANT_ID OPERATOR_ID APPLICATION_FORM"
  })
  @Tag("GX-36")
  @Tag("GX-42")
  @Tag("GX-43")
  @Tag("GX-44")
  void persons_at_gx(String service, String represented) {
    assertThat(codes("gxca-suqian", service, PERSON, true, "SEAL")).isEqualTo(represented);
    assertThat(codes("gxca-suqian", service, PERSON, false, "SEAL"))
        .isEqualTo(represented.replace("OPERATOR_ID ", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, INFO_FORM OPERATOR_ID AUTHORISATION LICENCE",
    "REPLACE, INFO_FORM OPERATOR_ID AUTHORISATION LICENCE",
    "CHANGE, INFO_FORM OPERATOR_ID AUTHORISATION LICENCE CHANGE_NOTICE",
    "RENEW, INFO_FORM LICENCE",
    "UNLOCK, LICENCE RESET_FORM OPERATOR_ID",
    "REPORT_LOSS, ''",
    "CANCEL_LOSS, ''"
  })
  @Tag("SD-24")
  @Tag("SD-25")
  @Tag("SD-26")
  @Tag("SD-27")
  @Tag("SD-30")
  @Tag("SD-35")
  @Tag("SD-39")
  void shandong(String service, String codes) {
    assertThat(codes("sdca", service, UNIT, false, "NAME")).isEqualTo(codes);
  }

  @Test
  @Tag("SD-28")
  @Tag("AC-32")
  void shandong_takes_pictures_only() {
    assertThat(items("sdca", "NEW", UNIT, false))
        .allSatisfy(
            item -> assertThat(item.formats()).containsExactly("jpg", "jpeg", "bmp", "gif"));
    assertThat(items("sdca", "NEW", UNIT, false))
        .extracting(item -> item.maxBytes() / 1024 / 1024)
        .containsExactly(10L, 5L, 5L, 5L);
  }

  @Test
  @Tag("ZR-13")
  @Tag("ZR-14")
  void china_gas_asks_for_a_letter_and_for_each_person_s_id() {
    MaterialTable table = MaterialTable.of(TestPacks.of("chinagas"));
    List<MaterialTable.Item> both =
        List.of(
            new MaterialTable.Item(1, facts("RENEW", UNIT, "ORG"), List.of("OFFICIAL")),
            new MaterialTable.Item(2, facts("RENEW", UNIT, "ORG_PERSON"), List.of("SIGNATURE")),
            new MaterialTable.Item(3, facts("RENEW", UNIT, "LEGAL_REP"), List.of()));

    List<MaterialItem> items = table.items("RENEW", UNIT, "", both);

    assertThat(items)
        .extracting(MaterialItem::code)
        .containsExactly("COMMITMENT", "PERSON_ID-2", "PERSON_ID-3");
    assertThat(items)
        .allSatisfy(
            item -> {
              assertThat(item.maxBytes()).isEqualTo(3L * 1024 * 1024);
              assertThat(item.formats()).containsExactly("jpg", "jpeg", "bmp", "gif", "pdf");
            });
    assertThat(items.getFirst().template()).isNotNull();
    assertThat(items.getFirst().sample()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, ORGANISATION, APPLICATION_FORM LICENCE SEAL_SHEET",
    "RENEW, ORGANISATION, APPLICATION_FORM LICENCE",
    "REPLACE, ORGANISATION, APPLICATION_FORM LICENCE SEAL_SHEET LOSS_STATEMENT",
    "CHANGE, ORGANISATION, APPLICATION_FORM LICENCE SEAL_SHEET CHANGE_NOTICE",
    "NEW, PERSON, APPLICATION_FORM SEAL_SHEET",
    "UNLOCK, PERSON, APPLICATION_FORM"
  })
  @Tag("SZ-24")
  @Tag("SZ-25")
  void hunan(String service, String holder, String codes) {
    assertThat(codes("szca-hunan", service, holder, false, "NAME")).isEqualTo(codes);
  }

  private static String codes(
      String hall, String service, String holder, boolean represented, String... changes) {
    return String.join(
        " ",
        items(hall, service, holder, represented, changes).stream()
            .map(MaterialItem::code)
            .toList());
  }

  private static List<MaterialItem> items(
      String hall, String service, String holder, boolean represented, String... changes) {
    String type = holder.equals(PERSON) ? "PERSON" : "ORG";
    String seal =
        TestPacks.of(hall).settings().certificateType(type).seals().stream()
            .findFirst()
            .orElseThrow();
    ItemFacts facts =
        new ItemFacts(service, holder, type, 1, 1, false, Stream.of(changes).toList());
    return MaterialTable.of(TestPacks.of(hall))
        .items(
            new MaterialTable.Question(
                service,
                holder,
                "",
                represented,
                List.of(new MaterialTable.Item(1, facts, List.of(seal)))));
  }

  private static ItemFacts facts(String service, String holder, String type) {
    return new ItemFacts(service, holder, type, 1, 1, false);
  }
}
