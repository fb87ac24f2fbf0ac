package io.certhall.bpmn;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something this hall asks besides what every hall asks; {@code fields} of {@code hall.yaml}.
 *
 * @param registration who registers in this hall is asked for it
 * @param services whose form has it, of the hall's services
 * @param holders whose form has it, of ORGANISATION and PERSON
 * @param options what can be chosen, for CHOICE and CHOICES
 * @param preset chosen where nothing is given
 * @param longest how many characters a text may have
 */
public record HallField(
    String code,
    LocalText label,
    @Nullable LocalText help,
    Kind kind,
    boolean required,
    boolean registration,
    List<String> services,
    List<String> holders,
    List<Option> options,
    @Nullable String preset,
    int longest) {

  /** What is asked for, and by which rules an answer is checked. */
  public enum Kind {
    TEXT,
    LONG_TEXT,
    NUMBER,
    DATE,
    PHONE,
    EMAIL,
    /** One of the options. */
    CHOICE,
    /** Any of the options. */
    CHOICES;

    public boolean isChosen() {
      return this == CHOICE || this == CHOICES;
    }
  }

  /**
   * @param onlyNames the option is for applicants with one of these words in their name; empty for
   *     everyone
   */
  public record Option(String code, LocalText label, List<String> onlyNames) {

    public boolean fits(String applicantName) {
      return onlyNames.isEmpty() || onlyNames.stream().anyMatch(applicantName::contains);
    }
  }

  public boolean isAskedFor(String service, String holder) {
    return services.contains(service) && holders.contains(holder);
  }

  public Optional<Option> option(String option) {
    return options.stream().filter(known -> known.code().equals(option)).findFirst();
  }

  /** An answer as people read it. */
  public List<LocalText> words(List<String> answer) {
    return answer.stream()
        .map(value -> option(value).map(Option::label).orElseGet(() -> new LocalText(value, value)))
        .toList();
  }
}
