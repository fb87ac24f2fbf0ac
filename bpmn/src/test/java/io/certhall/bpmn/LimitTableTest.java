package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTableTest {

  private final LimitTable limits = LimitTable.of(TestPacks.gscamce());

  @Test
  void a_plain_order_breaks_nothing() {
    assertThat(broken("NEW", item("ORG", 1, List.of("OFFICIAL", "FINANCE", "CONTRACT")))).isEmpty();
  }

  @Test
  @Tag("GS-35")
  @Tag("GS-44")
  @Tag("AC-03")
  void six_certificates_are_allowed_and_a_seventh_is_not() {
    LimitTable.Item one = item("ORG_BUSINESS", 1, List.of());

    assertThat(broken("NEW", Collections.nCopies(6, one))).isEmpty();
    assertThat(broken("NEW", Collections.nCopies(7, one)))
        .containsExactly(new LimitViolation("LIMIT_COPIES", "items", "6"));
  }

  @Test
  @Tag("GS-47")
  @Tag("Q3")
  void q3_a_fourth_seal_is_refused_with_its_place() {
    assertThat(
            broken(
                "NEW",
                List.of(
                    item("ORG_BUSINESS", 1, List.of()),
                    item("ORG", 1, List.of("OFFICIAL", "FINANCE", "CONTRACT", "LEGAL_REP")))))
        .containsExactly(new LimitViolation("LIMIT_SEALS", "items[1].seals", "3"));
  }

  @Test
  void the_numbers_are_those_of_the_hall_s_settings() {
    LimitTable narrow =
        LimitTable.of(
            TestPacks.with(
                "hall.yaml", "{maxItems: 6, maxSeals: 3}", "{maxItems: 1, maxSeals: 0}"));

    assertThat(
            narrow.violations(
                "NEW",
                "ORGANISATION",
                true,
                List.of(item("ORG", 1, List.of("OFFICIAL")), item("ORG_BUSINESS", 1, List.of()))))
        .extracting(LimitViolation::code, LimitViolation::limit)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("LIMIT_COPIES", "1"),
            org.assertj.core.groups.Tuple.tuple("LIMIT_SEALS", "0"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  @Tag("GS-49")
  void one_to_five_years_are_allowed(int years) {
    assertThat(broken("NEW", item("ORG", years, List.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 6, 100})
  @Tag("GS-49")
  void other_numbers_of_years_are_refused(int years) {
    assertThat(broken("NEW", item("ORG", years, List.of())))
        .containsExactly(new LimitViolation("YEARS_RANGE", "items[0].years", "1-5"));
  }

  @Test
  @Tag("GS-50")
  void a_renewal_is_for_one_year() {
    assertThat(broken("RENEW", item("ORG", 1, List.of()))).isEmpty();
    assertThat(broken("RENEW", item("ORG", 2, List.of())))
        .containsExactly(new LimitViolation("YEARS_RANGE", "items[0].years", "1"));
  }

  @Test
  @Tag("GS-42")
  @Tag("GS-44")
  @Tag("AC-05")
  void a_second_organisation_certificate_is_refused_and_a_business_one_is_not() {
    assertThat(broken("NEW", taken("ORG", 1)))
        .containsExactly(new LimitViolation("DUPLICATE_CERTIFICATE", "items[0].type", "1"));
    assertThat(broken("NEW", taken("ORG_BUSINESS", 5))).isEmpty();
  }

  @Test
  @Tag("GS-43")
  void a_second_certificate_of_one_person_is_refused() {
    assertThat(broken("NEW", taken("ORG_PERSON", 1)))
        .containsExactly(new LimitViolation("DUPLICATE_CERTIFICATE", "items[0].personId", "1"));
  }

  @Test
  void a_renewal_of_the_one_organisation_certificate_is_no_duplicate() {
    assertThat(broken("RENEW", taken("ORG", 1))).isEmpty();
  }

  @Test
  @Tag("GS-45")
  void a_personal_certificate_needs_its_person() {
    LimitTable.Item nobody = new LimitTable.Item(facts("ORG_PERSON", 1, 0), List.of(), false, 0);

    assertThat(broken("NEW", nobody))
        .containsExactly(new LimitViolation("PERSON_REQUIRED", "items[0].personId", ""));
  }

  @Test
  @Tag("GS-46")
  void a_seal_of_another_type_is_refused() {
    assertThat(broken("NEW", item("ORG_PERSON", 1, List.of("FINANCE"))))
        .containsExactly(new LimitViolation("SEAL_NOT_ALLOWED", "items[0].seals", ""));
  }

  @Test
  void the_same_seal_twice_is_refused() {
    assertThat(broken("NEW", item("ORG", 1, List.of("OFFICIAL", "OFFICIAL"))))
        .extracting(LimitViolation::code)
        .containsExactly("SEAL_NOT_ALLOWED");
  }

  @Test
  @Tag("GS-04")
  void an_organisation_that_is_not_approved_is_refused() {
    assertThat(limits.violations("NEW", "ORGANISATION", false, List.of(item("ORG", 1, List.of()))))
        .containsExactly(new LimitViolation("PROFILE_NOT_APPROVED", "", ""));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    LimitTable.Item bad =
        new LimitTable.Item(
            facts("ORG_PERSON", 9, 4),
            List.of("FINANCE", "OFFICIAL", "CONTRACT", "SIGNATURE"),
            false,
            0);

    assertThat(
            limits.violations("NEW", "ORGANISATION", false, Collections.nCopies(7, bad)).stream()
                .map(LimitViolation::code)
                .distinct())
        .containsExactlyInAnyOrder(
            "PROFILE_NOT_APPROVED",
            "LIMIT_COPIES",
            "LIMIT_SEALS",
            "YEARS_RANGE",
            "PERSON_REQUIRED",
            "SEAL_NOT_ALLOWED");
  }

  private List<LimitViolation> broken(String service, LimitTable.Item item) {
    return broken(service, List.of(item));
  }

  private List<LimitViolation> broken(String service, List<LimitTable.Item> items) {
    return limits.violations(
        service, "ORGANISATION", true, items.stream().map(item -> under(service, item)).toList());
  }

  private static LimitTable.Item under(String service, LimitTable.Item item) {
    ItemFacts facts = item.facts();
    return new LimitTable.Item(
        new ItemFacts(service, facts.holder(), facts.type(), facts.years(), facts.seals(), false),
        item.seals(),
        item.personGiven(),
        item.taken());
  }

  private static LimitTable.Item item(String type, int years, List<String> seals) {
    return new LimitTable.Item(facts(type, years, seals.size()), seals, true, 0);
  }

  private static LimitTable.Item taken(String type, int taken) {
    return new LimitTable.Item(facts(type, 1, 0), List.of(), true, taken);
  }

  private static ItemFacts facts(String type, int years, int seals) {
    return new ItemFacts("NEW", "ORGANISATION", type, years, seals, false);
  }
}
