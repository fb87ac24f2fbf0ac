package io.certhall.backoffice.production.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.key.KeyAgentPort;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.issuance.KeyWriting;
import java.util.List;
import java.util.function.Supplier;

/** Keys whose pair is issued and not yet on them; they do not leave before. */
final class KeysToWrite extends Card {

  private static final long serialVersionUID = 1L;

  private final transient DeskKeys keys;
  private final transient Supplier<List<KeyWriting.Waiting>> read;
  private final KeyAgentPort agent;
  private final Div rows = new Div();

  KeysToWrite(DeskKeys keys, Supplier<List<KeyWriting.Waiting>> read) {
    super(Texts.of("agent.toWrite"));
    this.keys = keys;
    this.read = read;
    this.agent = keys.port();
    rows.addClassName("stack");
    add(agent, rows);
    refresh();
  }

  void refresh() {
    List<KeyWriting.Waiting> waiting = read.get();
    setVisible(!waiting.isEmpty());
    rows.removeAll();
    waiting.forEach(key -> rows.add(row(key)));
  }

  private Div row(KeyWriting.Waiting key) {
    Span order = new Span(key.orderNo() + " · " + key.itemSeq());
    order.addClassNames("muted", "small", "num");
    Span medium = new Span(Texts.of("staff.production.key", key.mediumSerial()));
    medium.addClassName("mono");
    Div row =
        new Div(
            new Span(key.applicantName()),
            order,
            medium,
            new ActionButton(Texts.of("agent.writeKey"), () -> write(key)));
    row.addClassName("produced-row");
    return row;
  }

  private void write(KeyWriting.Waiting key) {
    keys.write(
        agent,
        key,
        () -> {
          Refusals.showSuccess(Texts.of("agent.written", key.mediumSerial()));
          refresh();
        });
  }
}
