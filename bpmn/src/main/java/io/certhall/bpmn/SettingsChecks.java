package io.certhall.bpmn;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code hall.yaml}: whether what is there fits together. */
final class SettingsChecks {

  static final String FILE = "hall.yaml";

  private static final Pattern HALL = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern TAX_NUMBER = Pattern.compile("[0-9A-HJ-NP-RTUW-Y]{15,20}");
  private static final Pattern TAX_CATEGORY = Pattern.compile("\\d{19}");

  private static final Pattern NUMBER_PREFIX = Pattern.compile("[A-Z]{0,3}");

  private static final Pattern PARTNER = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9]\\d*))+");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----\\s*");

  private final HallPack pack;
  private final HallSettings settings;
  private final Findings findings;

  SettingsChecks(HallPack pack, Findings findings) {
    this.pack = pack;
    this.settings = pack.settings();
    this.findings = findings;
  }

  void run() {
    for (String key : PackReader.unknownKeys(pack.file(FILE))) {
      error(key, "KEY_UNKNOWN", "没有此设置项", "there is no such setting");
    }
    matches("code", settings.code(), HALL);
    matches("accent", settings.accent(), COLOUR);
    logo();
    matches("invoice.sellerTaxNo", settings.invoice().sellerTaxNo(), TAX_NUMBER);
    matches("invoice.category", settings.invoice().category(), TAX_CATEGORY);
    range("invoice.taxPercent", settings.invoice().taxPercent(), 0, 100);
    range("limits.maxItems", settings.limits().maxItems(), 1, 100);
    range("limits.maxSeals", settings.limits().maxSeals(), 0, 20);
    range("years.min", settings.minYears(), 1, 10);
    range("years.max", settings.maxYears(), settings.minYears(), 10);
    range("retentionYears", settings.retentionYears(), 5, 100);
    matches("orderNumber.prefix", settings.orderNumber().prefix(), NUMBER_PREFIX);
    range("orderNumber.randomDigits", settings.orderNumber().randomDigits(), 0, 4);
    once("vendors", settings.vendors().stream().map(HallSettings.Vendor::code).toList());
    for (HallSettings.Vendor vendor : settings.vendors()) {
      if ((vendor.hall() == null) == (vendor.url() == null)
          || (vendor.url() != null && !vendor.url().startsWith("https://"))) {
        error(
            "vendors." + vendor.code(),
            "VALUE_INVALID",
            "须有 hall（本系统的大厅）或 https 的 url 之一",
            "needs either hall, one of this system, or an https url");
      }
    }
    partners();
    once(
        "ticketCategories",
        settings.ticketCategories().stream().map(HallSettings.TicketCategory::code).toList());
    services();
    certificateTypes();
    words("holders", settings.holders(), PolicyVocabulary.HOLDERS);
    words("deliveryMethods", settings.deliveryMethods(), PolicyVocabulary.DELIVERY_METHODS);
    words("paymentMethods", settings.paymentMethods(), PolicyVocabulary.PAYMENT_METHODS);
    once("agreements", settings.agreements().stream().map(HallSettings.Agreement::code).toList());
    settings
        .agreements()
        .forEach(
            agreement ->
                range(
                    "agreements." + agreement.code() + ".countdownSeconds",
                    agreement.countdownSeconds(),
                    0,
                    600));
    words("operatorDocuments", settings.operatorDocuments(), PolicyVocabulary.ID_DOCUMENTS);
    words("logins", settings.logins(), PolicyVocabulary.LOGINS);
    known(
        "oneForm",
        settings.oneForm(),
        settings.services().stream().map(HallSettings.ServiceOffer::code).toList());
    new FieldChecks(settings, this::error).run();
    new ServiceChecks(settings, this::error).run();
    new CalendarChecks(settings, this::error).run();
  }

  /** Whether a certificate is a CA's can only be said where certificates are read. */
  private void partners() {
    once("partnerIssuers", settings.partnerIssuers().stream().map(PartnerIssuer::code).toList());
    for (PartnerIssuer partner : settings.partnerIssuers()) {
      String path = "partnerIssuers." + partner.code();
      matches(path, partner.code(), PARTNER);
      partner.creditCodeIn().forEach(oid -> matches(path + ".creditCodeIn", oid, OID));
      for (String pem : partner.certificates()) {
        if (!PEM.matcher(pem).matches()) {
          error(
              path + ".certificates",
              "VALUE_INVALID",
              "应为一份PEM格式的CA证书",
              "must be one CA certificate in PEM");
        }
      }
    }
  }

  private void logo() {
    try {
      if (settings.logo() != null) {
        settings.logo().shape();
      }
    } catch (IllegalArgumentException broken) {
      error("logo", "VALUE_INVALID", "图形路径不对：" + broken.getMessage(), broken.getMessage());
    }
  }

  private void services() {
    List<String> codes = settings.services().stream().map(HallSettings.ServiceOffer::code).toList();
    words("services", codes, PolicyVocabulary.SERVICES);
    if (settings.services().stream().noneMatch(HallSettings.ServiceOffer::enabled)) {
      error("services", "NOTHING_OFFERED", "没有开放任何业务", "no service is enabled");
    }
  }

  private void certificateTypes() {
    List<String> seals = settings.seals().stream().map(HallSettings.Seal::code).toList();
    once("seals", seals);
    words(
        "certificateTypes",
        settings.certificateTypes().stream().map(HallSettings.CertificateType::code).toList(),
        PolicyVocabulary.CERTIFICATE_TYPES);
    for (HallSettings.CertificateType type : settings.certificateTypes()) {
      known("certificateTypes." + type.code(), type.holders(), settings.holders());
      for (String seal : type.seals()) {
        if (!seals.contains(seal)) {
          error(
              "certificateTypes." + type.code(),
              "SEAL_UNKNOWN",
              "印章不在 seals 中：" + seal,
              "this seal is not in seals: " + seal);
        }
      }
    }
  }

  private void words(String path, List<String> given, Collection<String> known) {
    if (given.isEmpty()) {
      error(path, "LIST_EMPTY", "至少要有一项", "needs at least one entry");
    }
    once(path, given);
    known(path, given, known);
  }

  private void known(String path, List<String> given, Collection<String> known) {
    for (String word : given) {
      if (!known.contains(word)) {
        error(
            path,
            "WORD_UNKNOWN",
            "不认识：" + word + "，可用：" + String.join("、", known),
            "unknown: " + word + "; one of " + String.join(", ", known));
      }
    }
  }

  private void once(String path, List<String> codes) {
    Set<String> seen = new HashSet<>();
    for (String code : codes) {
      if (!seen.add(code)) {
        error(path, "CODE_TWICE", "重复：" + code, "given twice: " + code);
      }
    }
  }

  private void matches(String path, String value, Pattern pattern) {
    if (!pattern.matcher(value).matches()) {
      error(path, "VALUE_INVALID", "格式不对：" + value, "not valid: " + value);
    }
  }

  private void range(String path, int value, int min, int max) {
    if (value < min || value > max) {
      error(
          path,
          "VALUE_RANGE",
          "应在" + min + "到" + max + "之间，现为" + value,
          "must be from " + min + " to " + max + ", not " + value);
    }
  }

  private void error(String path, String code, String zh, String en) {
    findings.error(FILE, path, code, zh, en);
  }
}
