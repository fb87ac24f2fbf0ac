package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each hall offers to whom, and where it says no. */
class HallOffersTest {

  @ParameterizedTest
  @CsvSource({
    "gscamce, NEW RENEW REPLACE CHANGE ADD_SEAL UNLOCK REVOKE REPORT_LOSS CANCEL_LOSS",
    "cfca-suqian, NEW RENEW REPLACE CHANGE UNLOCK REVOKE REPORT_LOSS CANCEL_LOSS",
    "gxca-suqian, NEW RENEW REPLACE CHANGE UNLOCK EXCHANGE REVOKE REPORT_LOSS CANCEL_LOSS",
    "sdca, NEW REPLACE RENEW CHANGE UNLOCK REPORT_LOSS CANCEL_LOSS REVOKE",
    "chinagas, NEW RENEW UNLOCK REVOKE REPORT_LOSS CANCEL_LOSS",
    "szca-hunan, NEW RENEW REPLACE CHANGE EXCHANGE UNLOCK REVOKE REPORT_LOSS CANCEL_LOSS"
  })
  @Tag("GS-21")
  @Tag("GS-22")
  @Tag("GS-24")
  @Tag("GS-25")
  @Tag("GS-26")
  @Tag("GS-27")
  @Tag("CFCA-06")
  @Tag("CFCA-08")
  @Tag("GX-13")
  @Tag("GX-14")
  @Tag("GX-15")
  @Tag("GX-16")
  @Tag("SD-12")
  @Tag("ZR-02")
  @Tag("ZR-04")
  @Tag("ZR-12")
  @Tag("SZ-01")
  void services_of_a_hall(String hall, String services) {
    assertThat(
            TestPacks.of(hall).settings().services().stream()
                .filter(HallSettings.ServiceOffer::enabled)
                .map(HallSettings.ServiceOffer::code))
        .containsExactly(services.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "gscamce, 90, 0",
    "cfca-suqian, 90, 0",
    "gxca-suqian, , 0",
    "sdca, 90, 0",
    "chinagas, 90, 30",
    "szca-hunan, 30, 0"
  })
  @Tag("GS-23")
  @Tag("GX-60")
  @Tag("SZ-08")
  void the_window_of_a_renewal(
      String hall, @org.jspecify.annotations.Nullable Integer window, int grace) {
    HallSettings.ServiceOffer renew = TestPacks.of(hall).settings().service("RENEW").orElseThrow();

    assertThat(renew.windowDays()).isEqualTo(window);
    assertThat(renew.graceDays()).isEqualTo(grace);
    assertThat(renew.multiple()).isTrue();
    assertThat(renew.certificate()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "gscamce, ORGANISATION, ORG ORG_BUSINESS ORG_PERSON",
    "gscamce, PERSON, ''",
    "cfca-suqian, ORGANISATION, ORG",
    "cfca-suqian, PERSON, PERSON",
    "gxca-suqian, ORGANISATION, ORG",
    "gxca-suqian, PERSON, PERSON",
    "sdca, ORGANISATION, ORG ORG_PERSON",
    "sdca, PERSON, ''",
    "chinagas, ORGANISATION, ORG LEGAL_REP ORG_PERSON",
    "chinagas, PERSON, ''",
    "szca-hunan, ORGANISATION, ORG",
    "szca-hunan, PERSON, PERSON"
  })
  @Tag("GS-41")
  @Tag("CFCA-05")
  @Tag("GX-01")
  @Tag("SD-14")
  @Tag("ZR-05")
  @Tag("SZ-07")
  @Tag("SZ-13")
  void certificate_types_of_a_holder(String hall, String holder, String types) {
    assertThat(
            String.join(
                " ",
                TestPacks.of(hall).settings().certificateTypes(holder).stream()
                    .map(HallSettings.CertificateType::code)
                    .toList()))
        .isEqualTo(types);
  }

