package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.policy.PolicyFileNames;
import io.certhall.backoffice.policy.PolicyWords;
import java.util.Map;
import java.util.function.Consumer;

/** The editor that fits the open file. */
final class EditorHolder extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<String> changed;
  private transient FileEditor editor = new TextEditor("", "", text -> {});

  EditorHolder(Consumer<String> changed) {
    this.changed = changed;
    addClassName("policy-editor-holder");
  }

  FileEditor editor() {
    return editor;
  }

  void show(DraftDesk desk) {
    String file = desk.file();
    Map<String, String> files = desk.draft().files();
    String label = PolicyFileNames.label(file, files);
    removeAll();
    if (file.equals("hall.yaml")) {
      SettingsEditor settings = new SettingsEditor(desk.text(), changed);
      settings.show(desk.findingsHere());
      add(settings);
      editor = settings;
    } else if (file.endsWith(".yaml")) {
      TextEditor plain = new TextEditor(label + " · " + file, desk.text(), changed);
      plain.show(desk.findingsHere());
      add(plain);
      editor = plain;
    } else {
      ModelEditor model =
          new ModelEditor(
              file, label, desk.text(), PolicyWords.of(files), desk.findingsHere(), changed);
      add(model);
      editor = model;
    }
  }
}
