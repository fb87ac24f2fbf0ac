package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A sentence that matters, with what to do about it. */
public class Notice extends Div {

  private static final long serialVersionUID = 1L;

  public Notice(StatusBadge.Tone tone, String title, String text, Component... actions) {
    addClassNames("notice", "notice-" + tone.name().toLowerCase(Locale.ROOT));
    Span heading = new Span(title);
    heading.addClassName("notice-title");
    add(heading);
    if (!text.isEmpty()) {
      add(new Paragraph(text));
    }
    if (actions.length > 0) {
      Div buttons = new Div(actions);
      buttons.addClassName("buttons");
      add(buttons);
    }
  }
}
