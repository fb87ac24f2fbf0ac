package io.certhall.workers.notification.aliyun;

import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.dysmsapi20170525.models.SendSmsResponse;
import com.aliyun.dysmsapi20170525.models.SendSmsResponseBody;
import com.aliyun.teautil.models.RuntimeOptions;
import io.certhall.processes.notification.SmsGateway;
import io.certhall.processes.notification.SmsMessage;
import io.certhall.processes.notification.SmsReceipt;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends by approved template. The idempotency key goes along as {@code OutId}: the real provider
 * returns it in delivery reports but does not refuse a second message with the same one.
 */
public final class AliyunSmsGateway implements SmsGateway {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int CONNECT_MS = 5_000;
  private static final int READ_MS = 10_000;

  private final DysmsClient client;

  public AliyunSmsGateway(AliyunSmsSettings settings) {
    try {
      client = new DysmsClient(settings);
    } catch (Exception e) {
      throw new IllegalStateException("cannot set up the SMS client for " + settings, e);
    }
  }

  @Override
  public SmsReceipt send(SmsMessage message) {
    SendSmsResponse answer = ask(request(message));
    SendSmsResponseBody body = answer.getBody();
    int status = Objects.requireNonNullElse(answer.getStatusCode(), 0);
    if (body == null || !"OK".equals(body.getCode()) || body.getBizId() == null) {
      throw AliyunSmsFaults.refused(
          body == null ? null : body.getCode(), body == null ? null : body.getMessage(), status);
    }
    return new SmsReceipt(body.getBizId());
  }

  private static SendSmsRequest request(SmsMessage message) {
    SendSmsRequest request =
        new SendSmsRequest()
            .setPhoneNumbers(message.phone())
            .setSignName(message.signName())
            .setTemplateCode(message.templateId())
            .setOutId(message.idempotencyKey());
    return message.templateParams().isEmpty()
        ? request
        : request.setTemplateParam(JSON.writeValueAsString(message.templateParams()));
  }

  private SendSmsResponse ask(SendSmsRequest request) {
    RuntimeOptions once =
        new RuntimeOptions()
            .setAutoretry(false)
            .setConnectTimeout(CONNECT_MS)
            .setReadTimeout(READ_MS);
    try {
      return client.sendSmsWithOptions(request, once);
    } catch (Exception e) {
      throw AliyunSmsFaults.failed(e);
    }
  }
}
