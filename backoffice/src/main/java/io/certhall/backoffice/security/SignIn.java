package io.certhall.backoffice.security;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import io.certhall.backoffice.key.PageOrigin;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.account.CaptchaService;
import io.certhall.processes.account.KeyLogin;
import io.certhall.processes.account.Login;
import io.certhall.processes.account.PhoneLogin;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Service;

/** Signs a person in from a view, inside a request of the browser. */
@Service
public class SignIn {

  private final Login login;
  private final KeyLogin keyLogin;
  private final PhoneLogin phoneLogin;
  private final SecureRandom random = new SecureRandom();
  private final CaptchaService captchas;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  SignIn(Login login, KeyLogin keyLogin, PhoneLogin phoneLogin, CaptchaService captchas) {
    this.login = login;
    this.keyLogin = keyLogin;
    this.phoneLogin = phoneLogin;
    this.captchas = captchas;
  }

  /** A captcha and what was read on it. */
  public record SolvedCaptcha(String token, String answer) {}

  /**
   * Gives the session, under a new id, to the account.
   *
   * @return where the person wanted to go, or the home page
   * @throws Refusal as {@link Login#authenticate}; RULE CAPTCHA_WRONG
   */
  public String signIn(String username, String password, @Nullable SolvedCaptcha captcha) {
    VaadinServletRequest request = VaadinServletRequest.getCurrent();
    boolean passed = passed(captcha);
    Actor actor = login.authenticate(username, password, request.getRemoteAddr(), passed);
    return begin(request, username, actor);
  }

  /**
   * As {@link #signIn}, by an organisation's name or credit code.
   *
   * @throws Refusal as {@link Login#authenticateCompany}; RULE CAPTCHA_WRONG
   */
  public String signInCompany(
      HallSettings hall, String company, String password, @Nullable SolvedCaptcha captcha) {
    VaadinServletRequest request = VaadinServletRequest.getCurrent();
    boolean passed = passed(captcha);
    Actor actor =
        login.authenticateCompany(hall, company, password, request.getRemoteAddr(), passed);
    return begin(request, actor.name(), actor);
  }

  /** Sends a code for {@link #signInWithPhone}. */
  public void sendCode(HallSettings hall, String phone) {
    phoneLogin.request(hall, phone, VaadinServletRequest.getCurrent().getRemoteAddr());
  }

  /**
   * As {@link #signIn}, with a code by text message.
   *
   * @throws Refusal as {@link PhoneLogin#authenticate}
   */
  public String signInWithPhone(HallSettings hall, String phone, String smsCode) {
    VaadinServletRequest request = VaadinServletRequest.getCurrent();
    Actor actor = phoneLogin.authenticate(hall, phone, smsCode, request.getRemoteAddr());
    return begin(request, actor.name(), actor);
  }

  private boolean passed(@Nullable SolvedCaptcha captcha) {
    boolean passed = captcha != null && captchas.check(captcha.token(), captcha.answer());
    if (captcha != null && !passed) {
      throw new Refusal(RefusalKind.RULE, List.of(Problem.of("captcha", "CAPTCHA_WRONG")));
    }
    return passed;
  }

  /**
   * As {@link #signIn}, with what a certificate's key signed.
   *
   * @param challenge drawn for this attempt by {@link #challenge}, used once
   * @param hall whose partners' keys are accepted too, or null
   * @throws Refusal as {@link KeyLogin#authenticate}
   */
  public String signInWithKey(
      String challenge, KeyLogin.Answer answer, @Nullable HallSettings hall) {
    VaadinServletRequest request = VaadinServletRequest.getCurrent();
    Actor actor =
        keyLogin.authenticate(
            PageOrigin.of(request), challenge, answer, request.getRemoteAddr(), hall);
    return begin(request, actor.name(), actor);
  }

  /** Random, for one attempt. */
  public String challenge() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String begin(VaadinServletRequest request, String username, Actor actor) {
    String target = target(request);
    VaadinService.reinitializeSession(request);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(PasswordAuthentication.of(username, actor));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, VaadinServletResponse.getCurrent());
    return target;
  }

  public boolean captchaRequired(String username) {
    return login.captchaRequired(username, VaadinServletRequest.getCurrent().getRemoteAddr());
  }

  public boolean captchaRequiredOfCompany(String company) {
    return login.captchaRequiredOfCompany(
        company, VaadinServletRequest.getCurrent().getRemoteAddr());
  }

  private static String target(VaadinServletRequest request) {
    SavedRequest saved =
        new HttpSessionRequestCache().getRequest(request, VaadinServletResponse.getCurrent());
    return saved == null ? request.getContextPath() + "/" : saved.getRedirectUrl();
  }
}
