package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** A view's content: heading, actions, body; the width adapts from phone to desk. */
public abstract class Page extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final H1 heading = new H1();
  private final Paragraph lead = new Paragraph();
  private final Div actions = new Div();

  protected Page(String title) {
    addClassName("page");
    lead.addClassName("page-lead");
    lead.setVisible(false);
    actions.addClassName("page-actions");
    actions.setVisible(false);
    Div words = new Div(heading, lead);
    Div head = new Div(words, actions);
    head.addClassName("page-head");
    add(head);
    setHeading(title);
  }

  protected final void setHeading(String title) {
    heading.setText(title);
  }

  protected final void setLead(String text) {
    lead.setText(text);
    lead.setVisible(!text.isEmpty());
  }

  protected final void addAction(Component... buttons) {
    actions.add(buttons);
    actions.setVisible(true);
  }

  protected final void clearActions() {
    actions.removeAll();
    actions.setVisible(false);
  }

  @Override
  public String getPageTitle() {
    return heading.getText() + " - CertHall";
  }
}
