package io.certhall.backoffice.api.account;

import io.certhall.backoffice.api.Language;
import io.certhall.backoffice.api.OnceOnly;
import io.certhall.processes.account.AccountRegistration;
import io.certhall.processes.account.AccountView;
import io.certhall.processes.account.Accounts;
import io.certhall.processes.account.PasswordReset;
import io.certhall.processes.account.RegistrationAgreement;
import io.certhall.processes.account.VerificationCodes;
import io.certhall.processes.account.VerificationPurpose;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "accounts", description = "注册与找回密码 · Registration and forgotten passwords")
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsController {

  private final AccountRegistration registration;
  private final Accounts accounts;
  private final VerificationCodes codes;
  private final PasswordReset reset;
  private final PublishedPolicies policies;
  private final OnceOnly once;

  AccountsController(
      AccountRegistration registration,
      Accounts accounts,
      VerificationCodes codes,
      PasswordReset reset,
      PublishedPolicies policies,
      OnceOnly once) {
    this.registration = registration;
    this.accounts = accounts;
    this.codes = codes;
    this.reset = reset;
    this.policies = policies;
    this.once = once;
  }

  @Operation(
      summary = "获取短信验证码 · Ask for a code by text message",
      description =
          "Purposes: REGISTER, RESET (with `username`; the answer never tells whether the account"
              + " exists), CHANGE_PHONE (logged in). One a minute and ten a day for each phone.")
  @SecurityRequirements
  @PostMapping("/codes")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void code(
      @RequestBody CodeRequest body,
      @AuthenticationPrincipal @Nullable Actor actor,
      HttpServletRequest request) {
    String ip = request.getRemoteAddr();
    switch (body.purpose()) {
      case null -> throw Refusal.malformed("purpose", "FIELD_REQUIRED");
      case REGISTER -> codes.request(VerificationPurpose.REGISTER, body.phone(), ip);
      case RESET -> reset.request(text(body.username()), text(body.phone()), ip);
      case CHANGE_PHONE -> {
        if (actor == null) {
          throw Refusal.forbidden("ROLE_MISSING");
        }
        codes.request(VerificationPurpose.CHANGE_PHONE, body.phone(), ip);
      }
      // Programs sign in with a token; a code signs in on the hall's page.
      case LOGIN -> throw Refusal.rule("purpose", "LOGIN_NOT_OFFERED");
    }
  }

  record Agreement(String version, String title, String text) {}

  @Operation(
      summary = "注册协议 · The registration agreement in force",
      description = "Its `version` goes into the registration as `agreement`.")
  @SecurityRequirements
  @GetMapping("/agreement")
  Agreement agreement(Language language) {
    return new Agreement(
        RegistrationAgreement.VERSION,
        RegistrationAgreement.title(language.locale()),
        RegistrationAgreement.text(language.locale()));
  }

  @Operation(
      summary = "注册账号 · Register",
      description =
          "Needs a code for REGISTER sent to the phone and, in `agreement`, the version of the"
              + " registration agreement that was agreed to. With `hall`, what that hall asks"
              + " besides, see `registration` of the hall. All defects are named at once.")
  @SecurityRequirements
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MeView register(@RequestBody RegistrationRequest body, HttpServletRequest request) {
    long id = Long.parseLong(once.nameOfOutside(0, request, body, () -> Long.toString(open(body))));
    AccountView account = accounts.of(accounts.actor(id), id);
    return MeView.of(account);
  }

  private long open(RegistrationRequest body) {
    return body.hall() == null
        ? registration.register(body.form())
        : registration.register(body.form(), policies.active(body.hall()).settings(), body.more());
  }

  @Operation(
      summary = "凭短信验证码设置新密码 · Set a forgotten password",
      description = "Needs a code for RESET. Ends all tokens of the account.")
  @SecurityRequirements
  @PostMapping("/password-resets")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resetPassword(@RequestBody PasswordResetRequest body) {
    reset.reset(text(body.username()), text(body.phone()), body.smsCode(), body.newPassword());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
