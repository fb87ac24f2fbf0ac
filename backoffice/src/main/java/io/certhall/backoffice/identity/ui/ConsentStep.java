package io.certhall.backoffice.identity.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.identity.IdentityAccess;
import io.certhall.processes.identity.IdentityChecks;
import io.certhall.processes.identity.IdentityConsent;
import java.util.EnumMap;
import java.util.Map;

/** Two texts, each with a box of its own, none ticked in advance. */
final class ConsentStep extends Card {

  private static final long serialVersionUID = 1L;

  private final transient IdentityChecks checks;
  private final transient IdentityAccess access;
  private final transient Runnable agreed;
  private final transient Map<IdentityConsent, Checkbox> boxes =
      new EnumMap<>(IdentityConsent.class);

  ConsentStep(IdentityChecks checks, IdentityAccess access, Runnable agreed) {
    super(Texts.of("identity.step.consents"));
    this.checks = checks;
    this.access = access;
    this.agreed = agreed;
    for (IdentityConsent consent : IdentityConsent.values()) {
      String title = consent.title(Texts.locale());
      Span heading = new Span(title);
      heading.addClassName("row-title");
      Paragraph text = new Paragraph(consent.text(Texts.locale()));
      text.addClassName("small");
      Span version = new Span(Texts.of("identity.version", consent.version()));
      version.addClassNames("muted", "small");
      Checkbox box = new Checkbox(Texts.of("identity.agree", title));
      boxes.put(consent, box);
      Div block = new Div(heading, text, version, box);
      block.addClassName("form");
      add(block);
    }
    add(ActionButton.primary(Texts.of("identity.goOn"), this::goOn));
  }

  private void goOn() {
    if (boxes.values().stream().anyMatch(box -> !box.getValue())) {
      Refusals.showError(Texts.of("identity.bothConsents"));
      return;
    }
    boxes
        .keySet()
        .forEach(
            consent -> checks.consent(access, consent.name(), consent.version(), Texts.locale()));
    agreed.run();
  }
}
