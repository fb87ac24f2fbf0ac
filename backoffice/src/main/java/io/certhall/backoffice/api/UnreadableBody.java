package io.certhall.backoffice.api;

import io.certhall.processes.refusal.Problem;
import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says which field of a JSON body could not be read, and what would be understood. */
final class UnreadableBody {

  private UnreadableBody() {}

  static Problem problem(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case null -> Problem.of("", "BODY_MISSING");
      case MismatchedInputException mismatch -> mismatch(mismatch);
      case StreamReadException malformed ->
          Problem.of(
              path(malformed),
              "JSON_MALFORMED",
              malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNr(),
              malformed.getLocation() == null ? 0 : malformed.getLocation().getColumnNr());
      case JacksonException other -> Problem.of(path(other), "VALUE_TYPE");
      default -> Problem.of("", "BODY_MISSING");
    };
  }

  private static Problem mismatch(MismatchedInputException mismatch) {
    Class<?> wanted = mismatch.getTargetType();
    return wanted != null && wanted.isEnum()
        ? Problem.of(path(mismatch), "VALUE_UNKNOWN", ApiErrors.namesOf(wanted))
        : Problem.of(path(mismatch), "VALUE_TYPE");
  }

  /** As in the rules' own refusals: {@code items[0].years}. */
  private static String path(JacksonException e) {
    List<JacksonException.Reference> references = e.getPath();
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : references) {
      if (reference.getPropertyName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
      }
    }
    return path.toString();
  }
}
