package io.certhall.bpmn;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A hall's notifications: the shared ones, and its own over them. */
public final class MessageCatalog {

  private final Map<String, MessageTemplate> templates;

  private MessageCatalog(Map<String, MessageTemplate> templates) {
    this.templates = templates;
  }

  public static MessageCatalog of(HallPack pack) {
    Map<String, MessageTemplate> templates = new TreeMap<>();
    read("shared/messages.yaml", pack, templates);
    read("messages.yaml", pack, templates);
    return new MessageCatalog(templates);
  }

  public Optional<MessageTemplate> find(String id) {
    return Optional.ofNullable(templates.get(id));
  }

  /**
   * The words of a message.
   *
   * @throws IllegalArgumentException when there is no such message or a value is missing
   */
  public String text(String id, String language, Map<String, String> values) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("no message " + id))
        .render(language, values);
  }

  public List<MessageTemplate> all() {
    return List.copyOf(templates.values());
  }

  private static void read(String file, HallPack pack, Map<String, MessageTemplate> templates) {
    YamlNode root = YamlNode.parse(file, pack.file(file));
    Set<String> seen = new HashSet<>();
    for (MessageTemplate template : root.list("messages", MessageCatalog::template)) {
      if (!seen.add(template.id())) {
        throw new PolicyError(
            file,
            template.id(),
            "CODE_TWICE",
            "重复：" + template.id(),
            "given twice: " + template.id());
      }
      templates.put(template.id(), template);
    }
  }

  private static MessageTemplate template(YamlNode node) {
    return new MessageTemplate(
        node.text("id"),
        node.list("channels", channel -> channel.word(MessageTemplate.Channel.class)),
        node.local());
  }
}
