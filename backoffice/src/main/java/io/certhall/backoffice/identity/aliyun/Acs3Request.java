package io.certhall.backoffice.identity.aliyun;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A call signed with {@code ACS3-HMAC-SHA256}: method, path, sorted parameters, the {@code x-acs-}
 * headers and the body's hash. Parameters go in the query, as this family of calls wants it.
 */
final class Acs3Request {

  private static final String ALGORITHM = "ACS3-HMAC-SHA256";

  private final AliyunIdentitySettings settings;

  Acs3Request(AliyunIdentitySettings settings) {
    this.settings = settings;
  }

  /**
   * @param nonce different for each call
   */
  HttpRequest of(
      String action,
      String version,
      SortedMap<String, String> parameters,
      Instant at,
      String nonce,
      Duration timeout) {
    URI address = settings.address();
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query =
        parameters.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    String bodyHash = hex(sha256(""));
    SortedMap<String, String> headers =
        new TreeMap<>(
            Map.of(
                "host", host(address),
                "x-acs-action", action,
                "x-acs-content-sha256", bodyHash,
                "x-acs-date", at.truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce", nonce,
                "x-acs-version", version));
    String signed = String.join(";", headers.keySet());
    String canonical =
        String.join(
            "\n",
            "POST",
            path,
            query,
            headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining()),
            signed,
            bodyHash);
    String signature = hex(hmac(ALGORITHM + "\n" + hex(sha256(canonical))));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path + "?" + query))
            .timeout(timeout)
            .POST(HttpRequest.BodyPublishers.noBody());
    headers.forEach(
        (name, value) -> {
          if (!name.equals("host")) {
            request.header(name, value);
          }
        });
    return request
        .header(
            "Authorization",
            "%s Credential=%s,SignedHeaders=%s,Signature=%s"
                .formatted(ALGORITHM, settings.accessKeyId(), signed, signature))
        .build();
  }

  private static String host(URI address) {
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              settings.accessKeySecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
