package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.seal.StampState;
import io.certhall.processes.seal.StampView;
import io.certhall.processes.seal.Stamps;
import io.certhall.processes.security.Actor;
import java.util.List;

/** The stamps cut out of the uploaded sheets, for the applicant to agree to. */
class StampList extends Card {

  private static final long serialVersionUID = 1L;

  /** Looking at a sheet takes a moment: the others wait until they are asked for. */
  private static final int AT_ONCE = 3;

  private final transient Stamps stamps;
  private final transient Actor actor;
  private final String orderNo;
  private final Div rows = new Div();

  StampList(Stamps stamps, Actor actor, String orderNo) {
    super(Texts.of("stamp.title"));
    this.stamps = stamps;
    this.actor = actor;
    this.orderNo = orderNo;
    Div lead = new Div(Texts.of("stamp.lead"));
    lead.addClassNames("muted", "small");
    rows.addClassName("rows");
    add(lead, rows);
    refresh();
  }

  /** After a sheet was attached, replaced or removed. */
  final void refresh() {
    List<StampView> views = stamps.of(actor, orderNo);
    rows.removeAll();
    int looked = 0;
    for (StampView view : views) {
      boolean atOnce = view.state() == StampState.OPEN && looked++ < AT_ONCE;
      rows.add(new StampRow(stamps, actor, orderNo, view, atOnce));
    }
    setVisible(!views.isEmpty());
  }
}
