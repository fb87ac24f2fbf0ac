package io.certhall.processes.document;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers to print, sign, stamp and upload again; the names are those of {@code materials.dmn}. */
@Service
public class Documents {

  private static final String FORM = "application-form";

  /** A person is no unit and stamps nothing. */
  private static final String OF_PERSONS = "-person";

  private static final List<String> TEMPLATES =
      List.of(FORM, "power-of-attorney", "service-agreement", "reset-form");
  private static final List<String> SAMPLES =
      List.of("power-of-attorney", "service-agreement", "seal-image", "reset-form");

  private static final String RECEIPT = "receipt";

  private final Map<String, PageTemplate> pages =
      Stream.of(TEMPLATES, SAMPLES, List.of(RECEIPT, FORM + OF_PERSONS))
          .flatMap(List::stream)
          .distinct()
          .collect(
              Collectors.toMap(
                  Function.identity(), name -> PageTemplate.of(Documents.class, name + ".xhtml")));
  private final Map<SampleOf, byte[]> samples = new ConcurrentHashMap<>();

  private final Orders orders;
  private final OrderPaper paper;
  private final PublishedPolicies policies;
  private final PdfRenderer renderer;

  Documents(Orders orders, OrderPaper paper, PublishedPolicies policies, PdfRenderer renderer) {
    this.orders = orders;
    this.paper = paper;
    this.policies = policies;
    this.renderer = renderer;
  }

  private record SampleOf(long policyVersion, String name) {}

  /**
   * A paper filled with an order's data, as PDF.
   *
   * @param template application-form, power-of-attorney, service-agreement or reset-form
   * @throws Refusal NOT_FOUND for an order the actor cannot see or an unknown template
   */
  @Transactional(readOnly = true)
  public byte[] render(Actor actor, String orderNo, String template) {
    Order order = orders.visible(actor, orderNo);
    known(TEMPLATES, template);
    String page =
        template.equals(FORM) && order.holder() == Holder.PERSON ? FORM + OF_PERSONS : template;
    return renderer.render(pages.get(page).fill(paper.values(actor, order)));
  }

  /**
   * What was done and handed over, to keep (ZR-31).
   *
   * @throws Refusal NOT_FOUND for an order the actor cannot see, CONFLICT ORDER_NOT_COMPLETED
   */
  @Transactional(readOnly = true)
  public byte[] receipt(Actor actor, String orderNo) {
    Order order = orders.visible(actor, orderNo);
    if (order.state() != OrderState.COMPLETED) {
      throw Refusal.conflict("ORDER_NOT_COMPLETED");
    }
    return renderer.render(pages.get(RECEIPT).fill(paper.receipt(actor, order)));
  }

  /**
   * A hall's blank paper or example, as PDF; for everyone.
   *
   * @param sample power-of-attorney, service-agreement, seal-image or reset-form
   * @throws Refusal NOT_FOUND for an unknown hall or sample
   */
  public byte[] sample(String hall, String sample) {
    known(SAMPLES, sample);
    var policy = policies.active(hall);
    return samples
        .computeIfAbsent(
            new SampleOf(policy.id(), sample), key -> sample(policy.settings(), sample))
        .clone();
  }

  private byte[] sample(HallSettings hall, String sample) {
    String xhtml = pages.get(sample).fill(HallPaper.blank(hall));
    return sample.equals("seal-image")
        ? renderer.render(xhtml, SealSamples::draw)
        : renderer.render(xhtml, SampleMark::draw);
  }

  private static void known(List<String> names, String name) {
    if (!names.contains(name)) {
      throw Refusal.notFound("DOCUMENT_UNKNOWN", name);
    }
  }
}
