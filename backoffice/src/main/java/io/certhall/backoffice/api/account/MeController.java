package io.certhall.backoffice.api.account;

import io.certhall.processes.account.Accounts;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "me", description = "个人中心 · One's own account")
@RestController
@RequestMapping("/api/v1/me")
class MeController {

  private final Accounts accounts;

  MeController(Accounts accounts) {
    this.accounts = accounts;
  }

  @Operation(
      summary = "当前账号 · The caller's account",
      description = "With its roles; the phone is masked.")
  @GetMapping
  MeView me(@AuthenticationPrincipal Actor actor) {
    return MeView.of(accounts.of(actor, actor.accountId()));
  }

  @Operation(
      summary = "修改密码 · Change the password",
      description = "Ends all tokens of the account, this one too.")
  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@AuthenticationPrincipal Actor actor, @RequestBody PasswordChange body) {
    accounts.changePassword(actor, body.currentPassword(), body.newPassword());
  }

  @Operation(
      summary = "更换手机号 · Change the phone",
      description = "Needs a code for CHANGE_PHONE sent to the new phone.")
  @PutMapping("/phone")
  MeView changePhone(@AuthenticationPrincipal Actor actor, @RequestBody PhoneChange body) {
    accounts.changePhone(actor, body.phone(), body.smsCode());
    return me(actor);
  }
}
