package io.certhall.processes.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant fills in; the body of POST and PUT {@code /api/v1/orders}. A draft may have
 * gaps: absent parts are null or empty until submission.
 *
 * @param answers to what the hall asks of its own, by the code of the field
 */
public record OrderForm(
    String hall,
    Service service,
    Holder holder,
    List<ItemForm> items,
    @Nullable AgentForm agent,
    @Nullable DeliveryForm delivery,
    @Nullable InvoiceForm invoice,
    List<AgreementForm> agreements,
    @Nullable ChangeForm change,
    @Nullable StatementForm statement,
    @Nullable PersonForm person,
    Map<String, List<String>> answers) {

  public OrderForm {
    answers = answers == null ? Map.of() : Map.copyOf(answers);
    items = items == null ? List.of() : List.copyOf(items);
    agreements = agreements == null ? List.of() : List.copyOf(agreements);
  }

  /** Without what only services on existing certificates and individual applicants need. */
  public OrderForm(
      String hall,
      Service service,
      Holder holder,
      List<ItemForm> items,
      @Nullable AgentForm agent,
      @Nullable DeliveryForm delivery,
      @Nullable InvoiceForm invoice,
      List<AgreementForm> agreements) {
    this(
        hall,
        service,
        holder,
        items,
        agent,
        delivery,
        invoice,
        agreements,
        null,
        null,
        null,
        Map.of());
  }

  public OrderForm withItems(List<ItemForm> other) {
    return copy(copy -> copy.items = other);
  }

  /** For services that hand nothing over. */
  public OrderForm withoutDelivery() {
    return copy(copy -> copy.delivery = null);
  }

  public OrderForm withChange(@Nullable ChangeForm other) {
    return copy(copy -> copy.change = other);
  }

  public OrderForm withStatement(@Nullable StatementForm other) {
    return copy(copy -> copy.statement = other);
  }

  public OrderForm withPerson(@Nullable PersonForm other) {
    return copy(copy -> copy.person = other);
  }

  /** With other answers to what the hall asks of its own. */
  public OrderForm withAnswers(Map<String, List<String>> other) {
    return copy(copy -> copy.answers = other);
  }

  public OrderForm withAgent(@Nullable AgentForm other) {
    return copy(copy -> copy.agent = other);
  }

  public OrderForm withAgreements(List<AgreementForm> other) {
    return copy(copy -> copy.agreements = other);
  }

  private OrderForm copy(Consumer<Copy> change) {
    Copy copy = new Copy();
    change.accept(copy);
    return new OrderForm(
        hall,
        service,
        holder,
        copy.items,
        copy.agent,
        copy.delivery,
        invoice,
        copy.agreements,
        copy.change,
        copy.statement,
        copy.person,
        copy.answers);
  }

  /** What may differ in a copy. */
  private final class Copy {
    private List<ItemForm> items = OrderForm.this.items;
    private @Nullable AgentForm agent = OrderForm.this.agent;
    private @Nullable DeliveryForm delivery = OrderForm.this.delivery;
    private List<AgreementForm> agreements = OrderForm.this.agreements;
    private @Nullable ChangeForm change = OrderForm.this.change;
    private @Nullable StatementForm statement = OrderForm.this.statement;
    private @Nullable PersonForm person = OrderForm.this.person;
    private Map<String, List<String>> answers = OrderForm.this.answers;
  }

  /** What a CHANGE changes; empty for every other service. */
  public List<ChangeKind> changes() {
    return change == null ? List.of() : change.kinds();
  }

  /**
   * One certificate applied for.
   *
   * @param type null while a service on an existing certificate has not been saved
   * @param personId required for types that name a person
   * @param years whole years of validity
   * @param copies the same certificate this many times; stored as that many items
   * @param seals codes of the hall's seal catalogue
   * @param secondary a secondary lock: same certificate, no seal by default
   * @param certificateSerial the existing certificate a renewal or change is about
   */
  public record ItemForm(
      @Nullable CertificateType type,
      @Nullable Long personId,
      int years,
      int copies,
      List<String> seals,
      boolean secondary,
      @Nullable String certificateSerial) {

    public ItemForm {
      copies = copies == 0 ? 1 : copies;
      seals = seals == null ? List.of() : List.copyOf(seals);
    }

    public ItemForm single() {
      return new ItemForm(type, personId, years, 1, seals, secondary, certificateSerial);
    }
  }

  /**
   * The operator (经办人).
   *
   * @param idType null for a resident identity card
   */
  public record AgentForm(
      @Nullable String name,
      @Nullable String idNo,
      @Nullable String phone,
      @Nullable String email,
      @Nullable IdentityDocument idType) {

    public AgentForm(
        @Nullable String name,
        @Nullable String idNo,
        @Nullable String phone,
        @Nullable String email) {
      this(name, idNo, phone, email, null);
    }

    /** What the number belongs to. */
    public IdentityDocument document() {
      return idType == null ? IdentityDocument.RESIDENT_ID : idType;
    }

    public boolean isEmpty() {
      return Stream.of(name, idNo, phone, email).allMatch(text -> text == null || text.isBlank());
    }

    boolean isSameAs(PersonForm person) {
      return Objects.equals(name, person.name()) && Objects.equals(idNo, person.idNo());
    }
  }

  public record DeliveryForm(
      @Nullable DeliveryMethod method,
      @Nullable String recipient,
      @Nullable String phone,
      @Nullable String region,
      @Nullable String address) {}

  public record InvoiceForm(
      @Nullable InvoiceKind kind,
      @Nullable String title,
      @Nullable String taxNo,
      @Nullable String email,
      @Nullable String registeredAddress,
      @Nullable String registeredPhone,
      @Nullable String bank,
      @Nullable String bankAccount) {}

  public record AgreementForm(String code, String version, @Nullable Instant acceptedAt) {}

  /**
   * What a CHANGE changes, and into what.
   *
   * @param before the data as they were when the order was submitted; written by the hall
   */
  public record ChangeForm(
      List<ChangeKind> kinds,
      @Nullable String newName,
      @Nullable String newLegalRep,
      @Nullable String newLegalRepIdNo,
      @Nullable String note,
      @Nullable Before before) {

    public ChangeForm {
      kinds = kinds == null ? List.of() : kinds.stream().distinct().sorted().toList();
    }

    public ChangeForm(
        List<ChangeKind> kinds,
        @Nullable String newName,
        @Nullable String newLegalRep,
        @Nullable String newLegalRepIdNo,
        @Nullable String note) {
      this(kinds, newName, newLegalRep, newLegalRepIdNo, note, null);
    }

    public record Before(
        @Nullable String name, @Nullable String legalRep, @Nullable String legalRepIdNo) {}

    public ChangeForm withBefore(@Nullable Before data) {
      return new ChangeForm(kinds, newName, newLegalRep, newLegalRepIdNo, note, data);
    }

    /** Personal data stay out of logs. */
    @Override
    public String toString() {
      return "ChangeForm" + kinds;
    }
  }

  /**
   * Why: the statement of loss, the reason of a revocation.
   *
   * @param causeAt when the loss was noticed or the cause arose
   */
  public record StatementForm(
      @Nullable Cause cause, @Nullable Instant causeAt, @Nullable String text) {}

  /** An individual who applies for himself, without an organisation. */
  public record PersonForm(
      @Nullable String name,
      @Nullable IdentityDocument idType,
      @Nullable String idNo,
      @Nullable String phone,
      @Nullable String email) {

    /** Personal data stay out of logs. */
    @Override
    public String toString() {
      return "PersonForm[" + idType + "]";
    }
  }

  /** The parts that are personal data, stored as one encrypted document. */
  public record Contact(
      @Nullable AgentForm agent,
      @Nullable DeliveryForm delivery,
      @Nullable InvoiceForm invoice,
      @Nullable ChangeForm change,
      @Nullable StatementForm statement,
      @Nullable PersonForm person,
      Map<String, List<String>> answers) {

    public Contact {
      answers = answers == null ? Map.of() : Map.copyOf(answers);
    }

    public Contact(
        @Nullable AgentForm agent, @Nullable DeliveryForm delivery, @Nullable InvoiceForm invoice) {
      this(agent, delivery, invoice, null, null, null, Map.of());
    }

    /** Somebody else applies for an individual. */
    public boolean isRepresented() {
      return person != null && agent != null && !agent.isEmpty() && !agent.isSameAs(person);
    }
  }
}
