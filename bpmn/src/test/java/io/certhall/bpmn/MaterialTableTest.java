package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaterialTableTest {

  private final MaterialTable materials = MaterialTable.of(TestPacks.gscamce());

  @Test
  @Tag("GS-53")
  @Tag("GS-54")
  void an_order_needs_three_papers_and_a_seal_image_for_each_certificate_with_seals() {
    assertThat(
            items(
                "NEW",
                item(1, "ORG", "OFFICIAL", "CONTRACT"),
                item(2, "ORG_BUSINESS"),
                item(3, "ORG_PERSON", "SIGNATURE")))
        .extracting(MaterialItem::code)
        .containsExactly(
            "APPLICATION_FORM",
            "POWER_OF_ATTORNEY",
            "SERVICE_AGREEMENT",
            "SEAL_IMAGE-1",
            "SEAL_IMAGE-3");
  }

  @Test
  @Tag("GS-54")
  void a_seal_image_is_labelled_with_type_and_seals_in_brackets() {
    MaterialItem image = items("NEW", item(1, "ORG", "OFFICIAL", "CONTRACT")).getLast();

    assertThat(image.labelZh()).isEqualTo("印模 机构证书1（公章、合同专用章）");
    assertThat(image.labelEn())
        .isEqualTo("Seal images – Organisation certificate 1 (Official seal, Contract seal)");
    assertThat(image.itemSeq()).isEqualTo(1);
  }

  @Test
  @Tag("GS-59")
  @Tag("GS-61")
  void papers_are_pdf_of_ten_megabytes_and_seal_images_jpeg_of_three() {
    List<MaterialItem> items = items("NEW", item(1, "ORG", "OFFICIAL"));

    assertThat(items.subList(0, 3))
        .allSatisfy(
            paper -> {
              assertThat(paper.formats()).containsExactly("pdf");
              assertThat(paper.maxBytes()).isEqualTo(10L * 1024 * 1024);
              assertThat(paper.itemSeq()).isZero();
            });
    assertThat(items.getLast().formats()).containsExactly("jpg", "jpeg");
    assertThat(items.getLast().maxBytes()).isEqualTo(3L * 1024 * 1024);
    assertThat(items).allMatch(MaterialItem::required);
  }

  @Test
  @Tag("GS-55")
  @Tag("GS-56")
  @Tag("GS-57")
  void the_form_is_printed_by_the_hall_and_the_other_papers_have_a_sample() {
    List<MaterialItem> items = items("NEW", item(1, "ORG"));

    assertThat(items.getFirst().template()).isEqualTo("application-form");
    assertThat(items.getFirst().sample()).isNull();
    assertThat(items.subList(1, 3))
        .extracting(MaterialItem::sample)
        .containsExactly("power-of-attorney", "service-agreement");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RENEW", "REPLACE", "CHANGE", "ADD_SEAL"})
  @Tag("GS-63")
  @Tag("GS-64")
  void other_services_need_the_same_papers(String service) {
    assertThat(items(service, item(1, "ORG", "OFFICIAL"))).hasSize(4);
  }

  @Test
  void unlocking_needs_no_papers() {
    assertThat(items("UNLOCK", item(1, "ORG"))).isEmpty();
  }

  @Test
  void an_order_without_delivery_yet_can_be_asked_for_its_papers() {
    assertThat(materials.items("NEW", "ORGANISATION", null, List.of())).hasSize(3);
  }

  @Test
  void a_paper_without_a_size_may_have_ten_megabytes() {
    MaterialTable open =
        MaterialTable.of(TestPacks.with("materials.dmn", "<text>3</text>", "<text></text>"));

    assertThat(open.items("NEW", "ORGANISATION", "PICKUP", List.of(item(1, "ORG", "OFFICIAL"))))
        .extracting(MaterialItem::maxBytes)
        .containsOnly(10L * 1024 * 1024);
  }

  private List<MaterialItem> items(String service, MaterialTable.Item... items) {
    return materials.items(
        service,
        "ORGANISATION",
        "COURIER",
        List.of(items).stream()
            .map(
                item ->
                    new MaterialTable.Item(
                        item.seq(),
                        new ItemFacts(
                            service,
                            "ORGANISATION",
                            item.facts().type(),
                            1,
                            item.seals().size(),
                            false),
                        item.seals()))
            .toList());
  }

  private static MaterialTable.Item item(int seq, String type, String... seals) {
    return new MaterialTable.Item(
        seq, new ItemFacts("NEW", "ORGANISATION", type, 1, seals.length, false), List.of(seals));
  }
}
