package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which words each hall says at which step. */
class HallMessagesTest {

  @ParameterizedTest
  @CsvSource({
    "gscamce, review.correct, MSG-23",
    "gscamce, payment.pay, MSG-22",
    "gscamce, self-update.update, MSG-24",
    "cfca-suqian, review.correct, MSG-40",
    "cfca-suqian, payment.pay, MSG-41",
    "cfca-suqian, delivery.receive, MSG-42",
    "gxca-suqian, review.correct, MSG-50",
    "gxca-suqian, issuance.produce, MSG-51",
    "gxca-suqian, key-inbound.receive-key, MSG-52",
    "gxca-suqian, status-change.warn, MSG-56",
    "sdca, review.correct, MSG-60",
    "sdca, payment.pay, MSG-61",
    "chinagas, review.correct, MSG-71",
    "chinagas, self-update.update, MSG-70",
    "szca-hunan, review.correct, MSG-81",
    "szca-hunan, issuance.produce, MSG-80"
  })
  @Tag("CFCA-32")
  @Tag("SD-40")
  @Tag("ZR-26")
  @Tag("SZ-37")
  void a_step_sends_the_message_of_its_hall(String hall, String elementId, String message) {
    HallPack pack = TestPacks.of(hall);
    Diagram compiled = Diagram.parse("order.bpmn", PolicyCompiler.compile(pack).bpmnXml());

    assertThat(compiled.nodes())
        .filteredOn(node -> BpmnXml.id(node).equals(elementId))
        .singleElement()
        .satisfies(
            node ->
                assertThat(
                        BpmnXml.zeebe(node, "header").stream()
                            .filter(header -> header.getAttribute("key").equals("message"))
                            .map(header -> header.getAttribute("value")))
                    .containsExactly(message));
    assertThat(MessageCatalog.of(pack).find(message)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("io.certhall.bpmn.ShippedPacksTest#halls")
  void a_message_left_out_is_no_header_at_all(String hall) {
    Diagram compiled =
        Diagram.parse("order.bpmn", PolicyCompiler.compile(TestPacks.of(hall)).bpmnXml());

    assertThat(compiled.nodes())
        .allSatisfy(
            node ->
                assertThat(BpmnXml.zeebe(node, "header"))
                    .noneMatch(header -> header.getAttribute("value").isEmpty()));
  }

  @ParameterizedTest
  @MethodSource("io.certhall.bpmn.ShippedPacksTest#halls")
  void no_text_message_carries_an_id_number_and_only_the_pin_messages_a_pin(String hall) {
    for (MessageTemplate template : MessageCatalog.of(TestPacks.of(hall)).all()) {
      assertThat(template.placeholders()).as(template.id()).doesNotContain("idNo");
      if (template.placeholders().contains("pin")) {
        assertThat(template.id()).isIn("MSG-82", "MSG-83", "MSG-84");
      }
    }
    assertThat(
            MessageCatalog.of(TestPacks.of(hall))
                .text("MSG-82", "zh", Map.of("hall", "厅", "pin", "135790")))
        .contains("135790");
  }
}
