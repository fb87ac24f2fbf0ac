package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of the steps of every service of every hall, walked on the compiled diagrams. */
class StepOrderTest {

  private static final List<String> STATUS = List.of("REVOKE", "REPORT_LOSS", "CANCEL_LOSS");
  private static final String CHANGE = "REVIEW apply-certificate-change";

  @ParameterizedTest
  @CsvSource({
    "NEW, COURIER, REVIEW PAYMENT ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "NEW, PICKUP, REVIEW PAYMENT ISSUE issue-certificates PICKUP issue-invoice",
    "REPLACE, PICKUP, REVIEW PAYMENT ISSUE issue-certificates PICKUP issue-invoice",
    "RENEW, DOWNLOAD, REVIEW PAYMENT UPDATE issue-certificates UPDATE issue-invoice",
    "CHANGE, DOWNLOAD, REVIEW PAYMENT UPDATE issue-certificates UPDATE issue-invoice",
    "ADD_SEAL, DOWNLOAD, REVIEW PAYMENT ISSUE issue-certificates issue-invoice"
  })
  @Tag("GS-70")
  @Tag("GS-76")
  @Tag("GS-77")
  @Tag("GS-78")
  @Tag("GS-79")
  void gansu_pays_after_review(String service, String delivery, String steps) {
    assertThat(walk("gscamce", service, "ORGANISATION", 1, delivery)).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, COURIER, 1, REVIEW PAYMENT ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "REPLACE, PICKUP, 1, REVIEW PAYMENT ISSUE issue-certificates PICKUP issue-invoice",
    "RENEW, DOWNLOAD, 1, REVIEW PAYMENT UPDATE issue-certificates UPDATE issue-invoice",
    "CHANGE, DOWNLOAD, 1, REVIEW PAYMENT UPDATE issue-certificates UPDATE issue-invoice",
    "UNLOCK, DOWNLOAD, 0, REVIEW REMOTE"
  })
  @Tag("CFCA-32")
  @Tag("CFCA-33")
  @Tag("CFCA-34")
  @Tag("CFCA-35")
  void cfca_pays_after_review(String service, String delivery, long due, String steps) {
    assertThat(walk("cfca-suqian", service, "ORGANISATION", due, delivery)).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, COURIER, 1, PAYMENT REVIEW ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "REPLACE, COURIER, 1, PAYMENT REVIEW ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "RENEW, COURIER, 1, PAYMENT REVIEW INBOUND ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "CHANGE, PICKUP, 1, PAYMENT REVIEW INBOUND ISSUE issue-certificates PICKUP issue-invoice",
    "EXCHANGE, COURIER, 0, REVIEW INBOUND ISSUE issue-certificates SHIP SHIPPED",
    "UNLOCK, DOWNLOAD, 0, REVIEW REMOTE"
  })
  @Tag("GX-50")
  @Tag("GX-52")
  @Tag("AC-23")
  @Tag("AC-27")
  void gx_pays_before_review_and_waits_for_the_key(
      String service, String delivery, long due, String steps) {
    assertThat(walk("gxca-suqian", service, "ORGANISATION", due, delivery)).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, COURIER, 1, REVIEW PAYMENT ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "REPLACE, PICKUP, 1, REVIEW PAYMENT ISSUE issue-certificates PICKUP issue-invoice",
    "RENEW, DOWNLOAD, 1, REVIEW PAYMENT UPDATE issue-certificates UPDATE UPDATE issue-invoice",
    "UNLOCK, DOWNLOAD, 0, REVIEW REMOTE"
  })
  @Tag("SD-34")
  @Tag("SD-40")
  @Tag("SD-42")
  void shandong_renews_in_two_steps_at_the_key(
      String service, String delivery, long due, String steps) {
    assertThat(walk("sdca", service, "ORGANISATION", due, delivery)).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, COURIER, 1, PAYMENT REVIEW ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "NEW, COURIER, 0, REVIEW ISSUE issue-certificates SHIP SHIPPED",
    "RENEW, DOWNLOAD, 0, REVIEW UPDATE issue-certificates UPDATE"
  })
  @Tag("ZR-15")
  @Tag("ZR-26")
  @Tag("ZR-29")
  void china_gas_pays_before_review_unless_it_is_free(
      String service, String delivery, long due, String steps) {
    assertThat(walk("chinagas", service, "ORGANISATION", due, delivery)).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, ORGANISATION, 1, IDENTITY PAYMENT REVIEW ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "NEW, PERSON, 1, IDENTITY PAYMENT REVIEW ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "RENEW, ORGANISATION, 1, IDENTITY PAYMENT REVIEW ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "REPLACE, PERSON, 1, IDENTITY PAYMENT REVIEW ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "CHANGE, ORGANISATION, 1, IDENTITY PAYMENT REVIEW ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "EXCHANGE, ORGANISATION, 1, IDENTITY PAYMENT REVIEW ISSUE issue-certificates SHIP SHIPPED issue-invoice",
    "UNLOCK, ORGANISATION, 0, IDENTITY REVIEW REMOTE"
  })
  @Tag("SZ-26")
  @Tag("SZ-28")
  @Tag("SZ-35")
  @Tag("SZ-38")
  void hunan_checks_the_identity_before_payment_and_review(
      String service, String holder, long due, String steps) {
    assertThat(walk("szca-hunan", service, holder, due, "COURIER")).isEqualTo(steps);
  }

  @ParameterizedTest
  @MethodSource("everyHall")
  @Tag("CFCA-06")
  @Tag("GX-19")
  @Tag("SD-39")
  @Tag("ZR-11")
  void a_change_of_state_needs_a_review_and_nothing_else(String hall) {
    for (String service : STATUS) {
      assertThat(walk(hall, service, "ORGANISATION", 0, "DOWNLOAD")).as(service).isEqualTo(CHANGE);
    }
  }

  @ParameterizedTest
  @MethodSource("everyOffer")
  void every_service_offered_reaches_its_end(String hall, String service, String holder) {
    List<String> methods = TestPacks.of(hall).settings().delivery(service);
    for (String delivery : methods.isEmpty() ? List.of("DOWNLOAD") : methods) {
      for (long due : new long[] {0, 1}) {
        assertThat(
                OrderWalk.of(TestPacks.of(hall), service, holder, due, delivery).steps().getLast())
            .isEqualTo("completed");
      }
    }
  }

  @Test
  @Tag("SZ-32")
  @Tag("AC-38")
  void a_voucher_is_checked_and_one_refused_leads_back_to_payment() {
    OrderWalk walk =
        OrderWalk.of(TestPacks.of("szca-hunan"), "NEW", "ORGANISATION", 1, "COURIER")
            .answer("payment.pay", "voucher", true)
            .answer("payment.pay", "voucher", true)
            .answer("payment.check", "approved", false)
            .answer("payment.check", "approved", true);

    assertThat(states(walk))
        .startsWith("IDENTITY PAYMENT PAYMENT_CHECKING PAYMENT PAYMENT_CHECKING REVIEW ISSUE");
  }

  @Test
  @Tag("GX-51")
  void a_rejected_paid_order_pays_again_only_when_the_amount_rises() {
    HallPack gx = TestPacks.of("gxca-suqian");
    OrderWalk same =
        OrderWalk.of(gx, "NEW", "ORGANISATION", 1, "PICKUP")
            .answer("review.decide", "approved", false)
            .answer("review.decide", "approved", true)
            .answer("review.correct", "dueFen", 0L);
    OrderWalk dearer =
        OrderWalk.of(gx, "NEW", "ORGANISATION", 1, "PICKUP")
            .answer("review.decide", "approved", false)
            .answer("review.decide", "approved", true)
            .answer("review.correct", "dueFen", 5000L);

    assertThat(states(same)).startsWith("PAYMENT REVIEW REJECTED REVIEW ISSUE");
    assertThat(states(dearer)).startsWith("PAYMENT REVIEW REJECTED PAYMENT REVIEW ISSUE");
    FirstStep step = FirstStep.of(PolicyCompiler.compile(gx).bpmnXml());
    assertThat(step.stateAfter("review.correct", Map.of("dueFen", 5000L)))
        .isEqualTo("PAYMENT_PENDING");
    assertThat(step.stateAfter("review.correct", Map.of("dueFen", 0L))).isEqualTo("REVIEW_PENDING");
  }

  @Test
  @Tag("GS-82")
  void a_failed_installation_is_repeated_or_handed_to_staff() {
    OrderWalk walk =
        OrderWalk.of(TestPacks.gscamce(), "RENEW", "ORGANISATION", 0, "DOWNLOAD")
            .answer("self-update.install", "installed", false)
            .answer("self-update.install", "installed", false)
            .answer("self-update.repair", "handOver", false)
            .answer("self-update.repair", "handOver", true)
            .answer("self-update.session", "done", false)
            .answer("self-update.repair", "handOver", true);

    assertThat(states(walk))
        .isEqualTo(
            "REVIEW UPDATE issue-certificates UPDATE UPDATE_FAILED UPDATE UPDATE_FAILED REMOTE"
                + " UPDATE_FAILED REMOTE");
  }

  @Test
  @Tag("SD-36")
  void a_remote_session_that_solved_nothing_is_held_again() {
    OrderWalk walk =
        OrderWalk.of(TestPacks.of("sdca"), "UNLOCK", "ORGANISATION", 0, "DOWNLOAD")
            .answer("remote.session", "done", false)
            .answer("remote.session", "done", true);

    assertThat(states(walk)).isEqualTo("REVIEW REMOTE REMOTE");
  }

  @ParameterizedTest
  @CsvSource({
    "gscamce, REVIEW_PENDING, REVIEW_PENDING",
    "cfca-suqian, REVIEW_PENDING, REVIEW_PENDING",
    "sdca, REVIEW_PENDING, REVIEW_PENDING",
    "gxca-suqian, PAYMENT_PENDING, REVIEW_PENDING",
    "chinagas, PAYMENT_PENDING, REVIEW_PENDING",
    "szca-hunan, IDENTITY_PENDING, IDENTITY_PENDING"
  })
  void the_first_state_of_a_new_order_with_and_without_anything_due(
      String hall, String due, String free) {
    FirstStep step = FirstStep.of(PolicyCompiler.compile(TestPacks.of(hall)).bpmnXml());

    assertThat(step.state(Map.of("service", "NEW", "holder", "ORGANISATION", "dueFen", 1)))
        .isEqualTo(due);
    assertThat(step.state(Map.of("service", "NEW", "holder", "ORGANISATION", "dueFen", 0)))
        .isEqualTo(free);
    assertThat(step.state(Map.of("service", "REVOKE", "holder", "ORGANISATION", "dueFen", 0)))
        .isEqualTo("REVIEW_PENDING");
  }

  static Stream<String> everyHall() {
    return ShippedPacksTest.halls();
  }

  static Stream<Object[]> everyOffer() {
    return TestPacks.all().stream()
        .flatMap(
            pack ->
                pack.settings().services().stream()
                    .filter(offer -> offer.enabled() && !offer.instant())
                    .flatMap(
                        offer ->
                            offer.holders().stream()
                                .map(holder -> new Object[] {pack.hall(), offer.code(), holder})));
  }

  private static String walk(
      String hall, String service, String holder, long due, String delivery) {
    HallPack pack = TestPacks.of(hall);
    assertThat(pack.settings().offersService(service, holder)).as(service).isTrue();
    return states(OrderWalk.of(pack, service, holder, due, delivery));
  }

  /** Short names: what every way has in common at its end is left out. */
  private static String states(OrderWalk walk) {
    List<String> steps = walk.steps();
    assertThat(steps).endsWith("complete-order", "completed");
    return String.join(
        " ",
        steps.subList(0, steps.size() - 2).stream()
            .map(step -> step.replaceFirst("_PENDING$", "").replaceFirst("^KEY_", ""))
            .toList()
            .toArray(String[]::new));
  }
}
