package io.certhall.workers.notification;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The account at Alibaba Cloud. Without an access key text messages wait in the table.
 *
 * @param endpoint null for the real address; else a simulator
 * @param signName approved signature for all halls; without one each hall signs with its short name
 * @param templates the provider's ids of approved templates, by {@code hall.message} or {@code
 *     message}, e.g. {@code templates[MSG-01]=SMS_154950909}; without one the id is {@code
 *     hall.message}, which the simulator knows
 */
@ConfigurationProperties("certhall.sms.aliyun")
public record SmsSettings(
    String accessKeyId,
    String accessKeySecret,
    @Nullable URI endpoint,
    @Nullable String signName,
    @Nullable Map<String, String> templates) {

  public SmsSettings {
    if (accessKeyId == null || accessKeyId.isBlank()) {
      throw new IllegalArgumentException("certhall.sms.aliyun.access-key-id is missing");
    }
    if (accessKeySecret == null || accessKeySecret.isBlank()) {
      throw new IllegalArgumentException("certhall.sms.aliyun.access-key-secret is missing");
    }
    templates = templates == null ? Map.of() : Map.copyOf(templates);
  }

  String templateId(String hall, String messageId) {
    Map<String, String> known = templates == null ? Map.of() : templates;
    String own = hall + "." + messageId;
    return known.getOrDefault(own, known.getOrDefault(messageId, own));
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "SmsSettings[accessKeyId=" + accessKeyId + ", endpoint=" + endpoint + "]";
  }
}
