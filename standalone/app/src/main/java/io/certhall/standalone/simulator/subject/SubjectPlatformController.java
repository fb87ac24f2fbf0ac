package io.certhall.standalone.simulator.subject;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.subject.SubjectRegister.Subject;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Answers signed questions about units with signed answers. */
@Hidden
@RestController
@ConditionalOnSimulators
class SubjectPlatformController {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final SubjectRegister register;
  private final SimulatedSubjectKey key;
  private final Clock clock = Clock.systemUTC();
  private final Set<String> nonces = ConcurrentHashMap.newKeySet();

  SubjectPlatformController(SubjectRegister register, @Value("${certhall.data}") Path data) {
    this.register = register;
    this.key = SimulatedSubjectKey.loadOrCreate(data.resolve("simulators/subject"));
  }

  @GetMapping("/simulators/subject/subjects/{creditCode}")
  ResponseEntity<byte[]> find(
      HttpServletRequest http,
      @PathVariable String creditCode,
      @RequestHeader(name = "X-App-Id", defaultValue = "") String appId,
      @RequestHeader(name = "X-Timestamp", defaultValue = "0") long at,
      @RequestHeader(name = "X-Nonce", defaultValue = "") String nonce,
      @RequestHeader(name = "X-Signature", defaultValue = "") String signature) {
    String expected = sign("GET", http.getRequestURI(), Long.toString(at), nonce);
    if (!key.appId().equals(appId) || !isSame(expected, signature)) {
      return answer(HttpStatus.UNAUTHORIZED, nonce, Map.of("code", "SIGNATURE"));
    }
    Duration age = Duration.between(Instant.ofEpochSecond(at), clock.instant()).abs();
    if (age.compareTo(FRESH) > 0 || !nonces.add(nonce)) {
      return answer(HttpStatus.UNAUTHORIZED, nonce, Map.of("code", "REPLAYED"));
    }
    return register
        .find(creditCode)
        .map(subject -> answer(HttpStatus.OK, nonce, subject))
        .orElseGet(() -> answer(HttpStatus.NOT_FOUND, nonce, Map.of("code", "UNKNOWN")));
  }

  /** A unit registers at the platform. */
  @PostMapping("/simulators/subject/register")
  ResponseEntity<Void> put(@RequestBody Subject subject) {
    register.put(subject);
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<byte[]> answer(HttpStatus status, String nonce, Object body) {
    String text = JSON.writeValueAsString(body);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .header("X-Signature", sign(nonce, text))
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private String sign(String... lines) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
