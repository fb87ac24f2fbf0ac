package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GscamcePackTest {

  private final HallPack pack =
      PackSource.fromClasspath().stream()
          .filter(p -> p.hall().equals("gscamce"))
          .findFirst()
          .orElseThrow();

  @Test
  void the_pack_has_no_errors() {
    assertThat(PolicyChecks.check(pack)).isEmpty();
  }

  @Test
  void e1_three_certificates_cost_1950_yuan() {
    assertThat(total(item("ORG", 1, 3), item("ORG_BUSINESS", 1, 1), item("ORG_PERSON", 3, 1)))
        .isEqualTo(195000);
  }

  @Test
  void q1_six_certificates_without_seals_cost_2100_yuan() {
    assertThat(
            total(
                Stream.generate(() -> item("ORG_BUSINESS", 1, 0))
                    .limit(6)
                    .toArray(ItemFacts[]::new)))
        .isEqualTo(210000);
  }

  @Test
  void q3_a_fourth_seal_is_refused() {
    var violations =
        LimitTable.of(pack)
            .violations(
                "NEW",
                "ORGANISATION",
                true,
                List.of(
                    new LimitTable.Item(
                        item("ORG", 1, 4),
                        List.of("OFFICIAL", "FINANCE", "CONTRACT", "LEGAL_REP"),
                        true,
                        0)));
    assertThat(violations).extracting(LimitViolation::code).containsExactly("LIMIT_SEALS");
    assertThat(violations.getFirst().path()).isEqualTo("items[0].seals");
  }

  @Test
  void a_certificate_with_seals_needs_their_image() {
    var items =
        MaterialTable.of(pack)
            .items(
                "NEW",
                "ORGANISATION",
                "COURIER",
                List.of(
                    new MaterialTable.Item(1, item("ORG", 1, 2), List.of("OFFICIAL", "CONTRACT"))));
    assertThat(items)
        .extracting(MaterialItem::code)
        .containsExactly(
            "APPLICATION_FORM", "POWER_OF_ATTORNEY", "SERVICE_AGREEMENT", "SEAL_IMAGE-1");
    assertThat(items.getLast().labelZh()).isEqualTo("印模 机构证书1（公章、合同专用章）");
  }

  private static ItemFacts item(String type, int years, int seals) {
    return new ItemFacts("NEW", "ORGANISATION", type, years, seals, false);
  }

  private long total(ItemFacts... items) {
    FeeTable fees = FeeTable.of(pack);
    return Stream.of(items)
        .flatMap(item -> fees.lines(item).stream())
        .mapToLong(FeeLine::amountFen)
        .sum();
  }
}
