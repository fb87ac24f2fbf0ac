package io.certhall.backoffice.organisation.platform;

import io.certhall.backoffice.organisation.platform.SubjectPlatformSettings.Connection;
import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.organisation.InstitutionDocument;
import io.certhall.processes.organisation.SharedSubject;
import io.certhall.processes.organisation.SubjectPlatform;
import io.certhall.processes.organisation.SubjectPlatformFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /subjects/CREDIT-CODE}: question and answer are signed ({@code X-Signature}), the
 * answer together with the question's nonce, so that no old answer can be played again.
 */
public final class HttpSubjectPlatform implements SubjectPlatform {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final SubjectPlatformSettings settings;
  private final Duration patience;

  public HttpSubjectPlatform(SubjectPlatformSettings settings) {
    this(settings, ANSWER);
  }

  HttpSubjectPlatform(SubjectPlatformSettings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
  }

  @Override
  public Optional<SharedSubject> find(String hall, CreditCode code) {
    Connection connection = settings.halls().get(hall);
    if (connection == null) {
      throw new SubjectPlatformFault(
          "certhall.subject-platform.halls." + hall + " is not set", null);
    }
    MessageSignature signature = new MessageSignature(connection.secret());
    String nonce = UUID.randomUUID().toString();
    HttpResponse<String> answer = ask(connection, signature, code, nonce);
    if (!signature.fits(
        answer.headers().firstValue("X-Signature").orElse(""), nonce, answer.body())) {
      throw new SubjectPlatformFault(
          "HTTP " + answer.statusCode() + ", the answer is not signed by the platform", null);
    }
    return switch (answer.statusCode()) {
      case 200 -> Optional.of(subject(answer.body(), code));
      case 404 -> Optional.empty();
      default -> throw new SubjectPlatformFault("HTTP " + answer.statusCode(), null);
    };
  }

  private HttpResponse<String> ask(
      Connection connection, MessageSignature signature, CreditCode code, String nonce) {
    URI address = URI.create(connection.endpoint() + "/subjects/" + code.value());
    String at = Long.toString(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("X-App-Id", connection.appId())
            .header("X-Timestamp", at)
            .header("X-Nonce", nonce)
            .header("X-Signature", signature.of("GET", address.getRawPath(), at, nonce))
            .GET()
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new SubjectPlatformFault("the platform can't be reached: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SubjectPlatformFault("interrupted", e);
    }
  }

  private static SharedSubject subject(String body, CreditCode asked) {
    try {
      JsonNode node = JSON.readTree(body);
      if (!asked.value().equals(text(node, "creditCode"))) {
        throw new SubjectPlatformFault("an answer about another unit", null);
      }
      return new SharedSubject(
          asked,
          text(node, "name"),
          InstitutionDocument.parse(text(node, "documentType"))
              .filter(type -> type != InstitutionDocument.OTHER)
              .orElse(InstitutionDocument.CREDIT_CODE),
          text(node, "legalRepName"),
          text(node, "registeredAddress"),
          text(node, "province"),
          text(node, "city"));
    } catch (JacksonException e) {
      throw new SubjectPlatformFault("not JSON", e);
    }
  }

  private static String text(JsonNode node, String field) {
    String text = node.path(field).asString("").strip();
    if (text.isEmpty()) {
      throw new SubjectPlatformFault("the answer lacks " + field, null);
    }
    return text;
  }
}
