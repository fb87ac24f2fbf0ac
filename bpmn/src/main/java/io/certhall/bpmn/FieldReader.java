package io.certhall.bpmn;

import java.util.List;

/** One entry of {@code fields} in {@code hall.yaml}. */
final class FieldReader {

  private static final int LONGEST = 100;

  private FieldReader() {}

  static HallField read(
      YamlNode node, List<HallSettings.ServiceOffer> services, List<String> holders) {
    return new HallField(
        node.text("code"),
        node.local("label"),
        node.find("help").map(YamlNode::local).orElse(null),
        node.at("kind").word(HallField.Kind.class),
        node.find("required").map(YamlNode::flag).orElse(false),
        node.find("registration").map(YamlNode::flag).orElse(false),
        node.find("services")
            .map(YamlNode::texts)
            .orElseGet(() -> services.stream().map(HallSettings.ServiceOffer::code).toList()),
        node.find("holders").map(YamlNode::texts).orElse(holders),
        node.find("options").isPresent() ? node.list("options", FieldReader::option) : List.of(),
        node.find("preset").map(YamlNode::text).orElse(null),
        node.find("longest").map(YamlNode::number).orElse(LONGEST));
  }

  private static HallField.Option option(YamlNode node) {
    return new HallField.Option(
        node.text("code"),
        node.local("label"),
        node.find("onlyNames").map(YamlNode::texts).orElse(List.of()));
  }
}
