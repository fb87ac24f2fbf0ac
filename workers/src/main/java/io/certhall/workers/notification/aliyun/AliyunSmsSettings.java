package io.certhall.workers.notification.aliyun;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One account at Alibaba Cloud.
 *
 * @param baseUrl null for the real address; else a simulator. Plain http only on this machine
 */
public record AliyunSmsSettings(String accessKeyId, String accessKeySecret, @Nullable URI baseUrl) {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final URI REAL = URI.create("https://dysmsapi.aliyuncs.com/");

  public AliyunSmsSettings {
    requireText("accessKeyId", accessKeyId);
    requireText("accessKeySecret", accessKeySecret);
    if (baseUrl != null && !isTrusted(baseUrl)) {
      throw new IllegalArgumentException(
          "baseUrl must be https, or http to this machine: " + baseUrl);
    }
  }

  private static boolean isTrusted(URI url) {
    return "https".equals(url.getScheme())
        || ("http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost()));
  }

  private static void requireText(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
  }

  private URI address() {
    return baseUrl == null ? REAL : baseUrl;
  }

  String protocol() {
    return address().getScheme();
  }

  /** Host, with the port where there is one. */
  String endpoint() {
    return address().getAuthority();
  }

  String path() {
    return address().getPath().isEmpty() ? "/" : address().getPath();
  }

  /** Without the secret: this gets into logs. */
  @Override
  public String toString() {
    return "AliyunSmsSettings[accessKeyId=%s, endpoint=%s]".formatted(accessKeyId, endpoint());
  }
}
