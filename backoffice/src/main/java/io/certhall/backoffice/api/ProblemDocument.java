package io.certhall.backoffice.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalTexts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param code stable, for machines; that of the first field where there are several
 * @param fields every defect at once
 * @param reference finds the failure in the hall's log; only with status 500
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<FieldProblem> fields,
    @Nullable String reference) {

  /**
   * One defect.
   *
   * @param path JSON path of the field; empty when it concerns the whole
   */
  public record FieldProblem(String path, String code, String message) {}

  static ProblemDocument of(Refusal refusal, Language language) {
    return of(refusal.kind().status(), refusal.code(), refusal.problems(), language);
  }

  static ProblemDocument of(int status, Problem problem, Language language) {
    return of(status, problem.code(), List.of(problem), language);
  }

  static ProblemDocument failure(String reference, Language language) {
    return new ProblemDocument(
        type("INTERNAL_ERROR"),
        ApiTexts.text("status.500", language),
        500,
        RefusalTexts.text("INTERNAL_ERROR", List.of(reference), language.locale()),
        "INTERNAL_ERROR",
        List.of(),
        reference);
  }

  private static ProblemDocument of(
      int status, String code, List<Problem> problems, Language language) {
    List<FieldProblem> fields =
        problems.stream()
            .map(
                problem ->
                    new FieldProblem(
                        problem.path(),
                        problem.code(),
                        RefusalTexts.text(problem, language.locale())))
            .toList();
    String detail =
        fields.stream()
            .map(FieldProblem::message)
            .distinct()
            .limit(5)
            .collect(Collectors.joining(" "));
    return new ProblemDocument(
        type(code),
        ApiTexts.text("status." + status, language),
        status,
        detail,
        code,
        fields,
        null);
  }

  private static String type(String code) {
    return "urn:certhall:problem:" + code;
  }
}
