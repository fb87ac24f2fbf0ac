package io.certhall.bpmn;

import java.util.List;

/** {@code hall.yaml}: what a hall is and offers, apart from its tables and diagrams. */
public record HallSettings(
    String code,
    LocalText name,
    LocalText shortName,
    Ca ca,
    String accent,
    Contacts contacts,
    Pickup pickup,
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
    int retentionYears) {

  public record Ca(String organisation, String commonName) {}

  public record Contacts(String phone, String email, LocalText address, LocalText hours) {}

  public record Pickup(LocalText place, LocalText hours, LocalText documents) {}

  public record ServiceOffer(String code, boolean enabled, LocalText title, LocalText condition) {}

  /** A certificate type with the seals it may carry. */
  public record CertificateType(String code, LocalText label, List<String> seals) {}

  public record Seal(String code, LocalText label) {}

  /** An agreement that must be accepted; the box opens after the countdown, in seconds. */
  public record Agreement(
      String code, String version, LocalText title, LocalText text, int countdownSeconds) {}

  public record Limits(int maxItems, int maxSeals) {}

  /** Seller data and tax of the hall's invoices; the rate in percent. */
  public record InvoiceSettings(
      String seller, String sellerTaxNo, String category, String item, int taxPercent) {}

  public CertificateType certificateType(String type) {
    return certificateTypes.stream()
        .filter(offer -> offer.code().equals(type))
        .findFirst()
        .orElseGet(() -> new CertificateType(type, new LocalText(type, type), List.of()));
  }

  public boolean offersType(String type) {
    return certificateTypes.stream().anyMatch(offer -> offer.code().equals(type));
  }

  public LocalText sealLabel(String seal) {
    return seals.stream()
        .filter(known -> known.code().equals(seal))
        .map(Seal::label)
        .findFirst()
        .orElseGet(() -> new LocalText(seal, seal));
  }

  public boolean offersService(String service) {
    return services.stream().anyMatch(offer -> offer.code().equals(service) && offer.enabled());
  }
}
