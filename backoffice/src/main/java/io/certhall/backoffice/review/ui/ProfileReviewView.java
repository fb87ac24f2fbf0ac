package io.certhall.backoffice.review.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.organisation.ui.DocumentWords;
import io.certhall.backoffice.review.ReviewCases;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.identifier.ResidentId;
import io.certhall.processes.organisation.Organisation;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.ProfileDefect;
import io.certhall.processes.organisation.ProfileReview;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.review.ReviewCheck;
import io.certhall.processes.review.ReviewDecision.Reason;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One organisation's profile before the hall's reviewer. */
@Route(value = "work/profiles", layout = MainLayout.class)
@RolesAllowed("REVIEWER")
@StyleSheet("staff.css")
public class ProfileReviewView extends Page implements HasUrlParameter<Long> {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient TaskQuery query;
  private final transient HumanTasks tasks;
  private final transient OrganisationProfiles organisations;
  private final transient ProfileReview review;
  private final transient PublishedPolicies policies;

  ProfileReviewView(
      CurrentActor actor,
      TaskQuery query,
      HumanTasks tasks,
      OrganisationProfiles organisations,
      ProfileReview review,
      PublishedPolicies policies) {
    super(Texts.of("staff.profile.title"));
    this.actor = actor.get();
    this.query = query;
    this.tasks = tasks;
    this.organisations = organisations;
    this.review = review;
    this.policies = policies;
  }

  @Override
  public void setParameter(BeforeEvent event, Long taskId) {
    HumanTask task = tasks.workable(actor, taskId);
    Long organisationId = query.organisationOf(taskId).orElse(null);
    if (task.queue() != TaskQueue.PROFILE || organisationId == null) {
      throw Refusal.notFound("TASK_UNKNOWN", taskId);
    }
    show(task, organisations.reveal(actor, organisationId));
  }

  private void show(HumanTask task, Organisation organisation) {
    setHeading(Texts.of("staff.profile.heading", organisation.name()));
    setLead(
        Texts.of(
            "staff.profile.lead",
            Texts.of(policies.active(task.hall()).settings().shortName()),
            Times.minute(task.createdAt()),
            task.round()));
    addAction(ActionButton.tertiary(Texts.of("staff.work.release"), () -> release(task.id())));
    ErrorSummary summary = new ErrorSummary();
    DefectSheet defects = new DefectSheet();
    DecisionBar bar =
        new DecisionBar(
            defects,
            summary,
            () -> {
              review.approve(actor, task.id());
              back("staff.profile.approved", organisation);
            },
            reasons -> {
              review.reject(
                  actor, task.id(), reasons.stream().map(ProfileReviewView::defect).toList());
              back("staff.profile.rejected", organisation);
            });
    add(summary);
    obstacle(task, organisation)
        .ifPresent(
            words -> {
              Div notice = new Div(words);
              notice.addClassNames("notice", "notice-wrong");
              notice.getElement().setAttribute("role", "alert");
              add(notice);
              bar.close();
            });
    FactTable table = new FactTable(defects);
    table.plain(
        Texts.of("staff.organisation.documentType"),
        DocumentWords.of(organisation.documentType(), organisation.documentName()));
    ReviewCases.fields(organisation)
        .forEach(
            (field, value) ->
                table.row(Subject.field(field, "staff.organisation." + field), value));
    table.row(
        Subject.field("province", "staff.organisation.place"),
        organisation.province() + " " + organisation.city());
    add(new ChecksCard(checks(organisation)), new Card(Texts.of("staff.profile.data"), table), bar);
  }

  private static List<ReviewCheck> checks(Organisation organisation) {
    return List.of(
        new ReviewCheck(
            ReviewCheck.Kind.CREDIT_CODE,
            organisation.creditCode().hasRightCheckDigit(),
            List.of(organisation.creditCode().value()),
            null),
        new ReviewCheck(
            ReviewCheck.Kind.PERSON_ID,
            ResidentId.defect(organisation.legalRepId().value()).isEmpty(),
            List.of(organisation.legalRepName()),
            null));
  }

  private Optional<String> obstacle(HumanTask task, Organisation organisation) {
    if (organisation.accountId() == actor.accountId()) {
      return Optional.of(Texts.of("staff.profile.own"));
    }
    if (task.assigneeId() != null && !Objects.equals(task.assigneeId(), actor.accountId())) {
      return Optional.of(Texts.of("staff.review.claimedByOther"));
    }
    return Optional.empty();
  }

  private static ProfileDefect defect(Reason reason) {
    return new ProfileDefect(String.valueOf(reason.field()), reason.code(), reason.text());
  }

  private void release(long taskId) {
    tasks.release(actor, taskId);
    getUI().ifPresent(ui -> ui.navigate(ProfileWorkView.class));
  }

  private void back(String words, Organisation organisation) {
    Refusals.showSuccess(Texts.of(words, organisation.name()));
    getUI().ifPresent(ui -> ui.navigate(ProfileWorkView.class));
  }
}
