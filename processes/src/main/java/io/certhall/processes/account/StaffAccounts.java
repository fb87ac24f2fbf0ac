package io.certhall.processes.account;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts made by an administrator, or by the hall itself on its first start. */
@Service
public class StaffAccounts {

  private static final int MAX_DISPLAY_NAME = 100;

  private final AccountRepository accounts;
  private final ApiTokens tokens;
  private final Passwords passwords;
  private final AuditLog audit;

  StaffAccounts(AccountRepository accounts, ApiTokens tokens, Passwords passwords, AuditLog audit) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.passwords = passwords;
    this.audit = audit;
  }

  /**
   * @return the new account's id
   * @throws Refusal FORBIDDEN unless an administrator or the hall itself asks, RULE with all
   *     problems at once
   */
  @Transactional
  public long create(Actor actor, StaffAccountForm form) {
    requireAdministrator(actor);
    FormCheck check = new FormCheck();
    Optional<Username> username =
        check.value("username", form.username(), Username::parse, "USERNAME_FORM");
    username
        .filter(accounts::exists)
        .ifPresent(taken -> check.refuse("username", "USERNAME_TAKEN"));
    String displayName = check.text("displayName", form.displayName(), MAX_DISPLAY_NAME);
    PasswordRules.check(
        check, "password", form.password(), form.username() == null ? "" : form.username());
    Optional<MobilePhone> phone =
        form.phone() == null || form.phone().isBlank()
            ? Optional.empty()
            : check.value("phone", form.phone(), MobilePhone::parse, "PHONE_FORM");
    requireRoles(check, form.roles());
    check.refuseUnlessClean();
    try {
      long id =
          accounts.add(
              username.orElseThrow(),
              displayName,
              passwords.hash(String.valueOf(form.password())),
              phone.orElse(null),
              form.roles());
      record(actor, "account.created", id, names(form.roles()));
      return id;
    } catch (DuplicateKeyException e) {
      throw Refusal.rule("username", "USERNAME_TAKEN");
    }
  }

  /** The account of that user name, made when there is none; an existing one stays as it is. */
  @Transactional
  public long ensure(StaffAccountForm form) {
    return Username.parse(String.valueOf(form.username()))
        .flatMap(accounts::credentials)
        .map(AccountRepository.Credentials::accountId)
        .orElseGet(() -> create(Actor.SYSTEM, form));
  }

  /**
   * Changes roles and status. Ends the account's API tokens when it is disabled.
   *
   * @param version the {@link AccountView#version()} that the administrator saw
   * @throws Refusal FORBIDDEN unless an administrator asks, and for one's own account; CONFLICT
   *     when the account was changed meanwhile
   */
  @Transactional
  public void change(
      Actor actor,
      long accountId,
      int version,
      String displayName,
      Set<Role> roles,
      AccountStatus status) {
    requireAdministrator(actor);
    if (actor.accountId() == accountId) {
      throw Refusal.forbidden("OWN_ACCOUNT");
    }
    AccountView before =
        accounts.find(accountId).orElseThrow(() -> Refusal.notFound("ACCOUNT_UNKNOWN"));
    FormCheck check = new FormCheck();
    String name = check.text("displayName", displayName, MAX_DISPLAY_NAME);
    requireRoles(check, roles);
    check.refuseUnlessClean();
    if (!accounts.change(accountId, version, name, status)) {
      throw Refusal.conflict("STALE_VERSION");
    }
    accounts.setRoles(accountId, roles);
    if (status == AccountStatus.DISABLED) {
      tokens.endAll(accountId);
    }
    record(
        actor,
        "account.changed",
        accountId,
        names(before.roles()) + " " + before.status() + " -> " + names(roles) + " " + status);
  }

  private static void requireAdministrator(Actor actor) {
    if (!actor.isSystem()) {
      actor.require(Role.ADMIN);
    }
  }

  private static void requireRoles(FormCheck check, Set<Role> roles) {
    if (roles.isEmpty()) {
      check.refuse("roles", "FIELD_REQUIRED");
    }
  }

  private static String names(Set<Role> roles) {
    return new TreeSet<>(roles).toString();
  }

  private void record(Actor actor, String action, long accountId, String detail) {
    audit.record(actor, action, "account", Long.toString(accountId), null, detail);
  }
}
