package io.certhall.standalone.simulator.sms;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.aliyun.Acs3Signature;
import io.certhall.standalone.simulator.aliyun.CallRefusal;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The provider's one call, {@code SendSms} of 2017-05-25. */
@Hidden
@RestController
@ConditionalOnSimulators
class SmsApiController {

  static final String PATH = "/simulators/sms/aliyun";

  private static final String ACTION = "SendSms";
  private static final String VERSION = "2017-05-25";

  private final Acs3Signature signature;
  private final SmsProvider provider;

  SmsApiController(Acs3Signature signature, SmsProvider provider) {
    this.signature = signature;
    this.provider = provider;
  }

  @PostMapping(PATH)
  ResponseEntity<Map<String, String>> send(
      HttpServletRequest http,
      @RequestHeader(name = "x-acs-action", required = false) @Nullable String action,
      @RequestHeader(name = "x-acs-version", required = false) @Nullable String version,
      @RequestBody(required = false) byte @Nullable [] body) {
    signature.verify(http, body == null ? new byte[0] : body);
    if (!ACTION.equals(action) || !VERSION.equals(version)) {
      throw CallRefusal.call(
          HttpStatus.NOT_FOUND, "InvalidAction.NotFound", "only SendSms of " + VERSION);
    }
    ReceivedSms received =
        provider.send(
            new SmsProvider.SendAsk(
                parameter(http, "PhoneNumbers"),
                parameter(http, "SignName"),
                parameter(http, "TemplateCode"),
                parameter(http, "TemplateParam"),
                parameter(http, "OutId")));
    Map<String, String> answer = answer("OK", "OK");
    answer.put("BizId", received.bizId());
    return json(HttpStatus.OK, answer);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> refused(CallRefusal refusal) {
    return json(refusal.status(), answer(refusal.code(), refusal.message()));
  }

  private static String parameter(HttpServletRequest http, String name) {
    return Objects.requireNonNullElse(http.getParameter(name), "");
  }

  private static Map<String, String> answer(String code, String message) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("RequestId", UUID.randomUUID().toString());
    answer.put("Code", code);
    answer.put("Message", message);
    return answer;
  }

  private static ResponseEntity<Map<String, String>> json(
      HttpStatus status, Map<String, String> answer) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(answer);
  }
}
