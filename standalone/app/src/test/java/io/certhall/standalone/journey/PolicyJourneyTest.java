package io.certhall.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A manager changes a hall's policy in a browser: what comes follows, what runs does not. */
class PolicyJourneyTest {

  private static final String HALL = "gscamce";
  private static final String LICENCE = "BUSINESS_LICENCE";

  @TempDir static Path data;

  private static RunningHall hall;
  private static Chromium chromium;
  private static HallClient client;

  @RegisterExtension
  static final AfterTestExecutionCallback PICTURES_OF_FAILURE =
      test -> test.getExecutionException().ifPresent(failure -> chromium.pictures("failed-policy"));

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(
        Chromium.isInstalled(), "no Chromium is installed: install the package chromium");
    hall = RunningHall.start(data);
    chromium = Chromium.start();
    client = new HallClient(hall.address());
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (hall != null) {
      hall.close();
    }
  }

  @Test
  void a_raised_fee_and_a_new_document_reach_new_orders_only_and_can_be_taken_back() {
    RestOrder running = RestOrder.draft(client);
    running.submit();
    running.reaches("REVIEW_PENDING");
    assertThat(quotedFen()).isEqualTo(45_000);
    assertThat(documents()).doesNotContain(LICENCE);

    ManagerAtScreen manager = ManagerAtScreen.signIn(chromium.open(hall.address()), "demo-manager");
    manager.openDraft(HALL);
    manager.setPaymentTime("P7D");
    manager.raiseFirstFee("20000", "26000");
    manager.addDocument(LICENCE, "营业执照", "Business licence");
    manager.breakAndMendYears();
    assertThat(quotedFen()).as("a draft changes nothing").isEqualTo(45_000);
    manager.publish("按新价目调整证书服务费，并收取营业执照");

    assertThat(quotedFen()).isEqualTo(51_000);
    assertThat(documents()).contains(LICENCE);
    RestOrder next = RestOrder.draft(client);
    assertThat(
            client
                .post("demo-applicant", "/api/v1/orders/" + next.orderNo() + "/submit", Map.of())
                .status())
        .as("the new document is missing")
        .isEqualTo(422);
    client.attach("demo-applicant", next.orderNo(), LICENCE);
    next.submit();
    next.reaches("REVIEW_PENDING");
    assertThat(next.details().get("totalFen").asLong()).isEqualTo(51_000);
    assertThat(running.details().get("totalFen").asLong()).isEqualTo(45_000);
    running.finish();
    assertThat(running.details().get("paidFen").asLong()).isEqualTo(45_000);

    manager.restoreOldest(HALL, "新价目推迟执行");

    assertThat(quotedFen()).isEqualTo(45_000);
    assertThat(documents()).doesNotContain(LICENCE);
    next.finish();
    assertThat(next.details().get("paidFen").asLong()).isEqualTo(51_000);
  }

  private static long quotedFen() {
    JsonNode quote =
        client
            .post(
                null,
                "/api/v1/halls/" + HALL + "/quotes",
                Map.of(
                    "service",
                    "NEW",
                    "items",
                    List.of(
                        Map.of("type", "ORG_BUSINESS", "years", 1, "seals", List.of("OFFICIAL")))))
            .ok();
    return quote.get("totalFen").asLong();
  }

  private static List<String> documents() {
    return client
        .items(
            "demo-applicant",
            "/api/v1/halls/" + HALL + "/materials?service=NEW&type=ORG_BUSINESS&seals=OFFICIAL")
        .map(material -> material.get("code").asString())
        .toList();
  }
}
