package io.certhall.backoffice.certificate.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.application.CertificateActions.Action;
import java.util.List;

/** What can be done with a certificate; what can't be done now says why. */
class CertificateActionsCard extends Card {

  private static final long serialVersionUID = 1L;

  CertificateActionsCard(String hall, String serial, List<Action> actions) {
    super(Texts.of("certificate.actions"));
    Div rows = new Div();
    rows.addClassNames("rows", "rows-dense");
    for (Action action : actions) {
      Button button =
          new Button(
              Texts.of(action.offer().title()),
              click -> ServiceLink.go(hall, action.offer(), List.of(serial)));
      button.addThemeVariants(ButtonVariant.LUMO_SMALL);
      button.setEnabled(action.obstacle().isEmpty());
      Span words =
          new Span(
              action
                  .obstacle()
                  .map(Texts::of)
                  .orElseGet(() -> Texts.of(action.offer().condition())));
      words.addClassNames("muted", "small");
      Div row = new Div(words, button);
      row.addClassName("row");
      rows.add(row);
    }
    add(rows);
  }
}
