package io.certhall.backoffice.identity.aliyun;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The account at Alibaba Cloud. Without an access key identity checks are refused as unavailable.
 *
 * @param endpoint null for the real address; else a simulator
 */
@ConfigurationProperties("certhall.identity.aliyun")
public record AliyunIdentitySettings(
    String accessKeyId, String accessKeySecret, @Nullable URI endpoint) {

  private static final URI REAL = URI.create("https://cloudauth.aliyuncs.com/");

  public AliyunIdentitySettings {
    if (accessKeyId == null || accessKeyId.isBlank()) {
      throw new IllegalArgumentException("certhall.identity.aliyun.access-key-id is missing");
    }
    if (accessKeySecret == null || accessKeySecret.isBlank()) {
      throw new IllegalArgumentException("certhall.identity.aliyun.access-key-secret is missing");
    }
  }

  URI address() {
    return endpoint == null ? REAL : endpoint;
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "AliyunIdentitySettings[accessKeyId=" + accessKeyId + ", endpoint=" + endpoint + "]";
  }
}
