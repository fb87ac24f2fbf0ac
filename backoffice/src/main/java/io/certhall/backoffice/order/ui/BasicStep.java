package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.organisation.ui.DocumentWords;
import io.certhall.backoffice.organisation.ui.ProfileView;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.HallFields;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallField;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who applies, operator, delivery, invoice (GS-33, GS-36..39); only what this service of the hall
 * needs.
 */
class BasicStep implements DraftStep {

  private final Div content = new Div();
  private final ErrorSummary summary = new ErrorSummary();
  private final FieldErrors errors = new FieldErrors(summary);
  private final OperatorFields operator;
  private final @Nullable PersonFields person;
  private final @Nullable DeliveryFields delivery;
  private final @Nullable InvoiceFields invoice;
  private final @Nullable HallFields hallFields;
  private final Checkbox byAgent = new Checkbox(Texts.of("draft.byAgent"));

  BasicStep(PublishedPolicy policy, OrderForm form, @Nullable OrganisationView organisation) {
    FormParts parts = FormParts.of(policy, form.service(), form.holder());
    boolean individual = form.holder() == Holder.PERSON;
    boolean himself = individual && isHimself(form.agent(), form.person());
    operator =
        new OperatorFields(
            errors, policy.settings().operatorDocuments(), himself ? null : form.agent());
    List<HallField> asked = policy.settings().fields(form.service().name(), form.holder().name());
    hallFields = asked.isEmpty() ? null : new HallFields(errors, asked, form.answers());
    person = individual ? new PersonFields(errors, form.person()) : null;
    delivery =
        parts.delivery()
            ? new DeliveryFields(
                errors,
                policy.settings(),
                policy.settings().delivery(form.service().name()),
                form.delivery(),
                operator)
            : null;
    invoice =
        parts.invoice()
            ? new InvoiceFields(errors, form.invoice(), individual ? null : organisation, operator)
            : null;
    content.addClassName("stack");
    content.add(summary);
    if (organisation != null && !individual) {
      content.add(profile(organisation));
    }
    if (hallFields != null) {
      content.add(new Card(Texts.of("draft.hallFields"), hallFields));
    }
    Card agent = new Card(Texts.of(individual ? "draft.agent" : "draft.operator"), operator);
    if (person != null) {
      content.add(new Card(Texts.of("draft.person"), person), byAgent);
      byAgent.setValue(form.agent() != null && !himself);
      agent.setVisible(byAgent.getValue());
      byAgent.addValueChangeListener(change -> agent.setVisible(change.getValue()));
    }
    content.add(agent);
    if (delivery != null) {
      content.add(new Card(Texts.of("draft.delivery"), delivery));
    }
    if (invoice != null) {
      content.add(new Card(Texts.of("draft.invoice"), invoice));
    }
  }

  @Override
  public Component content() {
    return content;
  }

  @Override
  public OrderForm fill(OrderForm form) {
    boolean noAgent = person != null && !byAgent.getValue();
    return new OrderForm(
        form.hall(),
        form.service(),
        form.holder(),
        form.items(),
        noAgent ? null : operator.form(),
        delivery == null ? null : delivery.form(),
        invoice == null ? null : invoice.form(),
        form.agreements(),
        form.change(),
        form.statement(),
        person == null ? form.person() : person.form(),
        hallFields == null ? form.answers() : hallFields.answers());
  }

  @Override
  public void show(List<Problem> problems) {
    errors.show(problems);
  }

  @Override
  public void focus(String path) {
    errors.focus(path);
  }

  /** The hall writes an individual down as his own operator. */
  private static boolean isHimself(@Nullable AgentForm agent, @Nullable PersonForm person) {
    return agent == null
        || (person != null
            && Objects.equals(agent.name(), person.name())
            && Objects.equals(agent.idNo(), person.idNo()));
  }

  private static Card profile(OrganisationView organisation) {
    Card card =
        new Card(
            Texts.of("draft.organisation"),
            new FactList()
                .fact(Texts.of("profile.name"), organisation.name())
                .fact(
                    Texts.of("profile.documentType"),
                    DocumentWords.of(organisation.documentType(), organisation.documentName()))
                .fact(Texts.of("profile.creditCode"), organisation.creditCode())
                .fact(Texts.of("profile.legalRepName"), organisation.legalRepName())
                .fact(Texts.of("profile.legalRepIdNo"), organisation.legalRepIdNo())
                .fact(Texts.of("profile.legalRepPhone"), organisation.legalRepPhone())
                .fact(Texts.of("profile.registeredAddress"), organisation.registeredAddress())
                .fact(Texts.of("profile.contactName"), organisation.contactName())
                .fact(Texts.of("profile.contactPhone"), organisation.contactPhone()));
    card.addToHead(new RouterLink(Texts.of("draft.toProfile"), ProfileView.class));
    return card;
  }
}
