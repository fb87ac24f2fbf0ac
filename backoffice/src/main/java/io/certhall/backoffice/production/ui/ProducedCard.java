package io.certhall.backoffice.production.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.issuance.ProductionQuery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What was made at this desk, with the serials as soon as they are there. */
final class ProducedCard extends Card {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 20;

  private final transient Function<Set<String>, List<ProductionQuery.Produced>> read;
  private final transient Set<String> orderNos = new LinkedHashSet<>();
  private final Div rows = new Div();

  ProducedCard(Function<Set<String>, List<ProductionQuery.Produced>> read) {
    super(Texts.of("staff.production.made"));
    this.read = read;
    rows.addClassName("stack");
    add(rows);
    setVisible(false);
  }

  void made(String orderNo) {
    orderNos.remove(orderNo);
    orderNos.add(orderNo);
    if (orderNos.size() > MOST) {
      orderNos.remove(orderNos.iterator().next());
    }
    refresh();
  }

  void refresh() {
    if (orderNos.isEmpty()) {
      return;
    }
    setVisible(true);
    rows.removeAll();
    read.apply(orderNos).reversed().forEach(made -> rows.add(row(made)));
  }

  private static Div row(ProductionQuery.Produced made) {
    Span key = new Span(Texts.of("staff.production.key", made.mediumSerial()));
    key.addClassName("mono");
    Span order = new Span(made.orderNo() + " · " + made.itemSeq());
    order.addClassNames("muted", "small", "num");
    Div row = new Div(order, key);
    row.addClassName("produced-row");
    if (made.serial() == null) {
      row.add(new StatusBadge(Texts.of("staff.production.signing"), Tone.WAITING));
    } else {
      Span serials =
          new Span(
              Texts.of(
                  "staff.production.serials",
                  made.serial(),
                  String.valueOf(made.encryptionSerial()),
                  Times.day(made.notAfter())));
      serials.addClassNames("mono", "small");
      row.add(new StatusBadge(Texts.of("staff.production.signed"), Tone.DONE), serials);
    }
    return row;
  }
}
