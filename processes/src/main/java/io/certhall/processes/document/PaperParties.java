package io.certhall.processes.document;

import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.privacy.Masking;
import io.certhall.processes.security.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands on an order's papers: organisation or person, and operator; masked for staff. */
@Component
class PaperParties {

  private final OrganisationProfiles organisations;

  PaperParties(OrganisationProfiles organisations) {
    this.organisations = organisations;
  }

  Map<String, Object> of(Actor actor, Order order, OrderForm.Contact contact) {
    Map<String, Object> values = new HashMap<>();
    organisation(actor, order, values);
    agent(actor, order, contact.agent(), values);
    values.put("applicant", applicant(actor, order, contact.person()));
    return values;
  }

  private void organisation(Actor actor, Order order, Map<String, Object> values) {
    Optional<OrganisationView> owner =
        order.organisationId() == null
            ? Optional.empty()
            : Optional.of(organisations.view(actor, order.organisationId()));
    values.put("organisationName", order.applicantName());
    values.put("legalRep", owner.map(OrganisationView::legalRepName).orElse(""));
    values.put("creditCode", owner.map(OrganisationView::creditCode).orElse(""));
    values.put("address", owner.map(OrganisationView::registeredAddress).orElse(""));
    values.put("organisation", owner.map(PaperParties::organisationRow).stream().toList());
  }

  private static Map<String, String> organisationRow(OrganisationView owner) {
    return Map.of(
        "name", owner.name(),
        "documentLabel", documentLabel(owner),
        "creditCode", owner.creditCode(),
        "legalRep", owner.legalRepName(),
        "address", owner.registeredAddress(),
        "contact", owner.contactName(),
        "region", owner.province() + " " + owner.city());
  }

  private static String documentLabel(OrganisationView owner) {
    return owner.documentName() == null
        ? Words.of("document." + owner.documentType().name())
        : owner.documentName();
  }

  private static void agent(
      Actor actor, Order order, OrderForm.@Nullable AgentForm given, Map<String, Object> values) {
    OrderForm.AgentForm agent =
        given == null ? new OrderForm.AgentForm(null, null, null, null) : given;
    boolean own = order.isOwnedBy(actor.accountId());
    String idNo = text(agent.idNo());
    String phone = text(agent.phone());
    values.put("agentName", text(agent.name()));
    values.put("agentDocument", Words.of("identity." + agent.document().name()));
    values.put("agentIdNo", own ? idNo : Masking.idNumber(idNo));
    values.put("agentPhone", own ? phone : Masking.phone(phone));
    values.put("agentEmail", text(agent.email()));
  }

  private static List<Map<String, String>> applicant(
      Actor actor, Order order, OrderForm.@Nullable PersonForm person) {
    if (person == null) {
      return List.of();
    }
    boolean own = order.isOwnedBy(actor.accountId());
    IdentityDocument document =
        person.idType() == null ? IdentityDocument.RESIDENT_ID : person.idType();
    return List.of(
        Map.of(
            "name", text(person.name()),
            "document", Words.of("identity." + document.name()),
            "idNo", own ? text(person.idNo()) : Masking.idNumber(text(person.idNo())),
            "phone", own ? text(person.phone()) : Masking.phone(text(person.phone())),
            "email", text(person.email())));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
