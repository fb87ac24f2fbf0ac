package io.certhall.backoffice.account.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.account.Accounts;
import io.certhall.processes.account.RegistrationAnswers;
import io.certhall.processes.account.VerificationCodes;
import io.certhall.processes.account.VerificationPurpose;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One's own account (个人中心): facts, phone, password. */
@Route(value = "account", layout = MainLayout.class)
@PermitAll
public class AccountView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient Accounts accounts;
  private final transient VerificationCodes codes;
  private final transient PublishedPolicies policies;
  private final transient Actor actor;
  private final transient Optional<RegistrationAnswers.Given> registered;
  private final String username;
  private final Div facts = new Div();

  AccountView(
      Accounts accounts,
      VerificationCodes codes,
      RegistrationAnswers answers,
      PublishedPolicies policies,
      CurrentActor currentActor) {
    super(Texts.of("shell.myAccount"));
    this.accounts = accounts;
    this.codes = codes;
    this.policies = policies;
    this.actor = currentActor.get();
    this.registered = answers.of(actor);
    this.username = accounts.of(actor, actor.accountId()).username();
    Div columns = new Div(phoneCard(), passwordCard());
    columns.addClassName("columns");
    add(new Card(Texts.of("account.facts"), facts));
    if (actor.has(Role.APPLICANT)) {
      add(new Card(Texts.of("account.places"), places()));
    }
    add(columns);
    showFacts();
  }

  /** What belongs to an applicant's account (ZR-03). */
  private static Nav places() {
    Nav nav = new Nav();
    nav.addClassName("account-places");
    nav.getElement().setAttribute("aria-label", Texts.of("account.places"));
    nav.add(
        new Anchor("organisation", Texts.of("account.place.organisation")),
        new Anchor("orders", Texts.of("account.place.orders")),
        new Anchor("certificates", Texts.of("account.place.certificates")),
        new Anchor("orders?service=REVOKE", Texts.of("account.place.revocations")));
    return nav;
  }

  private void showFacts() {
    var account = accounts.of(actor, actor.accountId());
    facts.removeAll();
    facts.add(
        new FactList()
            .fact(Texts.of("account.username"), account.username())
            .fact(Texts.of("account.displayName"), account.displayName())
            .fact(Texts.of("account.phone"), account.phone())
            .fact(
                Texts.of("account.roles"),
                account.roles().stream().sorted().map(Texts::of).collect(Collectors.joining("、")))
            .fact(Texts.of("account.lastLogin"), Times.minute(account.lastLoginAt())));
    registered.ifPresent(this::showRegistered);
  }

  /** What was said when registering in a hall that asks more than others (SD-04). */
  private void showRegistered(RegistrationAnswers.Given given) {
    FactList said = new FactList();
    policies.active().stream()
        .filter(policy -> policy.hall().equals(given.hall()))
        .flatMap(policy -> policy.settings().registrationFields().stream())
        .forEach(
            field ->
                said.fact(
                    Texts.of(field.label()),
                    field.words(given.answers().getOrDefault(field.code(), List.of())).stream()
                        .map(Texts::of)
                        .collect(Collectors.joining("、"))));
    facts.add(said);
  }

  private Card phoneCard() {
    ErrorSummary summary = new ErrorSummary();
    FieldErrors errors = new FieldErrors(summary);
    TextField phone = errors.bind("phone", new TextField(Texts.of("account.newPhone")));
    phone.setAutocomplete(Autocomplete.TEL);
    SmsCodeField code =
        new SmsCodeField(
            () ->
                codes.request(
                    VerificationPurpose.CHANGE_PHONE,
                    phone.getValue(),
                    VaadinServletRequest.getCurrent().getRemoteAddr()),
            errors::show);
    errors.bind("smsCode", code.field());
    ActionButton save =
        ActionButton.primary(
            Texts.of("account.changePhone"),
            () -> {
              try {
                accounts.changePhone(actor, phone.getValue(), code.field().getValue());
                errors.clear();
                phone.clear();
                code.field().clear();
                showFacts();
                Refusals.showSuccess(Texts.of("account.phoneChanged"));
              } catch (Refusal refused) {
                errors.show(refused);
              }
            });
    Div form = new Div(summary, phone, code, save);
    form.addClassName("form");
    return new Card(Texts.of("account.changePhone"), form);
  }

  private Card passwordCard() {
    ErrorSummary summary = new ErrorSummary();
    FieldErrors errors = new FieldErrors(summary);
    PasswordField current =
        errors.bind("currentPassword", new PasswordField(Texts.of("account.currentPassword")));
    current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    NewPasswordField wanted = new NewPasswordField(Texts.of("account.newPassword"), () -> username);
    errors.bind("newPassword", wanted.field());
    ActionButton save =
        ActionButton.primary(
            Texts.of("account.changePassword"),
            () -> {
              try {
                accounts.changePassword(actor, current.getValue(), wanted.field().getValue());
                errors.clear();
                current.clear();
                wanted.field().clear();
                Refusals.showSuccess(Texts.of("account.passwordChanged"));
              } catch (Refusal refused) {
                errors.show(refused);
              }
            });
    Div form = new Div(summary, current, wanted, save);
    form.addClassName("form");
    return new Card(Texts.of("account.changePassword"), form);
  }
}