  @ParameterizedTest
  @CsvSource({
    "gscamce, WECHAT ALIPAY",
    "cfca-suqian, WECHAT ALIPAY",
    "gxca-suqian, ALIPAY",
    "sdca, WECHAT ALIPAY",
    "chinagas, WECHAT ALIPAY",
    "szca-hunan, WECHAT ALIPAY TRANSFER"
  })
  @Tag("GS-72")
  @Tag("GX-49")
  @Tag("SZ-31")
  void payment_methods_of_a_hall(String hall, String methods) {
    assertThat(TestPacks.of(hall).settings().paymentMethods()).containsExactly(methods.split(" "));
  }

  @Test
  @Tag("SZ-32")
  void transfers_are_taken_only_where_there_is_an_account() {
    assertThat(TestPacks.all())
        .allSatisfy(
            pack ->
                assertThat(pack.settings().bankAccount() != null)
                    .isEqualTo(pack.settings().paymentMethods().contains("TRANSFER")));
  }

  @ParameterizedTest
  @CsvSource({
    "gscamce, RENEW, ''",
    "gscamce, REPLACE, COURIER PICKUP",
    "gscamce, ADD_SEAL, ''",
    "gxca-suqian, RENEW, COURIER PICKUP",
    "gxca-suqian, EXCHANGE, COURIER PICKUP",
    "sdca, UNLOCK, ''",
    "chinagas, NEW, COURIER",
    "szca-hunan, RENEW, COURIER"
  })
  @Tag("GS-36")
  @Tag("SD-22")
  @Tag("SD-42")
  void what_is_handed_over_and_how(String hall, String service, String methods) {
    assertThat(String.join(" ", TestPacks.of(hall).settings().delivery(service)))
        .isEqualTo(methods);
  }

  @Test
  @Tag("GS-83")
  @Tag("ZR-12")
  void only_gansu_and_china_gas_unlock_at_once() {
    assertThat(TestPacks.all())
        .filteredOn(pack -> pack.settings().service("UNLOCK").orElseThrow().instant())
        .extracting(HallPack::hall)
        .containsExactlyInAnyOrder("gscamce", "chinagas");
  }

  @Test
  @Tag("GX-63")
  @Tag("GX-64")
  void gx_promises_a_revocation_within_a_day() {
    assertThat(TestPacks.of("gxca-suqian").settings().service("REVOKE").orElseThrow().deadline())
        .isEqualTo(new HallSettings.Deadline(8, 24));
  }

  @Test
  @Tag("GX-05")
  @Tag("GX-75")
  @Tag("GX-04")
  void gx_ships_on_the_day_until_five_and_invoices_within_five_working_days() {
    assertThat(TestPacks.of("gxca-suqian").settings().calendar())
        .isEqualTo(
            new HallSettings.Calendar(List.of("09:00-12:00", "14:00-17:30"), "17:00", null, 5));
  }

  @Test
  @Tag("SZ-36")
  void hunan_reviews_within_one_working_day() {
    assertThat(TestPacks.of("szca-hunan").settings().calendar().reviewWorkingDays()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"cfca-suqian", "gxca-suqian"})
  @Tag("CFCA-37")
  @Tag("GX-57")
  void a_known_initial_pin_has_to_be_changed(String hall) {
    assertThat(TestPacks.of(hall).settings().pin())
        .isEqualTo(new HallSettings.Pin("123456", HallSettings.Pin.Route.NONE, true));
  }

  @ParameterizedTest
  @CsvSource({
    "ORGANISATION, true, SMS_OPERATOR",
    "ORGANISATION, false, TRANSFER_REMARK",
    "PERSON, true, SMS_HOLDER",
    "PERSON, false, SMS_HOLDER"
  })
  @Tag("SZ-33")
  @Tag("SZ-34")
  void the_pin_of_hunan_takes_the_way_of_the_money(
      String holder, boolean transfer, HallSettings.Pin.Route route) {
    assertThat(TestPacks.of("szca-hunan").settings().pin().routeFor(holder, transfer))
        .isEqualTo(route);
  }

