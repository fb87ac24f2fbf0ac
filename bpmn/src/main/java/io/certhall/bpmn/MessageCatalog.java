package io.certhall.bpmn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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

  public List<MessageTemplate> all() {
    return List.copyOf(templates.values());
  }

  private static void read(String file, HallPack pack, Map<String, MessageTemplate> templates) {
    Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(pack.file(file));
    PackReader.Node root = new PackReader.Node(file, "", tree);
    root.list(
            "messages",
            node ->
                new MessageTemplate(
                    node.text("id"),
                    node.texts("channels").stream().map(MessageTemplate.Channel::valueOf).toList(),
                    new LocalText(node.text("zh"), node.text("en"))))
        .forEach(template -> templates.put(template.id(), template));
  }
}
