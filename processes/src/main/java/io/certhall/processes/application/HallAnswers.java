package io.certhall.processes.application;

import io.certhall.bpmn.HallField;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.OrderForm;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Answers to what a hall asks of its own, checked by the kind of each field. */
final class HallAnswers {

  /** A mobile number, or a land line with its area code. */
  private static final Pattern PHONE =
      Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

  private HallAnswers() {}

  /** Without blanks and what this form doesn't ask, with what is preset. */
  static Map<String, List<String>> completed(HallSettings settings, OrderForm form) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    for (HallField field : settings.fields(form.service().name(), form.holder().name())) {
      List<String> given =
          form.answers().getOrDefault(field.code(), List.of()).stream()
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

  static void check(
      FormGaps gaps,
      List<HallField> fields,
      String applicantName,
      Map<String, List<String>> answers) {
    for (HallField field : fields) {
      String path = "answers." + field.code();
      List<String> answer = answers.getOrDefault(field.code(), List.of());
      if (answer.isEmpty()) {
        if (field.required()) {
          gaps.add(path, "FIELD_REQUIRED");
        }
      } else if (field.kind() != HallField.Kind.CHOICES && answer.size() > 1) {
        gaps.add(path, "ANSWER_SINGLE");
      } else if (field.kind().isChosen()) {
        options(gaps, path, field, answer, applicantName);
      } else {
        text(gaps, path, field, answer.getFirst());
      }
    }
  }

  private static void options(
      FormGaps gaps, String path, HallField field, List<String> answer, String applicantName) {
    if (new HashSet<>(answer).size() < answer.size()) {
      gaps.add(path, "ANSWER_TWICE");
    }
    for (String chosen : answer) {
      field
          .option(chosen)
          .ifPresentOrElse(
              option -> {
                if (!option.fits(applicantName)) {
                  gaps.add(path, "OPTION_FOR_OTHERS", option.label().zh());
                }
              },
              () -> gaps.add(path, "OPTION_UNKNOWN", chosen));
    }
  }

  private static void text(FormGaps gaps, String path, HallField field, String answer) {
    if (answer.codePointCount(0, answer.length()) > field.longest()) {
      gaps.add(path, "FIELD_TOO_LONG", field.longest());
      return;
    }
    switch (field.kind()) {
      case NUMBER -> gaps.matches(path, answer, NUMBER, "ANSWER_NUMBER");
      case PHONE -> gaps.matches(path, answer, PHONE, "ANSWER_PHONE");
      case EMAIL -> gaps.matches(path, answer, FormGaps.EMAIL, "EMAIL_INVALID");
      case DATE -> {
        if (!isDate(answer)) {
          gaps.add(path, "ANSWER_DATE");
        }
      }
      case TEXT, LONG_TEXT, CHOICE, CHOICES -> {
        // Any text is an answer; options are checked elsewhere.
      }
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
