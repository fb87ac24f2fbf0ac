package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A titled block of a page. */
public class Card extends Div {

  private static final long serialVersionUID = 1L;

  private final Div head = new Div();

  public Card() {
    addClassName("card");
  }

  public Card(String title, Component... content) {
    this();
    head.addClassName("card-head");
    head.add(new H2(title));
    add(head);
    add(content);
  }

  /** Puts a link or a button at the right end of the title. */
  public void addToHead(Component... components) {
    head.add(components);
  }
}
