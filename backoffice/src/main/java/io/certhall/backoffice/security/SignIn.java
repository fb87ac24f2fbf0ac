package io.certhall.backoffice.security;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import io.certhall.processes.account.CaptchaService;
import io.certhall.processes.account.Login;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
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
  private final CaptchaService captchas;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  SignIn(Login login, CaptchaService captchas) {
    this.login = login;
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
    boolean passed = captcha != null && captchas.check(captcha.token(), captcha.answer());
    if (captcha != null && !passed) {
      throw new Refusal(RefusalKind.RULE, List.of(Problem.of("captcha", "CAPTCHA_WRONG")));
    }
    Actor actor = login.authenticate(username, password, request.getRemoteAddr(), passed);
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

  private static String target(VaadinServletRequest request) {
    SavedRequest saved =
        new HttpSessionRequestCache().getRequest(request, VaadinServletResponse.getCurrent());
    return saved == null ? request.getContextPath() + "/" : saved.getRedirectUrl();
  }
}
