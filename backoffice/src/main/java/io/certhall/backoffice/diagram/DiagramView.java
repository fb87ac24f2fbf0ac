package io.certhall.backoffice.diagram;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** The bpmn-js viewer in the page; loaded as static files, its bpmn.io mark stays visible. */
@Tag("process-diagram-view")
@StyleSheet("modelers/bpmn/assets/diagram-js.css")
@StyleSheet("modelers/bpmn/assets/bpmn-js.css")
@StyleSheet("modelers/process-diagram.css")
@JavaScript("context://modelers/bpmn/viewer.js")
@JavaScript("context://modelers/process-diagram.js")
class DiagramView extends Component implements HasSize {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<String> opened;

  /**
   * What is drawn over the diagram.
   *
   * @param name tells tests that the diagram is on the screen
   * @param badges short texts by element
   * @param open elements that can be clicked, with the words a screen reader says
   */
  record Overlay(
      String name,
      Collection<String> done,
      Collection<String> active,
      Collection<String> flows,
      Map<String, String> badges,
      Map<String, String> open) {}

  /**
   * @param opened hears the id of an element that was clicked
   */
  DiagramView(Consumer<String> opened) {
    this.opened = opened;
  }

  void show(String bpmnXml, Overlay overlay) {
    getElement().executeJs("return this.show($0, $1)", bpmnXml, overlay);
  }

  void zoom(double factor) {
    getElement().executeJs("this.zoom($0)", factor);
  }

  void fit() {
    getElement().executeJs("this.fit()");
  }

  @ClientCallable
  void opened(String elementId) {
    opened.accept(elementId);
  }
}
