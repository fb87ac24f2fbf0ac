package io.certhall.bpmn;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code hall.yaml}: what a hall is and offers, apart from its tables and diagrams.
 *
 * @param position halls are listed by it, then by code; the first is shown to who chose none
 * @param fields what this hall asks besides what every hall asks
 * @param operatorDocuments what an operator may show who he is with
 * @param logins how people sign in here, besides by user name
 * @param officeUse the printed form has a block for the office
 * @param registration what is asked of who registers here, besides what every hall asks
 * @param subjectPlatform what the platform is called that keeps the master data of units; null
 *     where the hall keeps them itself
 * @param partnerIssuers other issuers whose keys may log in
 * @param handwritten codes of materials that can be drawn on the screen
 * @param oneForm services that are entered by one form, on which one of them is chosen
 */
public record HallSettings(
    String code,
    int position,
    LocalText name,
    LocalText shortName,
    Ca ca,
    String accent,
    @Nullable HallLogo logo,
    Contacts contacts,
    Pickup pickup,
    List<String> holders,
    List<ServiceOffer> services,
    List<CertificateType> certificateTypes,
    List<Seal> seals,
    int minYears,
    int maxYears,
    List<String> deliveryMethods,
    List<String> paymentMethods,
    List<Agreement> agreements,
    Limits limits,
    boolean profileApprovalRequired,
    String province,
    String city,
    InvoiceSettings invoice,
    int retentionYears,
    PriceList priceList,
    Calendar calendar,
    Pin pin,
    @Nullable BankAccount bankAccount,
    Locks locks,
    List<Integer> expiryReminders,
    Portal portal,
    OrderNumber orderNumber,
    List<HallField> fields,
    List<String> operatorDocuments,
    List<String> logins,
    boolean officeUse,
    List<String> oneForm,
    List<String> handwritten,
    RegistrationQuestions registration,
    List<TicketCategory> ticketCategories,
    List<Vendor> vendors,
    @Nullable LocalText subjectPlatform,
    List<PartnerIssuer> partnerIssuers) {

  /**
   * How orders are numbered: prefix, time stamp of 17 digits, random digits.
   *
   * @param prefix up to three capital letters, or empty
   * @param randomDigits 0 to 4
   */
  public record OrderNumber(String prefix, int randomDigits) {}

  /**
   * A certificate vendor (CA厂商) to choose before applying; a hall without any is its own.
   *
   * @param hall code of the hall here that hands over to, or null
   * @param url the vendor's own hall elsewhere, or null
   */
  public record Vendor(String code, LocalText name, @Nullable String hall, @Nullable String url) {}

  /** What a special service (专项服务) may be about; a hall without any offers none. */
  public record TicketCategory(String code, LocalText label) {}

  public record Ca(String organisation, String commonName) {}

  /**
   * What the hall's public page says besides its services.
   *
   * @param notice a standing banner, also on the applicant's home
   * @param notes what to know before applying, a line each
   * @param lines further numbers and groups by which people are reached
   */
  public record Portal(@Nullable LocalText notice, List<LocalText> notes, List<Line> lines) {}

  public record Line(LocalText label, String number) {}

  public record Contacts(String phone, String email, LocalText address, LocalText hours) {}

  /**
   * Where keys are handed out.
   *
   * @param authorisationLetter only against the organisation's letter
   */
  public record Pickup(
      LocalText place, LocalText hours, LocalText documents, boolean authorisationLetter) {}

  /**
   * A service of the hall.
   *
   * @param holders who may apply, of ORGANISATION and PERSON
   * @param windowDays how many days before expiry it opens; null = any time before
   * @param graceDays how many days after expiry it stays open
   * @param years a range of its own, or null for the hall's
   * @param instant done at once without an order
   * @param delivery methods of its own, empty where nothing is handed over, or null for the hall's
   * @param multiple several certificates in one order
   * @param certificate works on certificates that exist
   * @param changes what CHANGE can change, of NAME, LEGAL_REP and SEAL
   * @param deadline the promises of a revocation
   */
  public record ServiceOffer(
      String code,
      boolean enabled,
      LocalText title,
      LocalText condition,
      List<String> holders,
      @Nullable Integer windowDays,
      int graceDays,
      @Nullable Years years,
      boolean instant,
      @Nullable List<String> delivery,
      boolean multiple,
      boolean certificate,
      List<String> changes,
      @Nullable Deadline deadline) {}

  public record Years(int min, int max) {}

  /** In hours: from the cause to the request, from the approval to the deed. */
  public record Deadline(int requestHours, int doneHours) {}

  /** A certificate type with the seals it may carry and the holders that may have it. */
  public record CertificateType(
      String code, LocalText label, List<String> seals, List<String> holders) {}

  /** A kind of seal of the hall's catalogue. */
  public record Seal(String code, LocalText label, SealForm form) {}

  /** An agreement that must be accepted; the box opens after the countdown, in seconds. */
  public record Agreement(
      String code, String version, LocalText title, LocalText text, int countdownSeconds) {}

  public record Limits(int maxItems, int maxSeals) {}

  /** Seller data and tax of the hall's invoices; the rate in percent. */
  public record InvoiceSettings(
      String seller, String sellerTaxNo, String category, String item, int taxPercent) {}

  /** Prices nobody confirmed yet are examples, and the pages say so. */
  public record PriceList(Status status, String note) {

    public enum Status {
      CONFIRMED,
      EXAMPLE
    }

    public boolean isExample() {
      return status == Status.EXAMPLE;
    }
  }

  /**
   * When the hall works and what it promises.
   *
   * @param workingHours spans such as 09:00-12:00
   * @param shippingCutoff paid until then on a working day, sent the same day; null = no promise
   * @param reviewWorkingDays null = no promise
   */
  public record Calendar(
      List<String> workingHours,
      @Nullable String shippingCutoff,
      @Nullable Integer reviewWorkingDays,
      int invoiceWorkingDays) {}

  /** How the first PIN of a key is chosen and reaches its holder; initial null = random. */
  public record Pin(@Nullable String initial, Route route, boolean mustChange) {

    public enum Route {
      SMS_OPERATOR,
      SMS_HOLDER,
      TRANSFER_REMARK,
      NONE
    }

    /**
     * The route of one order. The remark of a transfer reaches only a unit that paid by app: who
     * paid by transfer, and a person, who has no such account, get a text message.
     */
    public Route routeFor(String holder, boolean paidByTransfer) {
      boolean person = holder.equals("PERSON");
      if (route == Route.TRANSFER_REMARK && (person || paidByTransfer)) {
        return person ? Route.SMS_HOLDER : Route.SMS_OPERATOR;
      }
      return route;
    }
  }

  /** Where transfers go. */
  public record BankAccount(String name, String bank, String account) {}

  /** Whether a unit's first key is its main one and later ones are secondary. */
  public record Locks(boolean mainAndSecondary) {}

  public Optional<ServiceOffer> service(String service) {
    return services.stream().filter(offer -> offer.code().equals(service)).findFirst();
  }

  public boolean offersService(String service) {
    return service(service).filter(ServiceOffer::enabled).isPresent();
  }

  public boolean offersService(String service, String holder) {
    return service(service)
        .filter(offer -> offer.enabled() && offer.holders().contains(holder))
        .isPresent();
  }

  /** The years of this service: its own range or the hall's. */
  public Years years(String service) {
    return service(service).map(ServiceOffer::years).orElseGet(() -> new Years(minYears, maxYears));
  }

  /** Whether the form asks for years: a new validity is bought. */
  public boolean asksYears(String service) {
    return service.equals("NEW")
        || service.equals("RENEW")
        || service(service).map(ServiceOffer::years).isPresent();
  }

  /** How the result of this service may be handed over; empty where there is nothing to hand. */
  public List<String> delivery(String service) {
    return service(service).map(ServiceOffer::delivery).orElse(deliveryMethods);
  }

  public CertificateType certificateType(String type) {
    return certificateTypes.stream()
        .filter(offer -> offer.code().equals(type))
        .findFirst()
        .orElseGet(() -> new CertificateType(type, new LocalText(type, type), List.of(), holders));
  }

  public boolean offersType(String type) {
    return certificateTypes.stream().anyMatch(offer -> offer.code().equals(type));
  }

  public boolean offersType(String type, String holder) {
    return certificateTypes.stream()
        .anyMatch(offer -> offer.code().equals(type) && offer.holders().contains(holder));
  }

  /** The types this holder may have. */
  public List<CertificateType> certificateTypes(String holder) {
    return certificateTypes.stream().filter(type -> type.holders().contains(holder)).toList();
  }

  /** What the form of this service asks besides the usual. */
  public List<HallField> fields(String service, String holder) {
    return fields.stream().filter(field -> field.isAskedFor(service, holder)).toList();
  }

  /** What who registers here is asked besides the usual. */
  public List<HallField> registrationFields() {
    return fields.stream().filter(HallField::registration).toList();
  }

  public LocalText sealLabel(String seal) {
    return seals.stream()
        .filter(known -> known.code().equals(seal))
        .map(Seal::label)
        .findFirst()
        .orElseGet(() -> new LocalText(seal, seal));
  }

  /** What a seal of the catalogue usually looks like. */
  public SealForm sealForm(String seal) {
    return seals.stream()
        .filter(known -> known.code().equals(seal))
        .map(Seal::form)
        .findFirst()
        .orElseGet(() -> SealForm.usual(seal));
  }
}
