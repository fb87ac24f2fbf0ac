package io.certhall.processes.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant fills in; the body of POST and PUT {@code /api/v1/orders}. A draft may have
 * gaps: absent parts are null or empty until submission.
 */
public record OrderForm(
    String hall,
    Service service,
    Holder holder,
    List<ItemForm> items,
    @Nullable AgentForm agent,
    @Nullable DeliveryForm delivery,
    @Nullable InvoiceForm invoice,
    List<AgreementForm> agreements) {

  public OrderForm {
    items = items == null ? List.of() : List.copyOf(items);
    agreements = agreements == null ? List.of() : List.copyOf(agreements);
  }

  /**
   * One certificate applied for.
   *
   * @param personId required for types that name a person
   * @param years whole years of validity
   * @param copies the same certificate this many times; stored as that many items
   * @param seals codes of the hall's seal catalogue
   * @param secondary a secondary lock: same certificate, no seal by default
   * @param certificateSerial the existing certificate a renewal or change is about
   */
  public record ItemForm(
      CertificateType type,
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

  /** The operator (经办人). */
  public record AgentForm(
      @Nullable String name,
      @Nullable String idNo,
      @Nullable String phone,
      @Nullable String email) {}

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

  /** The parts that are personal data, stored as one encrypted document. */
  public record Contact(
      @Nullable AgentForm agent, @Nullable DeliveryForm delivery, @Nullable InvoiceForm invoice) {}
}
