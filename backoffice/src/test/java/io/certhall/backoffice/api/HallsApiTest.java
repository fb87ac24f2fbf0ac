package io.certhall.backoffice.api;

import static io.certhall.backoffice.api.support.Bodies.item;
import static io.certhall.backoffice.api.support.Bodies.orgItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nobody logs in here. */
@ApiTest
class HallsApiTest {

  private static final String HALLS = "/api/v1/halls";
  private static final String HALL = HALLS + "/gscamce";

  private final Api api;

  HallsApiTest(Api api) {
    this.api = api;
  }

  @Test
  void halls_are_listed_with_what_they_offer() {
    assertThat(api.get(HALLS).is(200).each("code")).contains("gscamce");
    JsonNode hall = api.get(HALL).is(200).json();

    assertThat(hall.path("shortName").asString()).isEqualTo("甘肃中工国际");
    assertThat(hall.path("services").get(0).path("code").asString()).isEqualTo("NEW");
    assertThat(hall.path("services").get(0).path("enabled").asBoolean()).isTrue();
    assertThat(hall.path("certificateTypes").get(0).path("code").asString()).isEqualTo("ORG");
    assertThat(hall.path("deliveryMethods").toString()).isEqualTo("[\"COURIER\",\"PICKUP\"]");
    assertThat(hall.path("paymentMethods").toString()).contains("\"WECHAT\"");
    assertThat(hall.path("agreements").get(0).path("code").asString()).isEqualTo("SERVICE");
    assertThat(hall.path("agreements").get(0).path("version").asString()).isEqualTo("2026-1");
    assertThat(hall.path("limits").path("maxItems").asInt()).isEqualTo(6);
    assertThat(hall.path("limits").path("maxSeals").asInt()).isEqualTo(3);
  }

  @Test
  void a_hall_speaks_the_readers_language() {
    assertThat(api.get(HALL, "Accept-Language", "en").string("shortName"))
        .isEqualTo("Gansu Zhonggong");
    assertThat(api.get(HALL, "Accept-Language", "fr, zh;q=0.5").string("shortName"))
        .isEqualTo("甘肃中工国际");
  }

  @Test
  void there_is_no_other_hall() {
    api.get(HALLS + "/nowhere").isProblem(404, "HALL_UNKNOWN");
    api.get(HALLS + "/nowhere/materials?service=NEW").isProblem(404, "HALL_UNKNOWN");
    quote("nowhere", "NEW", orgItem()).isProblem(404, "HALL_UNKNOWN");
  }

  @Test
  @Tag("GS-53")
  @Tag("GS-54")
  void materials_follow_from_what_is_asked_for() {
    Answer papers = api.get(HALL + "/materials?service=NEW").is(200);
    Answer withSeal =
        api.get(HALL + "/materials?service=NEW&holder=ORGANISATION&type=ORG&seals=OFFICIAL,FINANCE")
            .is(200);

    assertThat(papers.each("code")).contains("APPLICATION_FORM");
    JsonNode form = papers.json().path("items").get(0);
    assertThat(form.path("label").asString()).isEqualTo("证书申请表");
    assertThat(form.path("required").asBoolean()).isTrue();
    assertThat(form.path("formats").toString()).isEqualTo("[\"pdf\"]");
    assertThat(form.path("maxBytes").asLong()).isPositive();
    assertThat(withSeal.each("code")).hasSizeGreaterThan(papers.each("code").size());
    assertThat(withSeal.each("label").getLast()).contains("机构证书1（公章、财务专用章）");
  }

  @Test
  void a_service_must_be_named_and_known() {
    assertThat(api.get(HALL + "/materials").isProblem(400, "FIELD_REQUIRED").fields())
        .containsExactly("service:FIELD_REQUIRED");
    assertThat(api.get(HALL + "/materials?service=FLY").isProblem(400, "VALUE_UNKNOWN").fields())
        .containsExactly("service:VALUE_UNKNOWN");
    assertThat(
            api.get(HALL + "/materials?service=NEW&type=ORG&type=CAR")
                .isProblem(400, "VALUE_UNKNOWN")
                .fields())
        .containsExactly("type:VALUE_UNKNOWN");
  }

  @Test
  @Tag("GS-48")
  void a_quote_names_every_line_and_the_total() {
    JsonNode quote = quote("gscamce", "NEW", orgItem()).is(200).json();

    assertThat(quote.path("totalFen").asLong()).isEqualTo(65_000);
    long sum = 0;
    for (JsonNode line : quote.path("lines")) {
      assertThat(line.path("amountFen").asLong())
          .isEqualTo(line.path("unitFen").asLong() * line.path("quantity").asInt());
      assertThat(line.path("code").asString()).isNotBlank();
      assertThat(line.path("label").asString()).isNotBlank();
      sum += line.path("amountFen").asLong();
    }
    assertThat(sum).isEqualTo(65_000);
  }

  @Test
  void a_quote_needs_no_holder_and_ignores_the_change() {
    api.post(
            HALL + "/quotes",
            Map.of(
                "service",
                "NEW",
                "items",
                List.of(orgItem()),
                "change",
                Map.of("kinds", List.of())))
        .is(200);
  }

  @Test
  @Tag("GS-35")
  @Tag("GS-47")
  void a_quote_beyond_the_limits_is_refused() {
    Map<String, Object> seven = item("ORG_BUSINESS", "CONTRACT");
    seven.put("copies", 7);
    quote("gscamce", "NEW", seven).isProblem(422, "LIMIT_COPIES");
    quote("gscamce", "NEW", item("ORG", "OFFICIAL", "FINANCE", "CONTRACT", "LEGAL_REP"))
        .isProblem(422, "LIMIT_SEALS");
    Map<String, Object> sixYears = orgItem();
    sixYears.put("years", 6);
    assertThat(quote("gscamce", "NEW", sixYears).isProblem(422, "YEARS_RANGE").fields())
        .containsExactly("items[0].years:YEARS_RANGE");
  }

  @Test
  void a_quote_without_service_or_items_is_malformed() {
    api.post(HALL + "/quotes", Map.of("items", List.of(orgItem())))
        .isProblem(400, "FIELD_REQUIRED");
    assertThat(
            api.post(HALL + "/quotes", Map.of("service", "NEW"))
                .isProblem(400, "FIELD_REQUIRED")
                .fields())
        .containsExactly("items:FIELD_REQUIRED");
  }

  private Answer quote(String hall, String service, Map<String, Object> item) {
    return api.post(
        HALLS + "/" + hall + "/quotes",
        Map.of("service", service, "holder", "ORGANISATION", "items", List.of(item)));
  }
}
