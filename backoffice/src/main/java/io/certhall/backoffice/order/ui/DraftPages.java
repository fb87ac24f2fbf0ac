package io.certhall.backoffice.order.ui;

import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.ItemFacts;
import io.certhall.bpmn.MaterialTable;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pages one application has: what a service does not need is left out. */
record DraftPages(List<DraftPage> pages) {

  static DraftPages of(PublishedPolicy policy, OrderForm form) {
    return new DraftPages(
        Arrays.stream(DraftPage.values())
            .filter(page -> page != DraftPage.AGREEMENT || asksAgreement(policy))
            .filter(page -> page != DraftPage.MATERIALS || needsPapers(policy, form))
            .toList());
  }

  DraftPage next(DraftPage page) {
    return pages.get(Math.min(at(page) + 1, pages.size() - 1));
  }

  DraftPage previous(DraftPage page) {
    return pages.get(Math.max(at(page) - 1, 0));
  }

  boolean isFirst(DraftPage page) {
    return at(page) == 0;
  }

  /** The page itself, or the one that comes after it. */
  DraftPage nearest(DraftPage page) {
    return pages.stream()
        .filter(other -> other.ordinal() >= page.ordinal())
        .findFirst()
        .orElse(DraftPage.CHECK);
  }

  private int at(DraftPage page) {
    return pages.indexOf(nearest(page));
  }

  private static boolean asksAgreement(PublishedPolicy policy) {
    return !policy.settings().agreements().isEmpty();
  }

  /** Until the certificates are chosen, one of each type is asked for. */
  private static boolean needsPapers(PublishedPolicy policy, OrderForm form) {
    HallSettings hall = policy.settings();
    List<String> changes = form.changes().stream().map(Enum::name).toList();
    List<String> asked =
        changes.isEmpty()
            ? hall.service(form.service().name())
                .map(HallSettings.ServiceOffer::changes)
                .orElse(List.of())
            : changes;
    List<MaterialTable.Item> items = new ArrayList<>();
    for (ItemForm item : form.items()) {
      if (item.type() != null) {
        items.add(
            item(form, item.type().name(), item.years(), item.seals(), item.secondary(), asked));
      }
    }
    if (items.isEmpty()) {
      hall.certificateTypes(form.holder().name())
          .forEach(type -> items.add(item(form, type.code(), 1, type.seals(), false, asked)));
    }
    String method =
        form.delivery() == null || form.delivery().method() == null
            ? null
            : form.delivery().method().name();
    return !policy
        .materials()
        .items(form.service().name(), form.holder().name(), method, items)
        .isEmpty();
  }

  private static MaterialTable.Item item(
      OrderForm form,
      String type,
      int years,
      List<String> seals,
      boolean secondary,
      List<String> changes) {
    return new MaterialTable.Item(
        1,
        new ItemFacts(
            form.service().name(),
            form.holder().name(),
            type,
            years,
            seals.size(),
            secondary,
            changes),
        seals);
  }
}
