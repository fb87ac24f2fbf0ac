package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.organisation.ui.ProfileView;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Organisation (read-only), operator, delivery, invoice (GS-33, GS-36..39). */
class BasicStep implements DraftStep {

  private final Div content = new Div();
  private final ErrorSummary summary = new ErrorSummary();
  private final FieldErrors errors = new FieldErrors(summary);
  private final OperatorFields operator;
  private final DeliveryFields delivery;
  private final InvoiceFields invoice;

  BasicStep(PublishedPolicy policy, OrderForm form, @Nullable OrganisationView organisation) {
    operator = new OperatorFields(errors, form.agent());
    delivery = new DeliveryFields(errors, policy.settings(), form.delivery(), operator);
    invoice = new InvoiceFields(errors, form.invoice(), organisation, operator);
    content.addClassName("stack");
    content.add(summary);
    if (organisation != null) {
      content.add(profile(organisation));
    }
    content.add(
        new Card(Texts.of("draft.operator"), operator),
        new Card(Texts.of("draft.delivery"), delivery),
        new Card(Texts.of("draft.invoice"), invoice));
  }

  @Override
  public Component content() {
    return content;
  }

  @Override
  public OrderForm fill(OrderForm form) {
    return new OrderForm(
        form.hall(),
        form.service(),
        form.holder(),
        form.items(),
        operator.form(),
        delivery.form(),
        invoice.form(),
        form.agreements());
  }

  @Override
  public void show(List<Problem> problems) {
    errors.show(problems);
  }

  @Override
  public void focus(String path) {
    errors.focus(path);
  }

  private static Card profile(OrganisationView organisation) {
    Card card =
        new Card(
            Texts.of("draft.organisation"),
            new FactList()
                .fact(Texts.of("profile.name"), organisation.name())
                .fact(Texts.of("profile.documentType"), Texts.of(organisation.documentType()))
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
