package io.certhall.processes.support;

import io.certhall.processes.organisation.OrganisationForm;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.organisation.People;
import io.certhall.processes.organisation.PersonForm;
import io.certhall.processes.organisation.ProfileReview;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;

/** Makes organisations and people. */
public class TestOrganisations {

  private final OrganisationProfiles profiles;
  private final ProfileReview review;
  private final People people;
  private final TestAccounts accounts;

  TestOrganisations(
      OrganisationProfiles profiles, ProfileReview review, People people, TestAccounts accounts) {
    this.profiles = profiles;
    this.review = review;
    this.people = people;
    this.accounts = accounts;
  }

  /** A form without defects. */
  public static OrganisationForm form() {
    return new OrganisationForm(
        "甘肃测试建设有限公司" + Fresh.username(),
        "CREDIT_CODE",
        Fresh.creditCode(),
        "张三",
        Fresh.idNo(),
        Fresh.phone(),
        "甘肃省兰州市城关区东岗西路1号",
        "李四",
        Fresh.phone(),
        "甘肃",
        "兰州",
        null);
  }

  /** An organisation of the actor that no hall has seen yet. */
  public OrganisationView of(Actor owner) {
    return profiles.save(owner, form()).organisation();
  }

  /** An organisation of the actor that these halls have approved. */
  public OrganisationView approved(Actor owner, String... halls) {
    OrganisationView organisation = of(owner);
    Actor reviewer = accounts.staff(Role.REVIEWER);
    for (String hall : halls) {
      profiles.submit(owner, hall);
      review.approve(reviewer, organisation.id(), hall);
    }
    return organisation;
  }

  /** A person of the actor's organisation. */
  public long person(Actor owner, String name) {
    return people.add(owner, new PersonForm(name, Fresh.idNo(), "项目经理", null));
  }
}
