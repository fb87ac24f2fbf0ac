package io.certhall.backoffice.api;

import io.certhall.processes.refusal.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents where no controller is reached. */
@Component
final class ProblemWriter {

  private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  void write(HttpServletRequest request, HttpServletResponse response, int status, String code)
      throws IOException {
    write(response, ProblemDocument.of(status, Problem.of("", code), Language.of(request)));
  }

  void writeUnauthenticated(HttpServletRequest request, HttpServletResponse response, String code)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(request, response, HttpServletResponse.SC_UNAUTHORIZED, code);
  }

  void writeFailure(HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException {
    write(response, failure(failure, Language.of(request)));
  }

  /** Logs what happened and tells the caller where to find it, nothing more. */
  static ProblemDocument failure(Exception failure, Language language) {
    String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    log.error("request failed, reference {}", reference, failure);
    return ProblemDocument.failure(reference, language);
  }

  private void write(HttpServletResponse response, ProblemDocument problem) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
