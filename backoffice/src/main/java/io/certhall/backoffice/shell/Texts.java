package io.certhall.backoffice.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import io.certhall.bpmn.LocalText;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalTexts;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words in the reader's language. */
public final class Texts {

  private Texts() {}

  public static String of(String key, Object... args) {
    return I18NProvider.translate(locale(), key, args);
  }

  public static String of(LocalText text) {
    return text.in(locale().getLanguage());
  }

  /** The label of a constant, e.g. {@code OrderState.DRAFT} under its own name. */
  public static String of(Enum<?> constant) {
    return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }

  public static String of(Problem problem) {
    return RefusalTexts.text(problem, locale());
  }

  /** All reasons in one text. */
  public static String of(Refusal refusal) {
    return refusal.problems().stream()
        .map(Texts::of)
        .distinct()
        .collect(Collectors.joining(isEnglish() ? " " : ""));
  }

  public static Locale locale() {
    UI ui = UI.getCurrent();
    return ui == null ? Locale.SIMPLIFIED_CHINESE : ui.getLocale();
  }

  public static boolean isEnglish() {
    return locale().getLanguage().equals("en");
  }
}
