package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.ItemFacts;
import io.certhall.bpmn.PriceNotConfigured;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Tells when more years cost no more: package offers make it so (3 years like 4). */
public final class YearOffer {

  private YearOffer() {}

  /** A sentence for each length of which a longer one costs the same. */
  public static Optional<Component> hint(
      PublishedPolicy hall, Service service, Holder holder, List<ItemForm> items) {
    HallSettings.Years range = hall.settings().years(service.name());
    TreeSet<String> hints = new TreeSet<>();
    for (ItemForm item : items) {
      int longest = longest(hall, service, holder, item, range);
      if (longest > item.years()) {
        hints.add(Texts.of("years.offer", item.years(), longest));
      }
    }
    if (hints.isEmpty()) {
      return Optional.empty();
    }
    Paragraph hint = new Paragraph(String.join(Texts.isEnglish() ? " " : "", hints));
    hint.addClassName("year-offer");
    return Optional.of(hint);
  }

  private static int longest(
      PublishedPolicy hall,
      Service service,
      Holder holder,
      ItemForm item,
      HallSettings.Years range) {
    if (!hall.settings().asksYears(service.name())) {
      return item.years();
    }
    long asked = total(hall, service, holder, item, item.years());
    int longest = item.years();
    for (int years = item.years() + 1; asked > 0 && years <= range.max(); years++) {
      if (total(hall, service, holder, item, years) <= asked) {
        longest = years;
      }
    }
    return longest;
  }

  private static long total(
      PublishedPolicy hall, Service service, Holder holder, ItemForm item, int years) {
    try {
      return hall
          .fees()
          .lines(
              new ItemFacts(
                  service.name(),
                  holder.name(),
                  item.type().name(),
                  years,
                  item.seals().size(),
                  item.secondary()))
          .stream()
          .mapToLong(line -> line.amountFen())
          .sum();
    } catch (PriceNotConfigured unknown) {
      return Long.MAX_VALUE;
    }
  }
}
