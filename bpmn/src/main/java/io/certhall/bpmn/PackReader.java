package io.certhall.bpmn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files → pack; reads {@code hall.yaml} strictly. */
public final class PackReader {

  private static final String FILE = "hall.yaml";

  private PackReader() {}

  /**
   * @throws PolicyError with the path of the first key that is missing or of the wrong kind
   */
  public static HallPack read(Map<String, String> files) {
    String yaml = files.get(FILE);
    if (yaml == null) {
      throw new PolicyError(FILE, "missing");
    }
    YamlNode root = YamlNode.parse(FILE, yaml);
    HallSettings settings = settings(root);
    return new HallPack(settings.code(), settings, new TreeMap<>(files));
  }

  /** Paths of keys that nothing reads: most likely misspelt. */
  static List<String> unknownKeys(String yaml) {
    YamlNode root = YamlNode.parse(FILE, yaml);
    settings(root);
    return root.unread();
  }

  private static HallSettings settings(YamlNode root) {
    return new HallSettings(
        root.text("code"),
        root.local("name"),
        root.local("shortName"),
        new HallSettings.Ca(root.at("ca").text("organisation"), root.at("ca").text("commonName")),
        root.text("accent"),
        contacts(root.at("contacts")),
        new HallSettings.Pickup(
            root.at("pickup").local("place"),
            root.at("pickup").local("hours"),
            root.at("pickup").local("documents")),
        root.list("services", PackReader::service),
        root.list(
            "certificateTypes",
            node ->
                new HallSettings.CertificateType(
                    node.text("code"), node.local("label"), node.texts("seals"))),
        root.list("seals", node -> new HallSettings.Seal(node.text("code"), node.local("label"))),
        root.at("years").number("min"),
        root.at("years").number("max"),
        root.texts("deliveryMethods"),
        root.texts("paymentMethods"),
        root.list("agreements", PackReader::agreement),
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
        root.number("retentionYears"));
  }

  private static HallSettings.Contacts contacts(YamlNode node) {
    return new HallSettings.Contacts(
        node.text("phone"), node.text("email"), node.local("address"), node.local("hours"));
  }

  private static HallSettings.ServiceOffer service(YamlNode node) {
    return new HallSettings.ServiceOffer(
        node.text("code"), node.flag("enabled"), node.local("title"), node.local("condition"));
  }

  private static HallSettings.Agreement agreement(YamlNode node) {
    return new HallSettings.Agreement(
        node.text("code"),
        node.text("version"),
        node.local("title"),
        node.local("text"),
        node.number("countdownSeconds"));
  }
}
