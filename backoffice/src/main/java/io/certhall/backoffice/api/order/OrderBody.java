package io.certhall.backoffice.api.order;

import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.order.OrderForm.AgreementForm;
import io.certhall.processes.order.OrderForm.DeliveryForm;
import io.certhall.processes.order.OrderForm.InvoiceForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.order.OrderForm.StatementForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant fills in. A draft may have gaps; what is there must fit.
 *
 * @param change for CHANGE: what changes, and into what
 * @param statement why: of a loss, a replacement, a revocation; its time counts for a hall's clocks
 * @param person an individual applicant; taken from the certificate, {@code personId} or the agent
 *     when left out
 * @param answers to what the hall asks of its own, by the field's code; choices by their codes
 * @param version with PUT: the version that was read
 */
record OrderBody(
    @Nullable String hall,
    @Nullable Service service,
    @Nullable Holder holder,
    @Nullable List<@Nullable ItemBody> items,
    @Nullable AgentForm agent,
    @Nullable DeliveryForm delivery,
    @Nullable InvoiceForm invoice,
    @Nullable List<@Nullable AgreementBody> agreements,
    @Nullable ChangeBody change,
    @Nullable StatementForm statement,
    @Nullable PersonForm person,
    @Nullable Map<String, @Nullable List<@Nullable String>> answers,
    @Nullable Integer version) {

  private static final int TEXT = 200;
  private static final int ADDRESS = 300;
  private static final int STATEMENT = 1000;
  private static final int MOST_ANSWERS = 50;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.-]{1,20}");

  /** An agreement accepted; the time is now when left out. */
  record AgreementBody(
      @Nullable String code, @Nullable String version, @Nullable Instant acceptedAt) {}

  /**
   * @throws Refusal MALFORMED without hall, service or holder
   */
  String requiredHall() {
    List<Problem> missing = new ArrayList<>();
    if (hall == null || hall.isBlank()) {
      missing.add(Problem.of("hall", "FIELD_REQUIRED"));
    }
    if (service == null) {
      missing.add(Problem.of("service", "FIELD_REQUIRED"));
    }
    if (holder == null) {
      missing.add(Problem.of("holder", "FIELD_REQUIRED"));
    }
    Refusal.unlessEmpty(RefusalKind.MALFORMED, missing);
    return java.util.Objects.requireNonNull(hall);
  }

  /**
   * @param mostItems the hall's limit
   * @throws Refusal for texts that are too long or can't be shown, items that are none
   */
  OrderForm form(int mostItems) {
    String name = requiredHall();
    FormCheck check = new FormCheck();
    OrderForm form =
        new OrderForm(
            name,
            java.util.Objects.requireNonNull(service),
            java.util.Objects.requireNonNull(holder),
            ItemBody.forms(items == null ? List.of() : items, mostItems),
            agent == null ? null : agent(check, agent),
            delivery == null ? null : delivery(check, delivery),
            invoice == null ? null : invoice(check, invoice),
            agreements(check),
            change == null ? null : change.form(check),
            statement == null ? null : statement(check, statement),
            person == null ? null : person(check, person),
            answers(check));
    check.refuseUnlessClean();
    return form;
  }

  private static StatementForm statement(FormCheck check, StatementForm statement) {
    return new StatementForm(
        statement.cause(),
        statement.causeAt(),
        check.optionalText("statement.text", statement.text(), STATEMENT));
  }

  private static PersonForm person(FormCheck check, PersonForm person) {
    return new PersonForm(
        check.optionalText("person.name", person.name(), TEXT),
        person.idType(),
        check.optionalText("person.idNo", person.idNo(), TEXT),
        check.optionalText("person.phone", person.phone(), TEXT),
        check.optionalText("person.email", person.email(), TEXT));
  }

  private static AgentForm agent(FormCheck check, AgentForm agent) {
    return new AgentForm(
        check.optionalText("agent.name", agent.name(), TEXT),
        check.optionalText("agent.idNo", agent.idNo(), TEXT),
        check.optionalText("agent.phone", agent.phone(), TEXT),
        check.optionalText("agent.email", agent.email(), TEXT),
        agent.idType());
  }

  private static DeliveryForm delivery(FormCheck check, DeliveryForm delivery) {
    return new DeliveryForm(
        delivery.method(),
        check.optionalText("delivery.recipient", delivery.recipient(), TEXT),
        check.optionalText("delivery.phone", delivery.phone(), TEXT),
        check.optionalText("delivery.region", delivery.region(), TEXT),
        check.optionalText("delivery.address", delivery.address(), ADDRESS));
  }

  private static InvoiceForm invoice(FormCheck check, InvoiceForm invoice) {
    return new InvoiceForm(
        invoice.kind(),
        check.optionalText("invoice.title", invoice.title(), TEXT),
        check.optionalText("invoice.taxNo", invoice.taxNo(), 20),
        check.optionalText("invoice.email", invoice.email(), TEXT),
        check.optionalText("invoice.registeredAddress", invoice.registeredAddress(), ADDRESS),
        check.optionalText("invoice.registeredPhone", invoice.registeredPhone(), TEXT),
        check.optionalText("invoice.bank", invoice.bank(), TEXT),
        check.optionalText("invoice.bankAccount", invoice.bankAccount(), TEXT));
  }

  private Map<String, List<String>> answers(FormCheck check) {
    Map<String, List<String>> forms = new LinkedHashMap<>();
    if (answers == null) {
      return forms;
    }
    if (answers.size() > MOST_ANSWERS) {
      check.refuse("answers", "LIST_TOO_LONG", MOST_ANSWERS);
      return forms;
    }
    answers.forEach(
        (code, given) -> {
          String path = "answers." + code;
          List<String> texts = new ArrayList<>();
          for (String text : given == null ? List.<String>of() : given) {
            String clean = check.optionalText(path, text, STATEMENT);
            if (clean != null) {
              texts.add(clean);
            }
          }
          if (texts.size() > MOST_ANSWERS) {
            check.refuse(path, "LIST_TOO_LONG", MOST_ANSWERS);
          } else {
            forms.put(code, texts);
          }
        });
    return forms;
  }

  private List<AgreementForm> agreements(FormCheck check) {
    List<AgreementForm> forms = new ArrayList<>();
    for (int i = 0; agreements != null && i < agreements.size(); i++) {
      AgreementBody agreement = agreements.get(i);
      String path = "agreements[" + i + "]";
      String code = agreement == null ? null : agreement.code();
      String accepted = agreement == null ? null : agreement.version();
      if (code == null || !CODE.matcher(code).matches()) {
        check.refuse(path + ".code", "AGREEMENT_UNKNOWN");
      } else if (accepted == null || !VERSION.matcher(accepted).matches()) {
        check.refuse(path + ".version", "AGREEMENT_UNKNOWN");
      } else {
        forms.add(new AgreementForm(code, accepted, agreement.acceptedAt()));
      }
    }
    return forms;
  }
}
