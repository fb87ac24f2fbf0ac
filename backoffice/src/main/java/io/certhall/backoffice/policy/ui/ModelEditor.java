package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import io.certhall.backoffice.policy.PolicyWords;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.PolicyFinding;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** bpmn-js or dmn-js in a frame of the page; their marks stay visible. */
@Tag("policy-editor")
@JavaScript("context://modelers/policy-editor.js")
class ModelEditor extends Component implements FileEditor, HasSize, HasStyle {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<String> changed;

  /** What the frame is opened with; the names are read by {@code policy-editor.js}. */
  record Opened(
      String kind,
      String title,
      String xml,
      String language,
      List<String> blocks,
      Map<String, List<String>> words,
      List<Found> findings) {}

  /** A finding as the frame shows it. */
  record Found(String element, boolean error, String text) {
    static List<Found> of(List<PolicyFinding> findings) {
      return findings.stream()
          .map(f -> new Found(f.element(), f.isError(), FindingList.message(f)))
          .toList();
    }
  }

  ModelEditor(
      String file,
      String title,
      String xml,
      PolicyWords words,
      List<PolicyFinding> findings,
      Consumer<String> changed) {
    this.changed = changed;
    addClassName("policy-editor");
    getElement()
        .executeJs(
            "this.open($0)",
            new Opened(
                file.endsWith(".dmn") ? "dmn" : "bpmn",
                title,
                xml,
                Texts.isEnglish() ? "en" : "zh-CN",
                words.blocks(),
                words.known(),
                Found.of(findings)));
  }

  @Override
  public void content(Consumer<String> then) {
    getElement()
        .executeJs("return this.content()")
        .then(String.class, then::accept, fault -> Refusals.showError(fault));
  }

  @Override
  public void show(List<PolicyFinding> findings) {
    getElement().executeJs("this.findings($0)", Found.of(findings));
  }

  @Override
  public void select(String element) {
    getElement().executeJs("this.select($0)", element);
  }

  @ClientCallable
  void changed(String xml) {
    changed.accept(xml);
  }

  @ClientCallable
  void failed(String fault) {
    Refusals.showError(Texts.of("policy.editor.failed", fault));
  }
}
