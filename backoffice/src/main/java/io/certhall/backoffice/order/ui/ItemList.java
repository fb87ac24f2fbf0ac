package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The certificates an order is about. */
class ItemList extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * @param people names by id of the persons they are for
   * @param lines of the price, by which each certificate's is told
   * @param withStatus whether anything has been done about them yet
   */
  ItemList(
      List<Order.Item> items,
      Map<Long, String> people,
      List<Order.Line> lines,
      HallSettings hall,
      boolean withStatus) {
    addClassName("rows");
    for (Order.Item item : items) {
      String type = Texts.of(hall.certificateType(item.type().name()).label());
      String holder = item.personId() == null ? null : people.get(item.personId());
      Span title = new Span(holder == null ? type : Texts.of("order.item.typeFor", type, holder));
      title.addClassName("row-title");
      String seals =
          item.seals().stream()
              .map(code -> Texts.of(hall.sealLabel(code)))
              .collect(Collectors.joining(Texts.isEnglish() ? ", " : "、"));
      Span detail =
          new Span(
              Texts.of(
                  "order.item.detail",
                  item.years(),
                  seals.isEmpty() ? Texts.of("order.item.noSeals") : seals));
      detail.addClassNames("muted", "small");
      Div words = new Div(title, detail);
      words.addClassName("row-words");
      Div row = new Div(words);
      row.addClassName("row");
      if (item.mediumSerial() != null) {
        Span medium = new Span(Texts.of("order.item.medium", item.mediumSerial()));
        medium.addClassNames("muted", "small");
        words.add(medium);
      }
      long fen =
          lines.stream()
              .filter(line -> line.itemSeq() == item.seq())
              .mapToLong(Order.Line::amountFen)
              .sum();
      Span price = new Span(Texts.of("order.item.price", Money.yuan(fen), 1));
      price.addClassNames("num", "small");
      row.add(price);
      if (withStatus) {
        row.add(new StatusBadge(Texts.of(item.status()), tone(item.status())));
      }
      add(row);
    }
  }

  private static Tone tone(ItemStatus status) {
    return switch (status) {
      case DONE -> Tone.DONE;
      case FAILED -> Tone.WRONG;
      case IN_PROGRESS -> Tone.WAITING;
      case OPEN, CANCELLED -> Tone.NEUTRAL;
    };
  }
}
