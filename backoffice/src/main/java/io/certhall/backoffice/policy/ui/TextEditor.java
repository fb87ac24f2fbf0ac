package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.PolicyFinding;
import java.util.List;
import java.util.function.Consumer;

/** A YAML file as its text. */
final class TextEditor extends Div implements FileEditor {

  private static final long serialVersionUID = 1L;
  private static final int PAUSE_MS = 400;

  private final TextArea text = new TextArea();

  TextEditor(String label, String content, Consumer<String> changed) {
    addClassName("policy-text");
    text.setLabel(label);
    text.setHelperText(Texts.of("policy.editor.yaml"));
    text.setValue(content);
    text.setWidthFull();
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.setValueChangeTimeout(PAUSE_MS);
    text.getElement().setAttribute("spellcheck", "false");
    text.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            changed.accept(change.getValue());
          }
        });
    add(text);
  }

  /** Shows what was changed elsewhere, without telling anybody. */
  void replace(String content) {
    text.setValue(content);
  }

  @Override
  public void content(Consumer<String> then) {
    then.accept(text.getValue());
  }

  @Override
  public void show(List<PolicyFinding> findings) {
    boolean wrong = findings.stream().anyMatch(PolicyFinding::isError);
    text.setInvalid(wrong);
    text.setErrorMessage(
        findings.stream()
            .filter(PolicyFinding::isError)
            .map(FindingList::message)
            .findFirst()
            .orElse(""));
  }

  /** Marks the line that names the last step of a path such as {@code invoice.taxPercent}. */
  @Override
  public void select(String element) {
    String[] steps = element.split("[.\\[\\]]+");
    String word = steps[steps.length - 1];
    String all = text.getValue();
    int found = all.indexOf(word + ":");
    if (found < 0 && !word.isEmpty()) {
      found = all.indexOf(word);
    }
    if (found < 0) {
      text.focus();
      return;
    }
    int from = all.lastIndexOf('\n', found) + 1;
    int end = all.indexOf('\n', found);
    int line = (int) all.substring(0, from).chars().filter(c -> c == '\n').count();
    text.getElement()
        .executeJs(
            "const area = this.inputElement; area.focus();"
                + " area.setSelectionRange($0, $1);"
                + " const height = parseFloat(getComputedStyle(area).lineHeight) || 20;"
                + " (this.shadowRoot.querySelector('[part=input-field]') || area).scrollTop ="
                + " ($2 - 3) * height;",
            from,
            end < 0 ? all.length() : end,
            line);
  }
}
