package io.certhall.processes.policy.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Elements of a process that went, came or changed. */
public record DiagramDifference(List<ElementChange> elements) implements FileDifference.Content {

  /**
   * @param kind of the element, e.g. {@code userTask}
   * @param name on the diagram, may be empty
   * @param settings what changed on it; empty when it was only moved, is new or is gone
   */
  public record ElementChange(
      Change change, String id, String kind, String name, List<SettingChange> settings) {

    public boolean isOnlyMoved() {
      return change == Change.CHANGED && settings.isEmpty();
    }
  }

  /**
   * @param setting e.g. {@code name}, {@code condition}, {@code input.paymentTimeout}
   */
  public record SettingChange(String setting, String before, String after) {}

  public DiagramDifference {
    elements = List.copyOf(elements);
  }

  static DiagramDifference between(String before, String after) {
    Map<String, DiagramElement> old = DiagramElement.of(before);
    Map<String, DiagramElement> now = DiagramElement.of(after);
    List<ElementChange> changes = new ArrayList<>();
    for (DiagramElement element : now.values()) {
      DiagramElement was = old.get(element.id());
      if (was == null) {
        changes.add(change(Change.ADDED, element, settings(Map.of(), element.properties())));
      } else if (!was.equals(element)) {
        changes.add(change(Change.CHANGED, element, settings(was, element)));
      }
    }
    for (DiagramElement element : old.values()) {
      if (!now.containsKey(element.id())) {
        changes.add(change(Change.REMOVED, element, List.of()));
      }
    }
    return new DiagramDifference(changes);
  }

  private static ElementChange change(
      Change change, DiagramElement element, List<SettingChange> settings) {
    return new ElementChange(change, element.id(), element.kind(), element.name(), settings);
  }

  private static List<SettingChange> settings(DiagramElement was, DiagramElement is) {
    List<SettingChange> changes = new ArrayList<>();
    if (!was.kind().equals(is.kind())) {
      changes.add(new SettingChange("kind", was.kind(), is.kind()));
    }
    if (!was.name().equals(is.name())) {
      changes.add(new SettingChange("name", was.name(), is.name()));
    }
    changes.addAll(settings(was.properties(), is.properties()));
    return changes;
  }

  private static List<SettingChange> settings(Map<String, String> was, Map<String, String> is) {
    TreeSet<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    return names.stream()
        .filter(name -> !was.getOrDefault(name, "").equals(is.getOrDefault(name, "")))
        .map(name -> new SettingChange(name, was.getOrDefault(name, ""), is.getOrDefault(name, "")))
        .toList();
  }
}
