package io.certhall.bpmn;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code hall.yaml} → {@link HallSettings}; what may be left out has its default here. */
final class HallReader {

  private static final int LAST = 100;
  private static final List<String> ORGANISATIONS = List.of("ORGANISATION");
  private static final List<String> OFFICE_HOURS = List.of("09:00-12:00", "14:00-17:30");
  private static final List<Integer> EXPIRY_REMINDERS = List.of(90, 30, 7);

  private static final List<String> OPERATOR_DOCUMENTS = List.of("RESIDENT_ID");
  private static final List<String> LOGINS = List.of("USERNAME");

  /** Services that ask for a certificate that does not exist yet. */
  private static final Set<String> WITHOUT_CERTIFICATE = Set.of("NEW");

  private HallReader() {}

  static HallSettings read(YamlNode root) {
    List<String> holders = root.find("holders").map(YamlNode::texts).orElse(ORGANISATIONS);
    List<HallSettings.ServiceOffer> services =
        root.list("services", node -> service(node, holders));
    return new HallSettings(
        root.text("code"),
        root.find("position").map(YamlNode::number).orElse(LAST),
        root.local("name"),
        root.local("shortName"),
        new HallSettings.Ca(root.at("ca").text("organisation"), root.at("ca").text("commonName")),
        root.text("accent"),
        root.find("logo").map(YamlNode::texts).map(HallLogo::new).orElse(null),
        contacts(root.at("contacts")),
        new HallSettings.Pickup(
            root.at("pickup").local("place"),
            root.at("pickup").local("hours"),
            root.at("pickup").local("documents"),
            root.at("pickup").find("authorisationLetter").map(YamlNode::flag).orElse(false)),
        holders,
        services,
        root.list("certificateTypes", HallReader::certificateType),
        root.list("seals", HallReader::seal),
        root.at("years").number("min"),
        root.at("years").number("max"),
        root.texts("deliveryMethods"),
        root.texts("paymentMethods"),
        root.list("agreements", HallReader::agreement),
        new HallSettings.Limits(
            root.at("limits").number("maxItems"), root.at("limits").number("maxSeals")),
        root.flag("profileApprovalRequired"),
        root.text("province"),
        root.text("city"),
        new HallSettings.InvoiceSettings(
            root.at("invoice").text("seller"),
            root.at("invoice").text("sellerTaxNo"),
            root.at("invoice").text("category"),
            root.at("invoice").text("item"),
            root.at("invoice").number("taxPercent")),
        root.number("retentionYears"),
        root.find("priceList").map(HallReader::priceList).orElseGet(HallReader::confirmed),
        calendar(root.find("calendar").orElse(null)),
        pin(root.find("pin").orElse(null)),
        root.find("bankAccount").map(HallReader::bankAccount).orElse(null),
        new HallSettings.Locks(
            root.find("locks").map(node -> node.flag("mainAndSecondary")).orElse(false)),
        root.find("expiryReminders").map(YamlNode::numbers).orElse(EXPIRY_REMINDERS),
        portal(root.find("portal").orElse(null)),
        orderNumber(root.find("orderNumber").orElse(null)),
        root.find("fields").isPresent()
            ? root.list("fields", node -> FieldReader.read(node, services, holders))
            : List.of(),
        root.find("operatorDocuments").map(YamlNode::texts).orElse(OPERATOR_DOCUMENTS),
        root.find("logins").map(YamlNode::texts).orElse(LOGINS),
        root.find("paper").map(node -> node.flag("officeUse")).orElse(false),
        root.find("oneForm").map(YamlNode::texts).orElse(List.of()),
        root.find("handwritten").map(YamlNode::texts).orElse(List.of()),
        RegistrationQuestions.read(root),
        root.find("ticketCategories").isPresent()
            ? root.list(
                "ticketCategories",
                node -> new HallSettings.TicketCategory(node.text("code"), node.local("label")))
            : List.of(),
        root.find("vendors").isPresent()
            ? root.list(
                "vendors",
                node ->
                    new HallSettings.Vendor(
                        node.text("code"),
                        node.local("name"),
                        node.find("hall").map(YamlNode::text).orElse(null),
                        node.find("url").map(YamlNode::text).orElse(null)))
            : List.of(),
        root.find("subjectPlatform").map(node -> node.local("name")).orElse(null),
        root.find("partnerIssuers").isPresent()
            ? root.list("partnerIssuers", PartnerIssuer::read)
            : List.of());
  }

  private static HallSettings.Portal portal(@Nullable YamlNode node) {
    if (node == null) {
      return new HallSettings.Portal(null, List.of(), List.of());
    }
    return new HallSettings.Portal(
        node.find("notice").isPresent() ? node.local("notice") : null,
        node.find("notes").isPresent() ? node.list("notes", YamlNode::local) : List.of(),
        node.find("lines").isPresent()
            ? node.list(
                "lines", line -> new HallSettings.Line(line.local("label"), line.text("number")))
            : List.of());
  }

