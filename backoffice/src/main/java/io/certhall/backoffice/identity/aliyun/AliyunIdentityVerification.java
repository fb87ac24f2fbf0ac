package io.certhall.backoffice.identity.aliyun;

import io.certhall.processes.identity.IdentityFault;
import io.certhall.processes.identity.IdentityQuestion;
import io.certhall.processes.identity.IdentityVerdict;
import io.certhall.processes.identity.IdentityVerdict.Outcome;
import io.certhall.processes.identity.IdentityVerification;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Name, number and phone compared with the telecom operator's record ({@code
 * Mobile3MetaSimpleVerify}), or name and number with the register ({@code Id2MetaVerify}) where no
 * phone is known. Verdicts come as BizCode 1 (match), 2 (mismatch), 3 (no record).
 */
public final class AliyunIdentityVerification implements IdentityVerification {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String VERSION = "2019-03-07";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final Acs3Request requests;
  private final Duration patience;

  public AliyunIdentityVerification(AliyunIdentitySettings settings) {
    this(settings, ANSWER);
  }

  AliyunIdentityVerification(AliyunIdentitySettings settings, Duration patience) {
    this.requests = new Acs3Request(settings);
    this.patience = patience;
  }

  @Override
  public IdentityVerdict verify(IdentityQuestion question) {
    SortedMap<String, String> parameters =
        new TreeMap<>(
            Map.of(
                "ParamType", "normal",
                "UserName", question.name(),
                "IdentifyNum", question.idNo()));
    if (question.phone() != null) {
      parameters.put("Mobile", question.phone());
    }
    return verdict(
        ask(question.phone() == null ? "Id2MetaVerify" : "Mobile3MetaSimpleVerify", parameters));
  }

  private HttpResponse<String> ask(String action, SortedMap<String, String> parameters) {
    try {
      return http.send(
          requests.of(
              action, VERSION, parameters, Instant.now(), UUID.randomUUID().toString(), patience),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IdentityFault("the provider can't be reached: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IdentityFault("interrupted", e);
    }
  }

  private static IdentityVerdict verdict(HttpResponse<String> answer) {
    try {
      JsonNode body = JSON.readTree(answer.body());
      String code = body.path("Code").asString("");
      if (answer.statusCode() != 200 || !code.equals("200")) {
        throw new IdentityFault(
            "HTTP %d, code %s: %s"
                .formatted(answer.statusCode(), code, body.path("Message").asString("")),
            null);
      }
      String verdict = body.path("ResultObject").path("BizCode").asString("");
      Outcome outcome =
          switch (verdict) {
            case "1" -> Outcome.MATCH;
            case "2" -> Outcome.MISMATCH;
            case "3" -> Outcome.NO_RECORD;
            default -> throw new IdentityFault("no verdict: BizCode " + verdict, null);
          };
      return new IdentityVerdict(outcome, body.path("RequestId").asString(""));
    } catch (JacksonException e) {
      throw new IdentityFault("HTTP " + answer.statusCode() + ", not JSON", e);
    }
  }
}
