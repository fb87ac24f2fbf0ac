package io.certhall.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks which certificate is meant where several are plugged in; one needs no question. */
public class KeyChoice extends Div {

  private static final long serialVersionUID = 1L;

  public KeyChoice() {
    addClassNames("stack", "key-choice");
    setVisible(false);
  }

  /**
   * A key, and the certificate on it that is meant.
   *
   * @param certificate null for a key without any
   */
  public record Choice(PluggedToken token, PluggedToken.@Nullable OnKey certificate) {

    String words() {
      String key = Texts.of("agent.choiceKey", token.label(), token.serial());
      return certificate == null
          ? key
          : Texts.of("agent.choice", certificate.subjectName(), certificate.issuerName(), key);
    }
  }

  /** Every signing certificate, and each key that has none. */
  public static List<Choice> all(List<PluggedToken> tokens) {
    List<Choice> choices = new ArrayList<>();
    for (PluggedToken token : tokens) {
      if (token.signing().isEmpty()) {
        choices.add(new Choice(token, null));
      }
      token.signing().forEach(one -> choices.add(new Choice(token, one)));
    }
    return choices;
  }

  /** Keys, whatever is on them. */
  public static List<Choice> tokens(List<PluggedToken> tokens) {
    return tokens.stream().map(token -> new Choice(token, null)).toList();
  }

  /** Only what can sign. */
  public static List<Choice> signing(List<PluggedToken> tokens) {
    return all(tokens).stream().filter(one -> one.certificate() != null).toList();
  }

  /** Locked keys where there are some: they are what waits to be unlocked. */
  public static List<Choice> lockedFirst(List<PluggedToken> tokens) {
    List<PluggedToken> locked = tokens.stream().filter(PluggedToken::locked).toList();
    return all(locked.isEmpty() ? tokens : locked);
  }

  /** Hears of the one there is, or of the one that is picked. */
  public void ask(List<Choice> choices, Consumer<Choice> then) {
    removeAll();
    setVisible(choices.size() > 1);
    if (choices.size() == 1) {
      then.accept(choices.getFirst());
      return;
    }
    RadioButtonGroup<Choice> group = new RadioButtonGroup<>();
    group.setLabel(Texts.of("agent.which"));
    group.setItems(choices);
    group.setItemLabelGenerator(Choice::words);
    group.addThemeName("vertical");
    group.setManualValidation(true);
    group.setErrorMessage(Texts.of("agent.which"));
    add(
        group,
        ActionButton.primary(
            Texts.of("agent.ok"),
            () -> {
              Choice picked = group.getValue();
              group.setInvalid(picked == null);
              if (picked != null) {
                setVisible(false);
                then.accept(picked);
              }
            }));
  }
}