  private static HallSettings.OrderNumber orderNumber(@Nullable YamlNode node) {
    return node == null
        ? new HallSettings.OrderNumber("", 0)
        : new HallSettings.OrderNumber(
            node.find("prefix").map(YamlNode::text).orElse(""),
            node.find("randomDigits").map(YamlNode::number).orElse(0));
  }

  private static HallSettings.Contacts contacts(YamlNode node) {
    return new HallSettings.Contacts(
        node.text("phone"), node.text("email"), node.local("address"), node.local("hours"));
  }

  private static HallSettings.ServiceOffer service(YamlNode node, List<String> holders) {
    String code = node.text("code");
    boolean certificate =
        node.find("certificate")
            .map(YamlNode::flag)
            .orElseGet(() -> !WITHOUT_CERTIFICATE.contains(code));
    return new HallSettings.ServiceOffer(
        code,
        node.flag("enabled"),
        node.local("title"),
        node.local("condition"),
        node.find("holders").map(YamlNode::texts).orElse(holders),
        node.find("windowDays").map(YamlNode::number).orElse(null),
        node.find("graceDays").map(YamlNode::number).orElse(0),
        node.find("years")
            .map(years -> new HallSettings.Years(years.number("min"), years.number("max")))
            .orElse(null),
        node.find("instant").map(YamlNode::flag).orElse(false),
        node.find("delivery").map(YamlNode::texts).orElse(null),
        node.find("multiple").map(YamlNode::flag).orElse(true),
        certificate,
        node.find("changes").map(YamlNode::texts).orElse(List.of()),
        node.find("deadline")
            .map(
                deadline ->
                    new HallSettings.Deadline(
                        deadline.number("requestHours"), deadline.number("doneHours")))
            .orElse(null));
  }

  private static HallSettings.CertificateType certificateType(YamlNode node) {
    String code = node.text("code");
    return new HallSettings.CertificateType(
        code,
        node.local("label"),
        node.texts("seals"),
        node.find("holders")
            .map(YamlNode::texts)
            .orElseGet(() -> code.equals("PERSON") ? List.of("PERSON") : ORGANISATIONS));
  }

  private static HallSettings.Seal seal(YamlNode node) {
    String code = node.text("code");
    SealForm usual = SealForm.usual(code);
    SealForm.Shape shape =
        node.find("shape").map(found -> shape(found.text(), found)).orElse(usual.shape());
    return new HallSettings.Seal(
        code,
        node.local("label"),
        new SealForm(
            shape,
            millimetres(node, "width", usual.widthMm()),
            millimetres(node, "height", usual.heightMm()),
            node.find("personal").map(YamlNode::flag).orElse(usual.personal())));
  }

  private static SealForm.Shape shape(String name, YamlNode node) {
    if (!SealForm.Shape.isKnown(name)) {
      throw node.refused(
          "应为 ROUND、OVAL、SQUARE 或 SIGNATURE", "must be ROUND, OVAL, SQUARE or SIGNATURE");
    }
    return SealForm.Shape.valueOf(name);
  }

  private static int millimetres(YamlNode node, String key, int usual) {
    return node.find(key)
        .map(
            found -> {
              int length = found.number();
              if (length < SealForm.SMALLEST || length > SealForm.LARGEST) {
                throw found.refused("应为 5 到 100 毫米", "must be 5 to 100 millimetres");
              }
              return length;
            })
        .orElse(usual);
  }

  private static HallSettings.Agreement agreement(YamlNode node) {
    return new HallSettings.Agreement(
        node.text("code"),
        node.text("version"),
        node.local("title"),
        node.local("text"),
        node.number("countdownSeconds"));
  }

  private static HallSettings.PriceList priceList(YamlNode node) {
    return new HallSettings.PriceList(
        node.at("status").word(HallSettings.PriceList.Status.class),
        node.find("note").map(YamlNode::text).orElse(""));
  }

  private static HallSettings.PriceList confirmed() {
    return new HallSettings.PriceList(HallSettings.PriceList.Status.CONFIRMED, "");
  }

  private static HallSettings.Calendar calendar(@Nullable YamlNode node) {
    return node == null
        ? new HallSettings.Calendar(OFFICE_HOURS, null, null, 5)
        : new HallSettings.Calendar(
            node.find("workingHours").map(YamlNode::texts).orElse(OFFICE_HOURS),
            node.find("shippingCutoff").map(YamlNode::text).orElse(null),
            node.find("reviewWorkingDays").map(YamlNode::number).orElse(null),
            node.find("invoiceWorkingDays").map(YamlNode::number).orElse(5));
  }

  private static HallSettings.Pin pin(@Nullable YamlNode node) {
    return node == null
        ? new HallSettings.Pin(null, HallSettings.Pin.Route.NONE, true)
        : new HallSettings.Pin(
            node.find("initial").map(YamlNode::text).orElse(null),
            node.at("route").word(HallSettings.Pin.Route.class),
            node.find("mustChange").map(YamlNode::flag).orElse(true));
  }

  private static HallSettings.BankAccount bankAccount(YamlNode node) {
    return new HallSettings.BankAccount(node.text("name"), node.text("bank"), node.text("account"));
  }
}
