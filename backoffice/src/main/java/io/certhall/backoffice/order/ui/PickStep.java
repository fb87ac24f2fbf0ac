package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.application.Quotes;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates a service is about, what changes and why; type, person and seals are carried
 * over and only shown (GS-29, GS-50, GS-51).
 */
class PickStep implements DraftStep {

  /** An own certificate, and what stands against the service. */
  record Choice(HeldCertificate certificate, Optional<Problem> obstacle) {}

  private final PublishedPolicy policy;
  private final OrderForm saved;
  private final Quotes quotes;
  private final FormParts parts;
  private final boolean multiple;
  private final Div content = new Div();
  private final ErrorSummary summary = new ErrorSummary();
  private final FieldErrors errors = new FieldErrors(summary, ProblemLabels::describe);
  private final List<PickRow> rows = new ArrayList<>();
  private final TextField unlisted = new TextField(Texts.of("pick.unlisted"));
  private final @Nullable ChangeFields change;
  private final @Nullable StatementFields statement;
  private final Span total = new Span();

  PickStep(
      PublishedPolicy policy,
      OrderForm saved,
      List<Choice> choices,
      @Nullable OrganisationView organisation,
      Quotes quotes) {
    this.policy = policy;
    this.saved = saved;
    this.quotes = quotes;
    this.parts = FormParts.of(policy, saved.service(), saved.holder());
    this.multiple = policy.settings().service(saved.service().name()).orElseThrow().multiple();
    content.addClassName("stack");
    content.add(summary);
    warning().ifPresent(content::add);
    content.add(certificates(choices));
    change =
        parts.changes().isEmpty()
            ? null
            : new ChangeFields(
                errors, parts.changes(), saved.change(), organisation, this::showPrice);
    if (change != null) {
      content.add(new Card(Texts.of("change.title"), change));
    }
    statement =
        parts.causes().isEmpty()
            ? null
            : new StatementFields(errors, parts.causes(), saved.statement());
    if (statement != null) {
      content.add(new Card(Texts.of("statement.title"), statement));
    }
    total.addClassName("price");
    Div sum = new Div(new Span(Texts.of("draft.total")), total);
    sum.addClassName("total-bar");
    sum.getElement().setAttribute("aria-live", "polite");
    content.add(sum);
    showPrice();
  }

  @Override
  public Component content() {
    return content;
  }

  @Override
  public OrderForm fill(OrderForm form) {
    return form.withItems(items())
        .withChange(change == null ? null : change.form())
        .withStatement(statement == null ? form.statement() : statement.form());
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (items().isEmpty()) {
      problems.add(Problem.of("items", "ITEMS_EMPTY"));
    }
    if (change != null) {
      problems.addAll(change.problems());
    }
    if (statement != null) {
      problems.addAll(statement.problems());
    }
    return problems;
  }

  @Override
  public void show(List<Problem> problems) {
    errors.show(problems);
  }

  @Override
  public void focus(String path) {
    errors.focus(path);
  }

  /** What can't be undone is said before it is asked for (MSG-36, MSG-37, MSG-54). */
  private Optional<Notice> warning() {
    return switch (saved.service()) {
      case REVOKE, REPLACE, CHANGE, REPORT_LOSS ->
          Optional.of(
              new Notice(
                  saved.service() == Service.REVOKE ? Tone.WRONG : Tone.YOURS,
                  Texts.of("pick.warning." + saved.service()),
                  Texts.of("pick.warningText." + saved.service())));
      default -> Optional.empty();
    };
  }

  private Card certificates(List<Choice> choices) {
    List<String> chosen =
        saved.items().stream()
            .map(ItemForm::certificateSerial)
            .filter(java.util.Objects::nonNull)
            .toList();
    Div list = new Div();
    list.addClassName("rows");
    for (Choice choice : choices) {
      if (choice.certificate().holder() == saved.holder()) {
        PickRow row = new PickRow(policy.settings(), saved, choice, parts.years(), this::picked);
        saved.items().stream()
            .filter(item -> choice.certificate().serial().equals(item.certificateSerial()))
            .findFirst()
            .ifPresent(row::read);
        rows.add(row);
        list.add(row);
      }
    }
    Card card = new Card(Texts.of(multiple ? "pick.several" : "pick.one"), list);
    if (rows.isEmpty()) {
      list.add(new Paragraph(Texts.of("pick.none")));
    }
    if (takesUnlisted()) {
      unlisted.setHelperText(Texts.of("pick.unlistedHelp"));
      unlisted.setWidthFull();
      chosen.stream()
          .filter(serial -> rows.stream().noneMatch(row -> row.isOf(serial)))
          .findFirst()
          .ifPresent(unlisted::setValue);
      unlisted.addValueChangeListener(change -> showPrice());
      card.add(unlisted);
    }
    return card;
  }

  /** A lost key's serial may be written anywhere: staff find the certificate (SD). */
  private boolean takesUnlisted() {
    return saved.service() == Service.REPORT_LOSS || saved.service() == Service.CANCEL_LOSS;
  }

  private void picked(PickRow picked) {
    if (!multiple && picked.isPicked()) {
      rows.stream().filter(row -> row != picked).forEach(PickRow::leave);
    }
    errors.clear();
    showPrice();
  }

  private List<ItemForm> items() {
    List<ItemForm> items = new ArrayList<>();
    rows.stream().filter(PickRow::isPicked).map(PickRow::form).forEach(items::add);
    if (takesUnlisted() && !unlisted.isEmpty()) {
      items.add(new ItemForm(null, null, 1, 1, List.of(), false, unlisted.getValue().strip()));
    }
    return items;
  }

  private void showPrice() {
    List<ItemForm> items = rows.stream().filter(PickRow::isPicked).map(PickRow::form).toList();
    if (items.isEmpty()) {
      total.setText(parts.invoice() ? "—" : Texts.of("prices.free"));
      return;
    }
    try {
      long fen =
          quotes
              .quote(
                  policy.hall(),
                  saved.service(),
                  saved.holder(),
                  items,
                  change == null ? List.of() : change.kinds())
              .totalFen();
      total.setText(fen == 0 ? Texts.of("prices.free") : Money.yuan(fen));
    } catch (Refusal incomplete) {
      total.setText("—");
    }
  }
}
