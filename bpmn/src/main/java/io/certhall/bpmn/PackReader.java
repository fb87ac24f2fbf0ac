package io.certhall.bpmn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
    Node root = new Node(FILE, "", new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    HallSettings settings = settings(root);
    return new HallPack(settings.code(), settings, new TreeMap<>(files));
  }

  private static HallSettings settings(Node root) {
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

  private static HallSettings.Contacts contacts(Node node) {
    return new HallSettings.Contacts(
        node.text("phone"), node.text("email"), node.local("address"), node.local("hours"));
  }

  private static HallSettings.ServiceOffer service(Node node) {
    return new HallSettings.ServiceOffer(
        node.text("code"), node.flag("enabled"), node.local("title"), node.local("condition"));
  }

  private static HallSettings.Agreement agreement(Node node) {
    return new HallSettings.Agreement(
        node.text("code"),
        node.text("version"),
        node.local("title"),
        node.local("text"),
        node.number("countdownSeconds"));
  }

  /** One place in the YAML tree that can say where it is. */
  record Node(String file, String path, Object value) {

    Node at(String key) {
      if (!(value instanceof Map<?, ?> map) || map.get(key) == null) {
        throw new PolicyError(file, path + key + " is missing");
      }
      return new Node(file, path + key + ".", map.get(key));
    }

    boolean has(String key) {
      return value instanceof Map<?, ?> map && map.get(key) != null;
    }

    String text(String key) {
      Object found = at(key).value();
      if (found instanceof Map || found instanceof List) {
        throw new PolicyError(file, path + key + " must be a text");
      }
      return found.toString();
    }

    int number(String key) {
      if (at(key).value() instanceof Integer number) {
        return number;
      }
      throw new PolicyError(file, path + key + " must be a whole number");
    }

    boolean flag(String key) {
      if (at(key).value() instanceof Boolean flag) {
        return flag;
      }
      throw new PolicyError(file, path + key + " must be true or false");
    }

    LocalText local(String key) {
      Node node = at(key);
      return new LocalText(node.text("zh"), node.text("en"));
    }

    List<String> texts(String key) {
      return list(key, node -> node.value().toString());
    }

    <T> List<T> list(String key, java.util.function.Function<Node, T> reader) {
      if (!(at(key).value() instanceof List<?> list)) {
        throw new PolicyError(file, path + key + " must be a list");
      }
      List<T> result = new java.util.ArrayList<>();
      int index = 0;
      for (Object element : list) {
        result.add(reader.apply(new Node(file, path + key + "[" + index++ + "].", element)));
      }
      return List.copyOf(result);
    }
  }
}
