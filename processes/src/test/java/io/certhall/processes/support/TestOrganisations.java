package io.certhall.processes.support;

import static io.certhall.db.generated.Tables.ORGANISATION_APPROVAL;

import io.certhall.processes.organisation.ApprovalState;
import io.certhall.processes.organisation.OrganisationForm;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.organisation.People;
import io.certhall.processes.organisation.PersonForm;
import io.certhall.processes.organisation.ProfileReview;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import org.jooq.DSLContext;

/** Makes organisations and people. */
public class TestOrganisations {

  private final OrganisationProfiles profiles;
  private final ProfileReview review;
  private final People people;
  private final TestAccounts accounts;
  private final DSLContext dsl;

  TestOrganisations(
      OrganisationProfiles profiles,
      ProfileReview review,
      People people,
      TestAccounts accounts,
      DSLContext dsl) {
    this.profiles = profiles;
    this.review = review;
    this.people = people;
    this.accounts = accounts;
    this.dsl = dsl;
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

  /** What another hall thinks of the organisation, without asking its reviewers. */
  public void approvalElsewhere(long organisationId, String hall, ApprovalState state) {
    dsl.insertInto(
            ORGANISATION_APPROVAL,
            ORGANISATION_APPROVAL.ORGANISATION_ID,
            ORGANISATION_APPROVAL.HALL,
            ORGANISATION_APPROVAL.STATE)
        .values(organisationId, hall, state.name())
        .execute();
  }

  /** A person of the actor's organisation. */
  public long person(Actor owner, String name) {
    return people.add(owner, new PersonForm(name, Fresh.idNo(), "项目经理", null));
  }
}
