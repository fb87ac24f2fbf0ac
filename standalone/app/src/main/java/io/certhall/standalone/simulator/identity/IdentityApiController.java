package io.certhall.standalone.simulator.identity;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.aliyun.Acs3Signature;
import io.certhall.standalone.simulator.aliyun.CallRefusal;
import io.certhall.standalone.simulator.identity.PersonRegister.Answer;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The provider's calls of 2019-03-07 that compare two or three elements. */
@Hidden
@RestController
@ConditionalOnSimulators
class IdentityApiController {

  static final String PATH = "/simulators/identity/aliyun";

  private static final String VERSION = "2019-03-07";
  private static final Set<String> ACTIONS = Set.of("Id2MetaVerify", "Mobile3MetaSimpleVerify");
  private static final Pattern ID_NO = Pattern.compile("\\d{17}[\\dX]");
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final Acs3Signature signature;
  private final PersonRegister register;
  private final Clock clock = Clock.systemUTC();

  IdentityApiController(Acs3Signature signature, PersonRegister register) {
    this.signature = signature;
    this.register = register;
  }

  @PostMapping(PATH)
  DeferredResult<ResponseEntity<Map<String, Object>>> verify(
      HttpServletRequest http,
      @RequestHeader(name = "x-acs-action", required = false) @Nullable String action,
      @RequestHeader(name = "x-acs-version", required = false) @Nullable String version,
      @RequestBody(required = false) byte @Nullable [] body) {
    signature.verify(http, body == null ? new byte[0] : body);
    if (action == null || !ACTIONS.contains(action) || !VERSION.equals(version)) {
      throw CallRefusal.call(
          HttpStatus.NOT_FOUND, "InvalidAction.NotFound", "only " + ACTIONS + " of " + VERSION);
    }
    String name = parameter(http, "UserName");
    String idNo = parameter(http, "IdentifyNum");
    if (name.isEmpty() || !ID_NO.matcher(idNo).matches() || !isPhoneFit(http, action)) {
      throw CallRefusal.message("401", "参数非法");
    }
    Answer answer = register.ask(clock.instant(), action, name, idNo);
    if (answer == Answer.FAULT) {
      throw CallRefusal.message("500", "系统错误");
    }
    DeferredResult<ResponseEntity<Map<String, Object>>> later =
        new DeferredResult<>(SILENCE.toMillis());
    if (answer != Answer.TIMEOUT) {
      later.setResult(json(HttpStatus.OK, verdict(answer)));
    }
    return later;
  }

  private static boolean isPhoneFit(HttpServletRequest http, String action) {
    return action.equals("Id2MetaVerify") || MOBILE.matcher(parameter(http, "Mobile")).matches();
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(CallRefusal refusal) {
    return json(refusal.status(), answer(refusal.code(), refusal.message()));
  }

  private static Map<String, Object> verdict(Answer answer) {
    Map<String, Object> verdict = answer("200", "success");
    verdict.put("ResultObject", Map.of("BizCode", answer.bizCode()));
    return verdict;
  }

  private static Map<String, Object> answer(String code, String message) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("RequestId", UUID.randomUUID().toString());
    answer.put("Code", code);
    answer.put("Message", message);
    return answer;
  }

  private static String parameter(HttpServletRequest http, String name) {
    return Objects.requireNonNullElse(http.getParameter(name), "");
  }

  private static ResponseEntity<Map<String, Object>> json(
      HttpStatus status, Map<String, Object> answer) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(answer);
  }
}
