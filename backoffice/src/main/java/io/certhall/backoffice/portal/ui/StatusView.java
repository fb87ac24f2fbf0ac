package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.account.ui.CaptchaField;
import io.certhall.backoffice.security.SignIn.SolvedCaptcha;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.account.CaptchaService;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.portal.OrderStatus;
import io.certhall.processes.portal.OrderStatusQuery;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import java.util.List;

/** How far an application is, without login: nothing personal is shown (SZ, ZR). */
@Route(value = "status", layout = MainLayout.class)
@AnonymousAllowed
public class StatusView extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;
  private static final int PHONE_END = 4;

  private final transient OrderStatusQuery query;
  private final transient CaptchaService captchas;
  private final transient PublishedPolicies policies;
  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);
  private final TextField number = new TextField(Texts.of("orders.number"));
  private final TextField phone = new TextField(Texts.of("status.phone"));
  private final CaptchaField captcha;
  private final Div answer = new Div();

  StatusView(OrderStatusQuery query, CaptchaService captchas, PublishedPolicies policies) {
    super(Texts.of("status.title"));
    this.query = query;
    this.captchas = captchas;
    this.policies = policies;
    this.captcha = new CaptchaField(captchas);
    setLead(Texts.of("status.lead"));
    errors.bind("orderNo", number).setAutocomplete(Autocomplete.OFF);
    errors.bind("phone", phone).setAutocomplete(Autocomplete.OFF);
    errors.bind("captcha", captcha.field());
    number.setPlaceholder("20260101093000123");
    number.getElement().setAttribute("inputmode", "numeric");
    phone.setMaxLength(PHONE_END);
    phone.getElement().setAttribute("inputmode", "numeric");
    captcha.setVisible(false);
    ActionButton ask = ActionButton.primary(Texts.of("status.ask"), this::ask);
    ask.addClickShortcut(Key.ENTER);
    Div fields = new Div(number, phone);
    fields.addClassName("fields");
    Card card = new Card(Texts.of("status.form"), summary, fields, captcha, ask);
    card.addClassName("status-form");
    answer.addClassName("stack");
    answer.getElement().setAttribute("aria-live", "polite");
    add(card, answer);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    event
        .getLocation()
        .getQueryParameters()
        .getSingleParameter("order")
        .ifPresent(number::setValue);
    offerCaptcha();
  }

  private void ask() {
    answer.removeAll();
    errors.clear();
    if (number.isEmpty() || phone.getValue().strip().length() != PHONE_END) {
      errors.mark("orderNo", number.isEmpty() ? Texts.of("status.numberMissing") : null);
      errors.mark(
          "phone",
          phone.getValue().strip().length() == PHONE_END ? null : Texts.of("status.phoneMissing"));
      return;
    }
    try {
      answer.add(card(query.ask(number.getValue(), phone.getValue(), address(), passed())));
    } catch (Refusal refused) {
      errors.show(refused);
    }
    offerCaptcha();
  }

  /** A captcha that was asked for is checked first. */
  private boolean passed() {
    if (!captcha.isVisible()) {
      return false;
    }
    SolvedCaptcha solved = captcha.solved();
    if (!captchas.check(solved.token(), solved.answer())) {
      throw new Refusal(
          io.certhall.processes.refusal.RefusalKind.RULE,
          List.of(Problem.of("captcha", "CAPTCHA_WRONG")));
    }
    return true;
  }

  private void offerCaptcha() {
    boolean needed = query.captchaRequired(address());
    captcha.setVisible(needed);
    if (needed) {
      captcha.renew();
    }
  }

  private Card card(OrderStatus status) {
    FactList facts =
        new FactList()
            .fact(
                Texts.of("status.hall"),
                Texts.of(policies.active(status.hall()).settings().shortName()))
            .fact(Texts.of("orders.service"), Texts.of(status.service()))
            .fact(Texts.of("orders.state"), new StatusBadge(status.state()))
            .fact(Texts.of("status.since"), Times.minute(status.since()))
            .fact(Texts.of("orders.mover"), StatusBadge.mover(status.state(), true));
    return new Card(Texts.of("status.answer", status.orderNo()), facts);
  }

  private static String address() {
    VaadinServletRequest request = VaadinServletRequest.getCurrent();
    return request == null ? "" : String.valueOf(request.getRemoteAddr());
  }
}