  @Test
  void a_pin_sent_by_text_message_goes_to_the_operator_whoever_paid_how() {
    assertThat(TestPacks.of("sdca").settings().pin().routeFor("ORGANISATION", false))
        .isEqualTo(HallSettings.Pin.Route.SMS_OPERATOR);
  }

  @Test
  @Tag("SZ-05")
  @Tag("SZ-06")
  @Tag("SZ-42")
  void hunan_asks_for_its_agreement_and_three_consents() {
    assertThat(TestPacks.of("szca-hunan").settings().agreements())
        .extracting(HallSettings.Agreement::code)
        .containsExactly("SERVICE", "PRIVACY", "PERSONAL_INFO", "SENSITIVE_INFO");
  }

  @ParameterizedTest
  @CsvSource({
    "gscamce, true", "cfca-suqian, false", "gxca-suqian, false",
    "sdca, false", "chinagas, false", "szca-hunan, false"
  })
  @Tag("GS-04")
  void only_gansu_opens_after_the_profile_is_approved(String hall, boolean needed) {
    List<LimitViolation> broken =
        LimitTable.of(TestPacks.of(hall))
            .violations("NEW", "ORGANISATION", false, List.of(item("NEW", "ORG", 1, true)));

    assertThat(broken.stream().map(LimitViolation::code).toList())
        .isEqualTo(needed ? List.of("PROFILE_NOT_APPROVED") : List.of());
    assertThat(TestPacks.of(hall).settings().profileApprovalRequired()).isEqualTo(needed);
  }

  @ParameterizedTest
  @MethodSource("io.certhall.bpmn.ShippedPacksTest#halls")
  @Tag("GS-35")
  @Tag("CFCA-10")
  @Tag("SD-17")
  void more_certificates_than_the_hall_takes_in_one_order_are_refused(String hall) {
    HallPack pack = TestPacks.of(hall);
    int most = pack.settings().limits().maxItems();
    LimitTable.Item one =
        item("NEW", pack.hall().equals("gscamce") ? "ORG_BUSINESS" : "ORG", 0, true);

    assertThat(broken(hall, Collections.nCopies(most, one))).isEmpty();
    assertThat(broken(hall, Collections.nCopies(most + 1, one)))
        .containsExactly(new LimitViolation("LIMIT_COPIES", "items", Integer.toString(most)));
  }

  @ParameterizedTest
  @MethodSource("io.certhall.bpmn.ShippedPacksTest#halls")
  void a_seal_of_another_type_and_one_too_many_are_refused(String hall) {
    int most = TestPacks.of(hall).settings().limits().maxSeals();
    LimitTable.Item wrong =
        new LimitTable.Item(facts("NEW", "ORG", most + 1), List.of("WAX"), true, 0);

    assertThat(broken(hall, List.of(wrong)))
        .extracting(LimitViolation::code)
        .containsExactlyInAnyOrder("LIMIT_SEALS", "SEAL_NOT_ALLOWED");
  }

  @ParameterizedTest
  @CsvSource({"gscamce, ORG_PERSON", "sdca, ORG_PERSON", "chinagas, LEGAL_REP"})
  @Tag("GS-45")
  @Tag("ZR-07")
  void a_certificate_that_names_a_person_needs_one(String hall, String type) {
    assertThat(broken(hall, List.of(item("NEW", type, 0, false))))
        .containsExactly(new LimitViolation("PERSON_REQUIRED", "items[0].personId", ""));
    assertThat(broken(hall, List.of(item("NEW", type, 0, true)))).isEmpty();
  }

  private static List<LimitViolation> broken(String hall, List<LimitTable.Item> items) {
    return LimitTable.of(TestPacks.of(hall)).violations("NEW", "ORGANISATION", true, items);
  }

  private static LimitTable.Item item(String service, String type, int seals, boolean person) {
    List<String> given = seals == 0 ? List.of() : List.of("OFFICIAL");
    return new LimitTable.Item(facts(service, type, seals), given, person, 0);
  }

  private static ItemFacts facts(String service, String type, int seals) {
    return new ItemFacts(service, "ORGANISATION", type, 1, seals, false);
  }
}
