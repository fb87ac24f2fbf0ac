package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What a list says when it has nothing to show, and what to do about it. */
public class EmptyState extends Div {

  private static final long serialVersionUID = 1L;

  public EmptyState(VaadinIcon symbol, String title, String text, Component... actions) {
    this(symbol, new H3(title), text, actions);
  }

  private EmptyState(VaadinIcon symbol, HtmlComponent title, String text, Component... actions) {
    addClassName("empty");
    Icon icon = symbol.create();
    icon.getElement().setAttribute("aria-hidden", "true");
    add(icon, title, new Paragraph(text));
    add(actions);
  }

  /** The whole page, so its words are the page's heading. */
  public static EmptyState page(
      VaadinIcon symbol, String title, String text, Component... actions) {
    return new EmptyState(symbol, new H1(title), text, actions);
  }
}
