package io.certhall.standalone.simulator.sms;

import io.certhall.standalone.simulator.aliyun.CallRefusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The provider's rules for a message: number, signature, template and its parameters. */
final class SmsProvider {

  /** As the call carries it; absent parameters are empty. */
  record SendAsk(
      String phone, String signName, String templateCode, String templateParam, String outId) {}

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

  private final Phones phones;
  private final SmsTemplates templates;
  private final Clock hallTime;

  SmsProvider(Phones phones, SmsTemplates templates, Clock hallTime) {
    this.phones = phones;
    this.templates = templates;
    this.hallTime = hallTime;
  }

  ReceivedSms send(SendAsk ask) {
    if (!MOBILE.matcher(ask.phone()).matches()) {
      throw CallRefusal.message("isv.MOBILE_NUMBER_ILLEGAL", "手机号码格式错误");
    }
    if (ask.signName().isBlank()) {
      throw CallRefusal.message("isv.SMS_SIGNATURE_ILLEGAL", "该账号下找不到对应签名");
    }
    String text = render(ask);
    return phones.receive(
        ask.outId(),
        () ->
            new ReceivedSms(
                hallTime.instant(),
                ask.phone(),
                ask.templateCode(),
                text,
                ask.outId(),
                UUID.randomUUID().toString()));
  }

  private String render(SendAsk ask) {
    String template = templates.text(ask.templateCode());
    if (template == null) {
      throw CallRefusal.message("isv.SMS_TEMPLATE_ILLEGAL", "该账号下找不到对应模板：" + ask.templateCode());
    }
    JsonNode params = params(ask.templateParam());
    List<String> missing = new ArrayList<>();
    String text =
        VARIABLE
            .matcher(template)
            .replaceAll(
                variable -> {
                  @Nullable String value = value(params, variable.group(1));
                  if (value == null) {
                    missing.add(variable.group(1));
                  }
                  return Matcher.quoteReplacement(Objects.requireNonNullElse(value, ""));
                });
    if (!missing.isEmpty()) {
      throw CallRefusal.message("isv.TEMPLATE_MISSING_PARAMETERS", "模板缺少变量：" + missing);
    }
    return text.startsWith("【") ? text : "【" + ask.signName() + "】" + text;
  }

  private static @Nullable String value(JsonNode params, String name) {
    JsonNode value = params.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString() : null;
  }

  private static JsonNode params(String json) {
    try {
      JsonNode params = JSON.readTree(json.isBlank() ? "{}" : json);
      if (params.isObject()) {
        return params;
      }
    } catch (JacksonException e) {
      throw CallRefusal.message("isv.INVALID_JSON_PARAM", "TemplateParam 不是 JSON");
    }
    throw CallRefusal.message("isv.INVALID_JSON_PARAM", "TemplateParam 不是 JSON 对象");
  }
}
