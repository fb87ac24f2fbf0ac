package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.policy.PolicyFileNames;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.PolicyFinding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The files of a draft: which is open, which differ from what runs, where errors are. */
final class DraftFiles extends Nav {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<String> chosen;

  DraftFiles(Consumer<String> chosen) {
    this.chosen = chosen;
    addClassName("policy-files");
    setAriaLabel(Texts.of("policy.files"));
  }

  void show(
      Map<String, String> files,
      Map<String, String> active,
      String open,
      List<PolicyFinding> findings) {
    removeAll();
    boolean shared = false;
    for (String file : PolicyFileNames.inOrder(files)) {
      if (PolicyFileNames.isShared(file) && !shared) {
        shared = true;
        Span heading = new Span(Texts.of("policy.files.shared"));
        heading.addClassName("policy-files-heading");
        heading.getElement().setAttribute("title", Texts.of("policy.files.sharedHint"));
        add(heading);
      }
      add(button(file, files, active, open, findings));
    }
  }

  private Button button(
      String file,
      Map<String, String> files,
      Map<String, String> active,
      String open,
      List<PolicyFinding> findings) {
    Button button = new Button(PolicyFileNames.label(file, files), click -> chosen.accept(file));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.getElement().setAttribute("data-file", file);
    if (file.equals(open)) {
      button.addClassName("is-shown");
      button.getElement().setAttribute("aria-current", "true");
    }
    long errors = findings.stream().filter(f -> f.isError() && f.file().equals(file)).count();
    if (errors > 0) {
      Span count = new Span(Long.toString(errors));
      count.addClassNames("badge", "badge-wrong");
      count.getElement().setAttribute("title", Texts.of("policy.findings.count", errors, 0));
      button.setSuffixComponent(count);
    } else if (!Objects.equals(files.get(file), active.get(file))) {
      Span mark = new Span(Texts.of("policy.files.changed"));
      mark.addClassNames("badge", "badge-yours");
      button.setSuffixComponent(mark);
    }
    return button;
  }
}
