package io.certhall.standalone.simulator.aliyun;

import io.certhall.standalone.simulator.sms.SimulatedSmsKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpStatus;

/** Proves that a call is the account's: {@code ACS3-HMAC-SHA256}, as the provider documents it. */
public final class Acs3Signature {

  private static final String ALGORITHM = "ACS3-HMAC-SHA256";
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          ALGORITHM + " Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})");
  private static final List<String> MUST_BE_SIGNED =
      List.of("host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-version");
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final SimulatedSmsKeys keys;
  private final Clock realTime;

  public Acs3Signature(SimulatedSmsKeys keys, Clock realTime) {
    this.keys = keys;
    this.realTime = realTime;
  }

  public void verify(HttpServletRequest http, byte[] body) {
    Matcher parts = AUTHORIZATION.matcher(header(http, "authorization"));
    if (!parts.matches()) {
      throw refused("IncompleteSignature", "Authorization must be " + ALGORITHM);
    }
    if (!keys.accessKeyId().equals(parts.group(1))) {
      throw CallRefusal.call(
          HttpStatus.NOT_FOUND, "InvalidAccessKeyId.NotFound", "no such access key");
    }
    List<String> signed = Arrays.asList(parts.group(2).split(";"));
    if (!signed.containsAll(MUST_BE_SIGNED)) {
      throw refused("IncompleteSignature", "signed headers must include " + MUST_BE_SIGNED);
    }
    requireFresh(header(http, "x-acs-date"));
    String bodyHash = hex(sha256(body));
    if (!bodyHash.equals(header(http, "x-acs-content-sha256"))) {
      throw refused("SignatureDoesNotMatch", "x-acs-content-sha256 is not the body's");
    }
    String canonical =
        String.join(
            "\n",
            http.getMethod(),
            http.getRequestURI(),
            canonicalQuery(http.getQueryString()),
            signed.stream()
                .map(name -> name + ":" + header(http, name).strip() + "\n")
                .collect(Collectors.joining()),
            parts.group(2),
            bodyHash);
    String toSign = ALGORITHM + "\n" + hex(sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    if (!MessageDigest.isEqual(bytes(hex(hmac(toSign))), bytes(parts.group(3)))) {
      throw refused("SignatureDoesNotMatch", "the signature is not this access key's");
    }
  }

  private void requireFresh(String date) {
    try {
      if (Duration.between(Instant.parse(date), realTime.instant()).abs().compareTo(FRESH) > 0) {
        throw refused("InvalidTimeStamp.Expired", "x-acs-date is more than 15 minutes from now");
      }
    } catch (DateTimeException e) {
      throw refused("InvalidTimeStamp.Format", "x-acs-date must look like 2026-11-20T10:00:00Z");
    }
  }

  /** Decoded and encoded again, sorted: what arrives may be encoded in another way. */
  private static String canonicalQuery(String query) {
    List<String> pairs = new ArrayList<>();
    for (String pair : Objects.requireNonNullElse(query, "").split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        pairs.add(encode(name) + "=" + encode(value));
      }
    }
    return pairs.stream().sorted().collect(Collectors.joining("&"));
  }

  private static String encode(String encoded) {
    return URLEncoder.encode(
            URLDecoder.decode(encoded, StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String header(HttpServletRequest http, String name) {
    return Objects.requireNonNullElse(http.getHeader(name), "");
  }

  private static CallRefusal refused(String code, String message) {
    return CallRefusal.call(HttpStatus.BAD_REQUEST, code, message);
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(keys.accessKeySecret()), "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
