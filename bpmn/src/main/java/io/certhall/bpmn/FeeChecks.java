package io.certhall.bpmn;

import java.util.Set;

/** {@code fees.dmn}: whether everything that can be applied for has its price. */
final class FeeChecks {

  static final String FILE = "fees.dmn";

  private static final Set<String> CODES =
      Set.of(
          "CERT_NEW",
          "CERT_RENEW",
          "CERT_REPLACE",
          "CERT_CHANGE",
          "KEY",
          "SEAL_NEW",
          "SEAL_RENEW",
          "SEAL_REPLACE",
          "SEAL_CHANGE",
          "CHG_NAME",
          "CHG_LEGAL",
          "CHG_SEAL",
          "UNLOCK",
          "EXCHANGE",
          "REVOKE",
          "BID_DOC");

  private final HallPack pack;
  private final HallSettings settings;
  private final Findings findings;

  FeeChecks(HallPack pack, Findings findings) {
    this.pack = pack;
    this.settings = pack.settings();
    this.findings = findings;
  }

  void run() {
    if (settings.priceList().isExample()) {
      findings.warning(
          SettingsChecks.FILE,
          "priceList.status",
          "PRICES_EXAMPLE",
          "价目表含示例价格，请负责人核对后改为 CONFIRMED",
          "some prices are examples: check them and set CONFIRMED");
    }
    findings.attempt(FILE, this::emptyPrices);
    findings.attempt(FILE, this::offers);
  }

  /** A price may be left open for what nobody can apply for yet. */
  private void emptyPrices() {
    for (DecisionCells.Row row : DecisionCells.of(FILE, pack.file(FILE)).rows()) {
      if (row.outputs().getOrDefault("unitFen", "").isEmpty()) {
        findings.warning(FILE, row.id(), "PRICE_EMPTY", "此行还没有单价", "this row has no price yet");
      }
    }
  }

  private void offers() {
    FeeTable fees = FeeTable.of(pack);
    for (HallSettings.ServiceOffer service : settings.services()) {
      if (service.enabled()) {
        settings.certificateTypes().forEach(type -> offer(fees, service, type));
      }
    }
  }

  private void offer(
      FeeTable fees, HallSettings.ServiceOffer service, HallSettings.CertificateType type) {
    HallSettings.Years years = asked(service);
    for (String holder : service.holders()) {
      if (!type.holders().contains(holder)) {
        continue;
      }
      for (int year = years.min(); year <= years.max(); year++) {
        for (int seals : new int[] {0, settings.limits().maxSeals()}) {
          for (boolean secondary : roles()) {
            price(
                fees,
                service,
                type,
                new ItemFacts(
                    service.code(),
                    holder,
                    type.code(),
                    year,
                    seals,
                    secondary,
                    service.changes()));
          }
        }
      }
    }
  }

  /** Where no validity is bought, one year stands for all. */
  private HallSettings.Years asked(HallSettings.ServiceOffer service) {
    return settings.asksYears(service.code())
        ? settings.years(service.code())
        : new HallSettings.Years(settings.minYears(), settings.minYears());
  }

  private boolean[] roles() {
    return settings.locks().mainAndSecondary()
        ? new boolean[] {false, true}
        : new boolean[] {false};
  }

  private void price(
      FeeTable fees,
      HallSettings.ServiceOffer service,
      HallSettings.CertificateType type,
      ItemFacts item) {
    try {
      fees.lines(item).forEach(this::line);
    } catch (PriceNotConfigured missing) {
      findings.error(
          FILE,
          missing.feeCode(),
          "PRICE_NOT_CONFIGURED",
          service.title().zh() + "（" + type.label().zh() + "）没有单价：" + missing.feeCode(),
          service.title().en() + ", " + type.label().en() + ": no price for " + missing.feeCode());
    }
  }

  private void line(FeeLine line) {
    if (!CODES.contains(line.code())) {
      findings.error(
          FILE,
          line.code(),
          "FEE_CODE_UNKNOWN",
          "费用代码未知：" + line.code(),
          "unknown fee code: " + line.code());
    }
    if (line.unitFen() < 0) {
      findings.error(FILE, line.code(), "PRICE_NEGATIVE", "单价不能为负", "a price can't be negative");
    }
    if (line.unitFen() > 0 && line.unitFen() < 100) {
      findings.warning(
          FILE,
          line.code(),
          "PRICE_TINY",
          "单价不到一元，单价的单位是分",
          "less than one yuan: prices are in fen");
    }
  }
}
