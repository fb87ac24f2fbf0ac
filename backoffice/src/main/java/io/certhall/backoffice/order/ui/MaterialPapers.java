package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Anchor;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.document.Documents;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Papers that come with a material: the form to print, the example to look at (GS-55..57). */
@Component
class MaterialPapers {

  private static final String PDF = "application/pdf";

  private final Documents documents;

  private final PublishedPolicies policies;

  MaterialPapers(Documents documents, PublishedPolicies policies) {
    this.documents = documents;
    this.policies = policies;
  }

  /** Whether it may be drawn on the screen instead of being uploaded. */
  boolean isHandwritten(String hall, MaterialView material) {
    return policies.active().stream()
        .filter(policy -> policy.hall().equals(hall))
        .anyMatch(policy -> policy.settings().handwritten().contains(material.code()));
  }

  List<Anchor> of(Actor actor, String orderNo, String hall, MaterialView material) {
    List<Anchor> links = new ArrayList<>();
    String template = material.template();
    if (template != null && !template.isBlank()) {
      links.add(
          Downloads.view(
              Texts.of("material.form"),
              () ->
                  new Downloads.File(
                      template + "-" + orderNo + ".pdf",
                      PDF,
                      documents.render(actor, orderNo, template))));
    }
    String sample = material.sample();
    if (sample != null && !sample.isBlank()) {
      links.add(
          Downloads.view(
              Texts.of("material.sample"),
              () ->
                  new Downloads.File(sample + "-sample.pdf", PDF, documents.sample(hall, sample))));
    }
    return links;
  }
}
