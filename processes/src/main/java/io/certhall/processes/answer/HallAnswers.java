package io.certhall.processes.answer;

import io.certhall.bpmn.HallField;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Answers to what a hall asks of its own, checked by the kind of each field. */
public final class HallAnswers {

  /** A mobile number, or a land line with its area code. */
  private static final Pattern PHONE =
      Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

  private HallAnswers() {}

  /** Without blanks and what this form doesn't ask, with what is preset. */
  public static Map<String, List<String>> completed(
      List<HallField> fields, Map<String, List<String>> said) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    for (HallField field : fields) {
      List<String> given =
          said.getOrDefault(field.code(), List.of()).stream()
              .filter(Objects::nonNull)
              .map(String::strip)
              .filter(text -> !text.isEmpty())
              .toList();
      if (!given.isEmpty()) {
        answers.put(field.code(), given);
      } else if (field.preset() != null) {
        answers.put(field.code(), List.of(field.preset()));
      }
    }
    return answers;
  }

  /** What is wrong with them, each at {@code answers.CODE}. */
  public static List<Problem> problems(
      List<HallField> fields, String applicantName, Map<String, List<String>> answers) {
    FormCheck gaps = new FormCheck();
    for (HallField field : fields) {
      String path = "answers." + field.code();
      List<String> answer = answers.getOrDefault(field.code(), List.of());
      if (answer.isEmpty()) {
        if (field.required()) {
          gaps.refuse(path, "FIELD_REQUIRED");
        }
      } else if (field.kind() != HallField.Kind.CHOICES && answer.size() > 1) {
        gaps.refuse(path, "ANSWER_SINGLE");
      } else if (field.kind().isChosen()) {
        options(gaps, path, field, answer, applicantName);
      } else {
        text(gaps, path, field, answer.getFirst());
      }
    }
    return gaps.problems();
  }

  private static void options(
      FormCheck gaps, String path, HallField field, List<String> answer, String applicantName) {
    if (new HashSet<>(answer).size() < answer.size()) {
      gaps.refuse(path, "ANSWER_TWICE");
    }
    for (String chosen : answer) {
      field
          .option(chosen)
          .ifPresentOrElse(
              option -> {
                if (!option.fits(applicantName)) {
                  gaps.refuse(path, "OPTION_FOR_OTHERS", option.label().zh());
                }
              },
              () -> gaps.refuse(path, "OPTION_UNKNOWN", chosen));
    }
  }

  private static void text(FormCheck gaps, String path, HallField field, String answer) {
    if (answer.codePointCount(0, answer.length()) > field.longest()) {
      gaps.refuse(path, "FIELD_TOO_LONG", field.longest());
      return;
    }
    switch (field.kind()) {
      case NUMBER -> matches(gaps, path, answer, NUMBER, "ANSWER_NUMBER");
      case PHONE -> matches(gaps, path, answer, PHONE, "ANSWER_PHONE");
      case EMAIL -> matches(gaps, path, answer, EMAIL, "EMAIL_INVALID");
      case DATE -> {
        if (!isDate(answer)) {
          gaps.refuse(path, "ANSWER_DATE");
        }
      }
      case TEXT, LONG_TEXT, CHOICE, CHOICES -> {
        // Any text is an answer; options are checked elsewhere.
      }
    }
  }

  private static void matches(
      FormCheck gaps, String path, String answer, Pattern pattern, String code) {
    if (!pattern.matcher(answer).matches()) {
      gaps.refuse(path, code);
    }
  }

  private static boolean isDate(String answer) {
    try {
      LocalDate.parse(answer);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
