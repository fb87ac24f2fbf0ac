package io.certhall.processes.notification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * One text message to one phone, by an approved template.
 *
 * @param phone mainland mobile number, 11 digits
 * @param signName approved signature, without brackets
 * @param templateId the provider's id of the approved template
 * @param templateParams in the template's order (some providers take them by position)
 * @param fullText what the phone will show; for logs and providers without templates
 * @param idempotencyKey the same for each attempt to send this message, up to 64 characters
 */
public record SmsMessage(
    String phone,
    String signName,
    String templateId,
    SequencedMap<String, String> templateParams,
    String fullText,
    String idempotencyKey) {

  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final Pattern KEY = Pattern.compile("[0-9A-Za-z_:.\\-]{1,64}");

  public SmsMessage {
    if (!MOBILE.matcher(phone).matches()) {
      throw new IllegalArgumentException("phone must be a mainland mobile number of 11 digits");
    }
    requireText("signName", signName);
    requireText("templateId", templateId);
    requireText("fullText", fullText);
    if (!KEY.matcher(idempotencyKey).matches()) {
      throw new IllegalArgumentException(
          "idempotencyKey must have 1 to 64 letters, digits or _ : . -");
    }
    templateParams = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(templateParams));
    for (Map.Entry<String, String> param : templateParams.entrySet()) {
      requireText("templateParams." + param.getKey(), param.getValue());
    }
  }

  private static void requireText(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
  }

  /** Texts carry codes and PINs: they stay out of logs. */
  @Override
  public String toString() {
    return "SmsMessage[phone=%s****%s, templateId=%s, idempotencyKey=%s]"
        .formatted(phone.substring(0, 3), phone.substring(7), templateId, idempotencyKey);
  }
}
