package io.certhall.processes.support;

import io.certhall.processes.account.Accounts;
import io.certhall.processes.account.StaffAccountForm;
import io.certhall.processes.account.StaffAccounts;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Set;

/** Makes accounts; each has the password {@link #PASSWORD}. */
public class TestAccounts {

  public static final String PASSWORD = "Hall-Gate-2026";

  private final StaffAccounts staffAccounts;
  private final Accounts accounts;

  TestAccounts(StaffAccounts staffAccounts, Accounts accounts) {
    this.staffAccounts = staffAccounts;
    this.accounts = accounts;
  }

  public Actor applicant() {
    return with(Fresh.username(), Fresh.phone(), Role.APPLICANT);
  }

  public Actor staff(Role... roles) {
    return with(Fresh.username(), Fresh.phone(), roles);
  }

  public Actor with(String username, String phone, Role... roles) {
    long id =
        staffAccounts.create(
            Actor.SYSTEM,
            new StaffAccountForm(username, "用户" + username, PASSWORD, phone, Set.of(roles)));
    return accounts.actor(id);
  }
}
