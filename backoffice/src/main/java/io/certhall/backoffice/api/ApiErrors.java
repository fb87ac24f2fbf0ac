package io.certhall.backoffice.api;

import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jooq.exception.DataChangedException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Answers every refusal and failure of the API with a problem document. */
@RestControllerAdvice(
    basePackages = {"io.certhall.backoffice.api", "io.certhall.backoffice.callback"})
class ApiErrors {

  @ExceptionHandler
  ResponseEntity<ProblemDocument> refused(Refusal refusal, HttpServletRequest request) {
    return answer(ProblemDocument.of(refusal, Language.of(request)));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> unreadable(
      HttpMessageNotReadableException e, HttpServletRequest request) {
    return answer(request, 400, UnreadableBody.problem(e));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> mismatch(
      MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    // The values of a list are converted one by one.
    Class<?> wanted =
        e.getCause() instanceof ConversionFailedException single
            ? single.getTargetType().getType()
            : e.getRequiredType();
    return answer(
        request,
        400,
        wanted != null && wanted.isEnum()
            ? Problem.of(e.getName(), "VALUE_UNKNOWN", namesOf(wanted))
            : Problem.of(e.getName(), "VALUE_TYPE"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> missing(
      MissingServletRequestParameterException e, HttpServletRequest request) {
    return answer(request, 400, Problem.of(e.getParameterName(), "FIELD_REQUIRED"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> missing(
      MissingServletRequestPartException e, HttpServletRequest request) {
    return answer(request, 400, Problem.of(e.getRequestPartName(), "FIELD_REQUIRED"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> tooLarge(
      MaxUploadSizeExceededException e, HttpServletRequest request) {
    return answer(request, 413, Problem.of("file", "UPLOAD_TOO_LARGE"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> brokenUpload(MultipartException e, HttpServletRequest request) {
    return isMultipart(request)
        ? answer(request, 400, Problem.of("file", "UPLOAD_MALFORMED"))
        : answer(request, 415, Problem.of("", "CONTENT_TYPE_UNSUPPORTED", "multipart/form-data"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> unsupported(
      HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
    return answer(
        request,
        415,
        Problem.of(
            "",
            "CONTENT_TYPE_UNSUPPORTED",
            e.getSupportedMediaTypes().stream()
                .filter(type -> !type.isWildcardSubtype() && !type.getSubtype().startsWith("*"))
                .map(MediaType::toString)
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON_VALUE)));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> notAcceptable(
      HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
    return answer(request, 406, Problem.of("", "NOT_ACCEPTABLE"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> stale(DataChangedException e, HttpServletRequest request) {
    return refused(Refusal.conflict("STALE_VERSION"), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> busy(
      PessimisticLockingFailureException e, HttpServletRequest request) {
    return refused(Refusal.conflict("BUSY"), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> failed(Exception e, HttpServletRequest request) {
    return answer(ProblemWriter.failure(e, Language.of(request)));
  }

  static String namesOf(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.joining(", "));
  }

  private static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/");
  }

  private static ResponseEntity<ProblemDocument> answer(
      HttpServletRequest request, int status, Problem problem) {
    return answer(ProblemDocument.of(status, problem, Language.of(request)));
  }

  private static ResponseEntity<ProblemDocument> answer(ProblemDocument problem) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.status() == RefusalKind.UNAUTHENTICATED.status()) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer.body(problem);
  }
}
