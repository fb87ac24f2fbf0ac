package io.certhall.backoffice.api.token;

import io.certhall.processes.account.ApiTokens;
import io.certhall.processes.account.Captcha;
import io.certhall.processes.account.CaptchaService;
import io.certhall.processes.account.IssuedToken;
import io.certhall.processes.account.Login;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "tokens", description = "登录 · Login")
@RestController
@RequestMapping("/api/v1")
class TokensController {

  private static final int LONGEST = 1000;

  private final Login login;
  private final ApiTokens tokens;
  private final CaptchaService captchas;

  TokensController(Login login, ApiTokens tokens, CaptchaService captchas) {
    this.login = login;
    this.tokens = tokens;
    this.captchas = captchas;
  }

  @Operation(
      summary = "用用户名和密码换取令牌 · Exchange user name and password for a token",
      description =
          "The token is good for twelve hours and is sent as `Authorization: Bearer`. After three"
              + " failures the answer is CAPTCHA_REQUIRED, after ten LOGIN_LOCKED (429).")
  @SecurityRequirements
  @PostMapping("/tokens")
  TokenView issue(@RequestBody TokenRequest body, HttpServletRequest request) {
    FormCheck check = new FormCheck();
    String username = check.text("username", body.username(), LONGEST);
    String password = body.password() == null ? "" : body.password();
    if (password.isEmpty()) {
      check.refuse("password", "FIELD_REQUIRED");
    }
    Refusal.unlessEmpty(RefusalKind.MALFORMED, check.problems());
    boolean human =
        body.captchaToken() != null && captchas.check(body.captchaToken(), body.captcha());
    Actor actor = login.authenticate(username, password, request.getRemoteAddr(), human);
    IssuedToken issued = tokens.issue(actor);
    return new TokenView(issued.token(), issued.expiresAt());
  }

  @Operation(
      summary = "注销当前令牌 · End the token of this request",
      description = "Afterwards it opens nothing.")
  @DeleteMapping("/tokens")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    tokens.revoke(header.substring(header.indexOf(' ') + 1).strip());
  }

  @Operation(
      summary = "获取图形验证码 · Get a captcha",
      description = "Good for three minutes and one answer; sent with the next login.")
  @SecurityRequirements
  @PostMapping("/captchas")
  CaptchaView captcha() {
    Captcha captcha = captchas.create();
    return new CaptchaView(captcha.token(), captcha.png());
  }
}
