package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.AgreementForm;
import io.certhall.processes.refusal.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The agreements; each box opens after a countdown (GS-32). */
class AgreementStep implements DraftStep {

  private final Div content = new Div();
  private final ErrorSummary summary = new ErrorSummary();
  private final FieldErrors errors = new FieldErrors(summary);
  private final Map<HallSettings.Agreement, Checkbox> boxes = new LinkedHashMap<>();
  private final Clock clock;
  private final Instant openedAt;

  AgreementStep(List<HallSettings.Agreement> agreements, OrderForm form, Clock clock) {
    this.clock = clock;
    this.openedAt = clock.instant();
    content.addClassName("stack");
    content.add(summary);
    agreements.forEach(agreement -> content.add(card(agreement, isAccepted(agreement, form))));
  }

  @Override
  public Component content() {
    return content;
  }

  @Override
  public OrderForm fill(OrderForm form) {
    return form.withAgreements(accepted(form));
  }

  @Override
  public List<Problem> problems() {
    return boxes.entrySet().stream()
        .filter(entry -> !entry.getValue().getValue())
        .map(
            entry ->
                Problem.of(
                    path(entry.getKey()), "AGREEMENT_MISSING", Texts.of(entry.getKey().title())))
        .toList();
  }

  @Override
  public void show(List<Problem> problems) {
    errors.show(problems);
  }

  @Override
  public void focus(String path) {
    errors.focus(path);
  }

  private List<AgreementForm> accepted(OrderForm form) {
    return boxes.entrySet().stream()
        .filter(entry -> entry.getValue().getValue())
        .map(
            entry ->
                form.agreements().stream()
                    .filter(given -> isThe(entry.getKey(), given))
                    .findFirst()
                    .orElseGet(
                        () ->
                            new AgreementForm(
                                entry.getKey().code(), entry.getKey().version(), clock.instant())))
        .toList();
  }

  private Card card(HallSettings.Agreement agreement, boolean accepted) {
    Div text = new Div(Texts.of(agreement.text()));
    text.addClassName("agreement-text");
    text.getElement().setAttribute("tabindex", "0");
    text.getElement().setAttribute("role", "document");
    text.getElement().setAttribute("aria-label", Texts.of(agreement.title()));
    Checkbox box =
        errors.bind(
            path(agreement), new Checkbox(Texts.of("draft.accept", Texts.of(agreement.title()))));
    box.setValue(accepted);
    boxes.put(agreement, box);
    Span wait = new Span();
    wait.addClassNames("muted", "small");
    Card card = new Card(Texts.of(agreement.title()), text, box, wait);
    card.addToHead(new Span(Texts.of("draft.version", agreement.version())));
    if (!accepted) {
      hold(agreement, box, wait);
    }
    return card;
  }

  /** The browser shows the countdown; a box ticked before its end is unticked here. */
  private void hold(HallSettings.Agreement agreement, Checkbox box, Span wait) {
    Duration countdown = Duration.ofSeconds(agreement.countdownSeconds());
    box.addValueChangeListener(
        change -> {
          if (change.getValue() && clock.instant().isBefore(openedAt.plus(countdown))) {
            box.setValue(false);
          } else if (change.getValue()) {
            errors.mark(path(agreement), null);
          }
        });
    box.getElement()
        .executeJs(
            """
            let left = $1;
            const tick = () => {
              this.disabled = left > 0;
              $0.textContent = left > 0 ? $2.replace('#', left--) : '';
              if (this.disabled) setTimeout(tick, 1000);
            };
            tick();
            """,
            wait.getElement(),
            agreement.countdownSeconds(),
            Texts.of("draft.countdown"));
  }

  private static boolean isAccepted(HallSettings.Agreement agreement, OrderForm form) {
    return form.agreements().stream().anyMatch(given -> isThe(agreement, given));
  }

  private static boolean isThe(HallSettings.Agreement agreement, AgreementForm given) {
    return given.code().equals(agreement.code()) && given.version().equals(agreement.version());
  }

  private static String path(HallSettings.Agreement agreement) {
    return "agreements." + agreement.code();
  }
}
