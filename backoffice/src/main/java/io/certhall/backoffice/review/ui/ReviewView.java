package io.certhall.backoffice.review.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.diagram.ProcessDiagram;
import io.certhall.backoffice.identity.ui.IdentityPanels;
import io.certhall.backoffice.review.ReviewCase;
import io.certhall.backoffice.review.ReviewCases;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.task.ui.PriceCard;
import io.certhall.backoffice.task.ui.TaskMarks;
import io.certhall.backoffice.task.ui.TimelineCard;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecision.Verdict;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.query.VisitQuery;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One order before its reviewer: data beside documents, a tick where something is wrong. */
@Route(value = "work/review", layout = MainLayout.class)
@RolesAllowed("REVIEWER")
@StyleSheet("staff.css")
public class ReviewView extends Page implements HasUrlParameter<Long> {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient ReviewCases cases;
  private final transient ReviewDecisions decisions;
  private final transient HumanTasks tasks;
  private final transient Attachments attachments;
  private final transient VisitQuery visits;
  private final transient IdentityPanels identity;
  private final transient Clock clock;

  ReviewView(
      CurrentActor actor,
      ReviewCases cases,
      ReviewDecisions decisions,
      HumanTasks tasks,
      Attachments attachments,
      VisitQuery visits,
      IdentityPanels identity,
      Clock clock) {
    super(Texts.of("staff.review.title"));
    this.actor = actor.get();
    this.cases = cases;
    this.decisions = decisions;
    this.tasks = tasks;
    this.attachments = attachments;
    this.visits = visits;
    this.identity = identity;
    this.clock = clock;
    addClassName("page-wide");
  }

  @Override
  public void setParameter(BeforeEvent event, Long taskId) {
    show(cases.open(actor, taskId));
  }

  private void show(ReviewCase order) {
    setHeading(Texts.of("staff.review.heading", order.order().applicantName()));
    setLead(
        Texts.of(
            "staff.review.lead",
            Texts.of(order.order().service()),
            order.order().orderNo(),
            order.task().round(),
            Times.minute(order.order().submittedAt())));
    TaskMarks.due(order.task().dueAt(), clock.instant()).ifPresent(due -> addAction(due));
    addAction(
        ActionButton.tertiary(Texts.of("staff.work.release"), () -> release(order.task().id())));
    ErrorSummary summary = new ErrorSummary();
    DefectSheet defects = new DefectSheet();
    DecisionBar bar =
        new DecisionBar(
            defects,
            summary,
            () -> decide(order, new ReviewDecision(Verdict.APPROVE, List.of(), null)),
            reasons -> decide(order, new ReviewDecision(Verdict.REJECT, reasons, null)));
    add(summary);
    obstacle(order)
        .ifPresent(
            words -> {
              Div notice = new Div(words);
              notice.addClassNames("notice", "notice-wrong");
              notice.getElement().setAttribute("role", "alert");
              add(notice);
              bar.close();
            });
    if (!order.rejections().isEmpty()) {
      add(new RejectionsCard(order.rejections(), order.materials()));
    }
    Div facts =
        new Div(
            new ChecksCard(order.checks()),
            new OrderFacts(
                new OrderFacts.Facts(
                    order.order(),
                    order.items(),
                    order.contact(),
                    order.applicant(),
                    order.people()),
                order.policy().settings(),
                defects),
            new PriceCard(order.order(), order.lines()));
    identity.pictures(actor, order.order()).ifPresent(facts::add);
    facts.addClassName("stack");
    Div documents =
        new Div(
            new DocumentsPane(
                order.materials(),
                code -> attachments.open(actor, order.order().orderNo(), code),
                order.rejectedAt().orElse(null),
                defects));
    documents.addClassName("review-documents");
    Div columns = new Div(facts, documents);
    columns.addClassName("review-columns");
    add(columns, history(order), bar);
  }

  /** Why this reviewer can't decide; empty when he can. */
  private Optional<String> obstacle(ReviewCase order) {
    Long assignee = order.task().assigneeId();
    if (order.order().isOwnedBy(actor.accountId())) {
      return Optional.of(Texts.of("staff.review.own"));
    }
    if (assignee != null && !Objects.equals(assignee, actor.accountId())) {
      return Optional.of(Texts.of("staff.review.claimedByOther"));
    }
    return Optional.empty();
  }

  private Details history(ReviewCase order) {
    Div inside =
        new Div(
            ProcessDiagram.ofOrder(
                order.policy(),
                visits.of(order.order().orderNo()),
                order.order().state().isEnded(),
                clock.instant()),
            new TimelineCard(order.timeline()));
    inside.addClassName("stack");
    Details details = new Details(Texts.of("staff.review.history"), inside);
    details.addClassName("review-history");
    return details;
  }

  private void decide(ReviewCase order, ReviewDecision decision) {
    decisions.decide(actor, order.task().id(), decision);
    boolean approved = decision.decision() == Verdict.APPROVE;
    Refusals.showSuccess(
        Texts.of(
            approved ? "staff.review.approved" : "staff.review.rejected",
            order.order().orderNo(),
            order.order().applicantName()));
    backToList();
  }

  private void release(long taskId) {
    tasks.release(actor, taskId);
    backToList();
  }

  private void backToList() {
    getUI().ifPresent(ui -> ui.navigate(ReviewWorkView.class));
  }
}
