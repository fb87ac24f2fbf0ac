package io.certhall.processes.refusal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A request that is refused, with every reason at once. Nothing was changed. Carries codes, not
 * words: views and the REST API render it in the reader's language.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RefusalKind kind;
  private final transient List<Problem> problems;

  public Refusal(RefusalKind kind, List<Problem> problems) {
    // No stack trace: a refusal is an answer, not a fault.
    super(describe(kind, problems), null, false, false);
    this.kind = kind;
    this.problems = List.copyOf(problems);
  }

  public static Refusal rule(String path, String code, Object... args) {
    return new Refusal(RefusalKind.RULE, List.of(Problem.of(path, code, args)));
  }

  public static Refusal malformed(String path, String code, Object... args) {
    return new Refusal(RefusalKind.MALFORMED, List.of(Problem.of(path, code, args)));
  }

  public static Refusal conflict(String code, Object... args) {
    return new Refusal(RefusalKind.CONFLICT, List.of(Problem.of("", code, args)));
  }

  public static Refusal forbidden(String code, Object... args) {
    return new Refusal(RefusalKind.FORBIDDEN, List.of(Problem.of("", code, args)));
  }

  public static Refusal notFound(String code, Object... args) {
    return new Refusal(RefusalKind.NOT_FOUND, List.of(Problem.of("", code, args)));
  }

  /** Throws all problems as one refusal, or does nothing when there are none. */
  public static void unlessEmpty(RefusalKind kind, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Refusal(kind, problems);
    }
  }

  public RefusalKind kind() {
    return kind;
  }

  public List<Problem> problems() {
    return problems;
  }

  /** Code of the first problem: the one a machine reads. */
  public String code() {
    return problems.isEmpty() ? kind.name() : problems.getFirst().code();
  }

  private static String describe(RefusalKind kind, List<Problem> problems) {
    return kind
        + " "
        + problems.stream()
            .map(problem -> problem.path() + ":" + problem.code() + problem.args())
            .collect(Collectors.joining(", "));
  }
}
