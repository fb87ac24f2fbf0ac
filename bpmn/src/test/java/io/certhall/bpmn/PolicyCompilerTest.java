package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PolicyCompilerTest {

  private final CompiledPolicy policy = PolicyCompiler.compile(TestPacks.gscamce());
  private final Diagram compiled = Diagram.parse("order.bpmn", policy.bpmnXml());

  @Test
  void the_process_is_named_after_hall_and_content() {
    assertThat(policy.processId())
        .isEqualTo("order-gscamce-" + TestPacks.gscamce().contentHash().substring(0, 12));
    assertThat(BpmnXml.id(compiled.process())).isEqualTo(policy.processId());
    assertThat(compiled.process().getAttribute("isExecutable")).isEqualTo("true");
  }

  @Test
  void the_same_pack_always_gives_the_same_bytes() {
    HallPack again = PackReader.read(new TreeMap<>(TestPacks.gscamce().files()).descendingMap());

    assertThat(PolicyCompiler.compile(again)).isEqualTo(policy);
  }

  @Test
  void any_change_gives_another_process() {
    HallPack dearer = TestPacks.with("fees.dmn", "15000", "16000");
    HallPack slower = TestPacks.with("order.bpmn", "P15D", "P16D");

    assertThat(Set.of(dearer, slower, TestPacks.gscamce()).stream().map(PolicyCompiler::compile))
        .extracting(CompiledPolicy::processId)
        .doesNotHaveDuplicates();
  }

  @Test
  void nothing_is_left_to_call_and_nothing_is_drawn() {
    assertThat(compiled.nodes("callActivity")).isEmpty();
    assertThat(policy.bpmnXml()).doesNotContain("BPMNDiagram");
  }

  @Test
  void the_steps_of_all_blocks_are_there_under_the_name_of_their_call() {
    assertThat(compiled.nodes("userTask"))
        .extracting(BpmnXml::id)
        .containsExactlyInAnyOrder(
            "review.decide",
            "review.correct",
            "payment.pay",
            "issuance.produce",
            "delivery.ship",
            "delivery.receive",
            "delivery.hand-over",
            "self-update.update",
            "self-update.install",
            "self-update.repair",
            "self-update.session");
    assertThat(compiled.nodes("serviceTask"))
        .extracting(BpmnXml::id)
        .containsExactlyInAnyOrder(
            "review.remind-reviewer",
            "review.escalate",
            "payment.remind-payment",
            "issuance.issue",
            "self-update.issue",
            "status-change.apply",
            "status-change.warn",
            "invoicing.issue-invoice",
            "complete",
            "close-unpaid",
            "close-rejected");
  }

  @Test
  void every_element_can_be_reached() {
    Set<String> reached = new HashSet<>(compiled.mainWay());
    reached.addAll(compiled.sideWays());

    assertThat(compiled.nodes()).extracting(BpmnXml::id).allMatch(reached::contains);
  }

  @Test
  void every_flow_joins_two_elements_and_both_know_it() {
    for (Element flow : compiled.flows()) {
      String id = BpmnXml.id(flow);
      assertThat(links(flow.getAttribute("sourceRef"), "outgoing")).contains(id);
      assertThat(links(flow.getAttribute("targetRef"), "incoming")).contains(id);
    }
    long links =
        compiled.nodes().stream()
            .flatMap(node -> BpmnXml.children(node, "").stream())
            .filter(child -> Set.of("incoming", "outgoing").contains(child.getLocalName()))
            .count();
    assertThat(links).isEqualTo(compiled.flows().size() * 2L);
  }

  @Test
  void ids_are_unique_in_the_whole_document() {
    var all = compiled.process().getOwnerDocument().getElementsByTagName("*");
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < all.getLength(); i++) {
      String id = ((Element) all.item(i)).getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
    }
  }

  @Test
  void the_order_enters_the_first_block_behind_its_start() {
    assertThat(compiled.next("submitted")).isEqualTo("review.decide");
    assertThat(compiled.has("review.start")).isFalse();
  }

  @Test
  void where_a_block_ends_the_order_goes_on_behind_the_call() {
    assertThat(targets("review.approved")).containsExactly("payment.due", "review.correct");
    assertThat(targets("payment.due")).containsExactly("payment.pay", "kind");
    assertThat(targets("kind"))
        .containsExactlyInAnyOrder("issuance.produce", "self-update.update", "status-change.apply");
    assertThat(compiled.next("delivery.hand-over")).isEqualTo("invoicing.wanted");
    assertThat(compiled.next("delivery.auto-receipt")).isEqualTo("invoicing.wanted");
    assertThat(targets("invoicing.wanted")).containsExactly("invoicing.issue-invoice", "complete");
  }

  @Test
  void where_a_block_ends_with_an_error_the_order_goes_to_who_catches_it() {
    assertThat(compiled.next("payment.payment-deadline")).isEqualTo("close-unpaid");
    assertThat(compiled.next("review.correction-timeout")).isEqualTo("close-rejected");
    assertThat(compiled.nodes("boundaryEvent")).noneMatch(Diagram::isErrorEvent);
    assertThat(policy.bpmnXml()).doesNotContain("<bpmn:error ");
  }

  @Test
  void a_reminder_ends_for_itself_and_does_not_move_the_order() {
    assertThat(compiled.next("payment.remind-payment")).isEqualTo("payment.reminded");
    assertThat(compiled.nodes("endEvent"))
        .extracting(BpmnXml::id)
        .containsExactlyInAnyOrder(
            "completed",
            "closed",
            "payment.reminded",
            "review.reviewer-reminded",
            "review.escalated",
            "status-change.warned");
  }

  @Test
  void what_the_call_gives_stands_where_the_block_asks_for_it() {
    assertThat(time("payment.payment-deadline")).isEqualTo("P15D");
    assertThat(time("payment.first-reminder")).isEqualTo("P3D");
    assertThat(time("payment.second-reminder")).isEqualTo("P10D");
    assertThat(time("review.correction-timeout")).isEqualTo("P30D");
    assertThat(time("delivery.auto-receipt")).isEqualTo("P10D");
    assertThat(headers("payment.pay"))
        .containsEntry("due", "P15D")
        .containsEntry("message", "MSG-22");
    assertThat(headers("review.correct")).containsEntry("message", "MSG-23");
  }

  @Test
  void what_a_step_is_for_stays_as_it_was_drawn() {
    assertThat(headers("review.decide"))
        .containsEntry("state", "REVIEW_PENDING")
        .containsEntry("queue", "review")
        .containsEntry("actor", "REVIEWER");
    assertThat(node("review.decide").getAttribute("name")).isEqualTo("审核材料");
    assertThat(BpmnXml.firstZeebe(node("review.decide"), "assignmentDefinition").orElseThrow())
        .extracting(assignment -> assignment.getAttribute("candidateGroups"))
        .isEqualTo("REVIEWER");
    assertThat(BpmnXml.firstZeebe(node("issuance.issue"), "taskDefinition").orElseThrow())
        .extracting(definition -> definition.getAttribute("type"))
        .isEqualTo("issue-certificates");
    assertThat(headers("close-unpaid")).containsEntry("reason", "PAYMENT_TIMEOUT");
  }

  @Test
  void an_error_that_a_step_of_a_block_catches_itself_stays_caught() {
    HallPack pack =
        TestPacks.with(
            "shared/issuance.bpmn",
            text ->
                text.replace(
                        "<bpmn:sequenceFlow id=\"produce-to-issue\"",
                        """
                        <bpmn:boundaryEvent id="refused" attachedToRef="issue">
                          <bpmn:errorEventDefinition id="refused-error" errorRef="error-refused" />
                        </bpmn:boundaryEvent>
                        <bpmn:sequenceFlow id="refused-to-produce" sourceRef="refused" targetRef="produce" />
                        <bpmn:sequenceFlow id="produce-to-issue\"""")
                    .replace(
                        "<bpmndi:BPMNDiagram ",
                        "<bpmn:error id=\"error-refused\" errorCode=\"ISSUE_REFUSED\" />"
                            + "<bpmndi:BPMNDiagram "));

    Document document = BpmnXml.parse("order.bpmn", PolicyCompiler.compile(pack).bpmnXml());
    Diagram flat = Diagram.of("order.bpmn", document);

    assertThat(flat.next("issuance.refused")).isEqualTo("issuance.produce");
    assertThat(flat.errorCode(flat.boundariesOf("issuance.issue").getFirst()))
        .isEqualTo("ISSUE_REFUSED");
  }

  @Test
  void one_block_may_be_called_twice() {
    HallPack pack =
        TestPacks.with("order.bpmn", "processId=\"invoicing\"", "processId=\"issuance\"");

    Diagram flat = Diagram.parse("order.bpmn", PolicyCompiler.compile(pack).bpmnXml());

    assertThat(flat.next("issuance.produce")).isEqualTo("issuance.issue");
    assertThat(flat.next("invoicing.produce")).isEqualTo("invoicing.issue");
    assertThat(flat.next("invoicing.issue")).isEqualTo("complete");
  }

  @Test
  void a_default_flow_stays_the_default() {
    HallPack pack =
        TestPacks.with(
            "shared/invoicing.bpmn",
            "id=\"wanted\"",
            "id=\"wanted\" default=\"wanted-to-settled\"");

    Diagram flat = Diagram.parse("order.bpmn", PolicyCompiler.compile(pack).bpmnXml());

    assertThat(
            flat.nodes("exclusiveGateway").stream()
                .filter(gateway -> BpmnXml.id(gateway).equals("invoicing.wanted")))
        .extracting(gateway -> gateway.getAttribute("default"))
        .containsExactly("invoicing.wanted-to-settled");
  }

  private Element node(String id) {
    return compiled.nodes().stream()
        .filter(node -> BpmnXml.id(node).equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<String> links(String id, String kind) {
    return BpmnXml.children(node(id), kind).stream().map(Element::getTextContent).toList();
  }

  private List<String> targets(String id) {
    return compiled.leaving(id).stream().map(flow -> flow.getAttribute("targetRef")).toList();
  }

  private String time(String id) {
    return BpmnXml.children(node(id), "timerEventDefinition").getFirst().getTextContent().strip();
  }

  private Map<String, String> headers(String id) {
    return BpmnXml.zeebe(node(id), "header").stream()
        .collect(
            Collectors.toMap(
                header -> header.getAttribute("key"), header -> header.getAttribute("value")));
  }
}
