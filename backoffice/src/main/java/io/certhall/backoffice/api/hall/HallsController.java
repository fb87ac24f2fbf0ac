package io.certhall.backoffice.api.hall;

import io.certhall.backoffice.api.Download;
import io.certhall.backoffice.api.Language;
import io.certhall.backoffice.api.Page;
import io.certhall.bpmn.ItemFacts;
import io.certhall.bpmn.MaterialTable;
import io.certhall.processes.document.Documents;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "halls", description = "办理大厅（公开） · Halls, public")
@SecurityRequirements
@RestController
@RequestMapping("/api/v1/halls")
class HallsController {

  private final PublishedPolicies policies;
  private final Documents documents;

  HallsController(PublishedPolicies policies, Documents documents) {
    this.policies = policies;
    this.documents = documents;
  }

  @Operation(
      summary = "大厅列表 · All halls",
      description = "Each with its services, types, methods, agreements and limits.")
  @GetMapping
  Page<HallBody> list(Language language) {
    return Page.all(
        policies.active().stream()
            .map(policy -> HallBody.of(policy.settings(), language))
            .toList());
  }

  @Operation(
      summary = "大厅详情 · One hall",
      description = "What it offers, which agreements must be accepted in which version.")
  @GetMapping("/{hall}")
  HallBody get(@PathVariable String hall, Language language) {
    return HallBody.of(policies.active(hall).settings(), language);
  }

  @Operation(
      summary = "所需材料 · Documents an order needs",
      description =
          "As the hall's policy decides for this service and holder. Each `type` adds one"
              + " certificate; `seals` (comma-separated), `years` and `secondary` hold for each of"
              + " them.")
  @GetMapping("/{hall}/materials")
  Page<MaterialBody> materials(
      @PathVariable String hall,
      @RequestParam Service service,
      @RequestParam(defaultValue = "ORGANISATION") Holder holder,
      @RequestParam(required = false) @Nullable List<CertificateType> type,
      @RequestParam(required = false) @Nullable List<String> seals,
      @RequestParam(defaultValue = "1") int years,
      @RequestParam(defaultValue = "false") boolean secondary,
      @RequestParam(required = false) @Nullable DeliveryMethod delivery,
      Language language) {
    List<String> sealed = seals == null ? List.of() : seals;
    List<MaterialTable.Item> items = new ArrayList<>();
    for (CertificateType each : type == null ? List.<CertificateType>of() : type) {
      ItemFacts facts =
          new ItemFacts(
              service.name(), holder.name(), each.name(), years, sealed.size(), secondary);
      items.add(new MaterialTable.Item(items.size() + 1, facts, sealed));
    }
    return Page.all(
        policies
            .active(hall)
            .materials()
            .items(service.name(), holder.name(), delivery == null ? null : delivery.name(), items)
            .stream()
            .map(item -> MaterialBody.of(item, language))
            .toList());
  }

  @Operation(
      summary = "材料样例（PDF） · An example of a document",
      description = "Those named in `sample` of the materials: power-of-attorney, seal-image, ….")
  @GetMapping("/{hall}/samples/{sample}")
  ResponseEntity<byte[]> sample(@PathVariable String hall, @PathVariable String sample) {
    return Download.of(sample + ".pdf", MediaType.APPLICATION_PDF, documents.sample(hall, sample));
  }
}
