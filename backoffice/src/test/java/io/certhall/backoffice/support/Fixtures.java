package io.certhall.backoffice.support;

import io.certhall.processes.account.AccountView;
import io.certhall.processes.account.Accounts;
import io.certhall.processes.account.StaffAccountForm;
import io.certhall.processes.account.StaffAccounts;
import io.certhall.processes.organisation.OrganisationForm;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.organisation.People;
import io.certhall.processes.organisation.PersonForm;
import io.certhall.processes.organisation.ProfileReview;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Set;

/** Makes accounts (password {@link #PASSWORD}), organisations and people. */
public class Fixtures {

  public static final String PASSWORD = "Hall-Gate-2026";

  private final StaffAccounts staffAccounts;
  private final Accounts accounts;
  private final OrganisationProfiles profiles;
  private final ProfileReview review;
  private final People people;

  Fixtures(
      StaffAccounts staffAccounts,
      Accounts accounts,
      OrganisationProfiles profiles,
      ProfileReview review,
      People people) {
    this.staffAccounts = staffAccounts;
    this.accounts = accounts;
    this.profiles = profiles;
    this.review = review;
    this.people = people;
  }

  public Actor account(String username, Role... roles) {
    long id =
        staffAccounts.create(
            Actor.SYSTEM,
            new StaffAccountForm(
                username, "用户" + username, PASSWORD, FreshNumbers.phone(), Set.of(roles)));
    return accounts.actor(id);
  }

  public Actor applicant() {
    return account(FreshNumbers.username(), Role.APPLICANT);
  }

  public Actor staff(Role... roles) {
    return account(FreshNumbers.username(), roles);
  }

  /** The same person, with these rights from now on. */
  public Actor promoted(Actor person, Role... roles) {
    AccountView account = accounts.of(person, person.accountId());
    staffAccounts.change(
        Actor.SYSTEM,
        account.accountId(),
        account.version(),
        account.displayName(),
        Set.of(roles),
        account.status());
    return accounts.actor(person.accountId());
  }

  /** A profile without defects. */
  public static OrganisationForm profile() {
    return new OrganisationForm(
        "甘肃测试建设有限公司" + FreshNumbers.username(),
        "CREDIT_CODE",
        FreshNumbers.creditCode(),
        "张三",
        FreshNumbers.idNo(),
        FreshNumbers.phone(),
        "甘肃省兰州市城关区东岗西路1号",
        "李四",
        FreshNumbers.phone(),
        "甘肃省",
        "兰州市",
        null);
  }

  /** An applicant whose organisation the hall has approved. */
  public Actor approvedApplicant(String hall) {
    Actor owner = applicant();
    approve(owner, hall);
    return owner;
  }

  public OrganisationView approve(Actor owner, String hall) {
    OrganisationView organisation = profiles.save(owner, profile()).organisation();
    profiles.submit(owner, hall);
    review.approve(staff(Role.REVIEWER), organisation.id(), hall);
    return organisation;
  }

  public long person(Actor owner, String name) {
    return people.add(owner, new PersonForm(name, FreshNumbers.idNo(), "项目经理", null));
  }
}
