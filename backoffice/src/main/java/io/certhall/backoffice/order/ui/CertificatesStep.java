package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import io.certhall.backoffice.organisation.ui.PersonDialog;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.application.Quotes;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.organisation.People;
import io.certhall.processes.organisation.PersonView;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One to six certificates with their prices (GS-34, GS-35, GS-40..49). */
class CertificatesStep implements DraftStep {

  private final PublishedPolicy policy;
  private final HallSettings hall;
  private final OrderForm saved;
  private final Actor actor;
  private final People people;
  private final Quotes quotes;
  private final @Nullable OrganisationView owner;
  private final Div content = new Div();
  private final ErrorSummary summary = new ErrorSummary();
  private final FieldErrors errors = new FieldErrors(summary, ProblemLabels::describe);
  private final IntegerField number = new IntegerField(Texts.of("draft.items"));
  private final Div list = new Div();
  private final Span total = new Span();
  private final List<CertificateBlock> blocks = new ArrayList<>();

  /**
   * @param owner the applicant's organisation, if he has one
   */
  CertificatesStep(
      PublishedPolicy policy,
      OrderForm saved,
      Actor actor,
      People people,
      Quotes quotes,
      @Nullable OrganisationView owner) {
    this.policy = policy;
    this.hall = policy.settings();
    this.saved = saved;
    this.actor = actor;
    this.people = people;
    this.quotes = quotes;
    this.owner = owner;
    content.addClassName("stack");
    list.addClassName("stack");
    total.addClassName("price");
    Div sum = new Div(new Span(Texts.of("draft.total")), total);
    sum.addClassName("total-bar");
    sum.getElement().setAttribute("aria-live", "polite");
    content.add(summary, new Card(Texts.of("draft.howMany"), number), list, sum);
    askNumber();
    int most = Math.max(1, Math.min(saved.items().size(), hall.limits().maxItems()));
    number.setValue(most);
    resize(most);
  }

  @Override
  public Component content() {
    return content;
  }

  @Override
  public OrderForm fill(OrderForm form) {
    return form.withItems(blocks.stream().flatMap(block -> block.form().stream()).toList());
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (!isAllowed(number.getValue())) {
      problems.add(tooMany());
    }
    for (int i = 0; i < blocks.size(); i++) {
      Optional<ItemForm> item = blocks.get(i).form();
      if (item.isEmpty()) {
        problems.add(Problem.of("items[" + i + "].type", "TYPE_NOT_OFFERED"));
      } else if (blocks.get(i).needsPerson() && item.get().personId() == null) {
        problems.add(Problem.of("items[" + i + "].personId", "PERSON_REQUIRED"));
      }
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

  private void askNumber() {
    number.setMin(1);
    number.setMax(hall.limits().maxItems());
    number.setStepButtonsVisible(true);
    number.setHelperText(Texts.of("draft.itemsHelp", hall.limits().maxItems()));
    errors.bind("items", number);
    number.addValueChangeListener(
        change -> {
          boolean allowed = isAllowed(change.getValue());
          errors.mark("items", allowed ? null : Texts.of(tooMany()));
          if (allowed) {
            resize(change.getValue());
          }
        });
  }

  private boolean isAllowed(@Nullable Integer wanted) {
    return wanted != null && wanted >= 1 && wanted <= hall.limits().maxItems();
  }

  private Problem tooMany() {
    return Problem.of("items", "LIMIT_COPIES", hall.limits().maxItems());
  }

  private void resize(int wanted) {
    while (blocks.size() > wanted) {
      CertificateBlock last = blocks.removeLast();
      last.unbind();
      list.remove(last);
    }
    List<PersonView> known = people.list(actor);
    while (blocks.size() < wanted) {
      int index = blocks.size();
      CertificateBlock block =
          new CertificateBlock(
              policy,
              saved,
              errors,
              index,
              index < saved.items().size() ? saved.items().get(index) : null,
              known,
              this::showPrices,
              () -> addPerson(index));
      if (owner != null) {
        block.setLegalRep(owner);
      }
      blocks.add(block);
      list.add(block);
    }
    showPrices();
  }

  private void addPerson(int index) {
    new PersonDialog(
            people,
            actor,
            null,
            id -> {
              List<PersonView> known = people.list(actor);
              blocks.forEach(block -> block.setPeople(known));
              known.stream()
                  .filter(person -> person.id() == id)
                  .findFirst()
                  .ifPresent(blocks.get(index)::choosePerson);
            })
        .open();
  }

  private void showPrices() {
    long sum = 0;
    boolean complete = true;
    for (CertificateBlock block : blocks) {
      Optional<Quotes.Quote> quote = block.form().flatMap(this::quote);
      if (quote.isEmpty()) {
        complete = false;
        block.setPrice(null, "");
      } else {
        sum += quote.get().totalFen();
        block.setPrice(quote.get().totalFen(), lines(quote.get().lines()));
      }
    }
    total.setText(complete ? Money.yuan(sum) : Texts.of("draft.totalSoFar", Money.yuan(sum)));
  }

  /** Empty while a limit is broken: the field says which. */
  private Optional<Quotes.Quote> quote(ItemForm item) {
    try {
      return Optional.of(
          quotes.quote(policy.hall(), saved.service(), saved.holder(), List.of(item)));
    } catch (Refusal refused) {
      return Optional.empty();
    }
  }

  private static String lines(List<Order.Line> lines) {
    return lines.stream()
        .map(
            line ->
                FeeLabels.of(line)
                    + " "
                    + Money.yuan(line.unitFen())
                    + (line.quantity() > 1 ? " × " + line.quantity() : ""))
        .collect(Collectors.joining("，"));
  }
}
