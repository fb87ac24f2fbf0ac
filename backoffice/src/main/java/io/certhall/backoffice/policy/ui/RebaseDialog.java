package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.certhall.backoffice.policy.PolicyFileNames;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.HallTexts;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.policy.PolicyMerge;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where a draft and what was published since changed the same file: which of the two stays. */
final class RebaseDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private enum Choice {
    MINE,
    ACTIVE
  }

  /**
   * @param action gets the files to be taken as they run now
   */
  RebaseDialog(HallTexts texts, PolicyMerge merge, Consumer<Set<String>> action) {
    setHeaderTitle(Texts.of("policy.rebase.title"));
    addClassName("policy-dialog");
    setWidth("min(70rem, 96vw)");
    add(
        new Paragraph(
            Texts.of(
                merge.conflicts().isEmpty() ? "policy.rebase.clean" : "policy.rebase.conflicts")));
    Map<String, RadioButtonGroup<Choice>> choices = new TreeMap<>();
    for (String file : merge.conflicts()) {
      RadioButtonGroup<Choice> choice =
          new RadioButtonGroup<>(PolicyFileNames.label(file, merge.mine()) + " · " + file);
      choice.setItems(Choice.values());
      choice.setItemLabelGenerator(which -> Texts.of("policy.rebase." + which));
      choice.setValue(Choice.MINE);
      choices.put(file, choice);
      add(
          choice,
          new DifferencePanel(
              texts,
              Map.of(file, merge.active().getOrDefault(file, "")),
              Map.of(file, merge.mine().getOrDefault(file, ""))));
    }
    Button cancel = new Button(Texts.of("shell.cancel"), click -> close());
    ActionButton act =
        ActionButton.primary(
            Texts.of("policy.rebase.do"),
            () -> {
              action.accept(
                  choices.entrySet().stream()
                      .filter(entry -> entry.getValue().getValue() == Choice.ACTIVE)
                      .map(Map.Entry::getKey)
                      .collect(Collectors.toSet()));
              close();
            });
    getFooter().add(cancel, act);
  }
}
