package io.certhall.backoffice.reconciliation.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Confirm;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.task.ui.StaffOrderView;
import io.certhall.processes.issuance.IssuanceState;
import io.certhall.processes.issuance.Reconciliation;
import io.certhall.processes.issuance.UncertainIssue;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Issues in doubt: what the CA has beside what the order has, and the two ways out. */
@Route(value = "admin/reconciliation", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "AUDITOR"})
@StyleSheet("staff.css")
public class ReconciliationView extends Page {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;

  private final transient Actor actor;
  private final transient Reconciliation reconciliation;
  private final Checkbox all = new Checkbox(Texts.of("staff.reconciliation.all"));
  private final Div body = new Div();

  ReconciliationView(CurrentActor actor, Reconciliation reconciliation) {
    super(Texts.of("staff.reconciliation.title"));
    this.actor = actor.get();
    this.reconciliation = reconciliation;
    setLead(Texts.of("staff.reconciliation.lead"));
    addAction(all, ActionButton.tertiary(Texts.of("shell.refresh"), this::refresh));
    all.addValueChangeListener(change -> refresh());
    body.addClassName("stack");
    add(body);
    refresh();
  }

  private void refresh() {
    body.removeAll();
    List<UncertainIssue> issues = reconciliation.list(actor, all.getValue(), MOST);
    if (issues.isEmpty()) {
      body.add(
          new EmptyState(
              VaadinIcon.CHECK_CIRCLE_O,
              Texts.of("staff.reconciliation.none"),
              Texts.of("staff.reconciliation.noneText")));
    }
    issues.forEach(issue -> body.add(card(issue)));
  }

  private Card card(UncertainIssue issue) {
    Card card =
        new Card(Texts.of("staff.reconciliation.issue", issue.applicantName(), issue.itemSeq()));
    card.addClassName("uncertain-issue");
    RouterLink link = new RouterLink(issue.orderNo(), StaffOrderView.class, issue.orderNo());
    link.addClassNames("num", "small");
    card.addToHead(link);
    Span reason = new Span(issue.reason() == null ? "—" : issue.reason());
    reason.addClassNames("incident-cause", "mono");
    card.add(reason, title("staff.reconciliation.ca"), authority(issue));
    card.add(title("staff.reconciliation.order"), order(issue));
    if (issue.state() == IssuanceState.VOID) {
      card.add(
          new StatusBadge(
              Texts.of(
                  "staff.reconciliation.voided",
                  String.valueOf(issue.settledBy()),
                  String.valueOf(issue.voidReason())),
              Tone.DONE));
    } else if (actor.has(Role.ADMIN)) {
      card.add(actions(issue));
    }
    return card;
  }

  private static H3 title(String key) {
    return new H3(Texts.of(key));
  }

  private static FactList authority(UncertainIssue issue) {
    return new FactList()
        .fact(Texts.of("staff.reconciliation.signingSerial"), mono(issue.signingSerial()))
        .fact(Texts.of("staff.reconciliation.encryptionSerial"), mono(issue.encryptionSerial()))
        .fact(Texts.of("staff.reconciliation.reservedAt"), Times.second(issue.reservedAt()))
        .fact(
            Texts.of("staff.reconciliation.signed"),
            issue.signedAt() == null
                ? Texts.of("staff.reconciliation.notSigned")
                : Texts.of(
                    "staff.reconciliation.signedAt",
                    Times.second(issue.signedAt()),
                    issue.attempts()))
        .fact(Texts.of("staff.reconciliation.parkedAt"), Times.second(issue.parkedAt()));
  }

  private static FactList order(UncertainIssue issue) {
    return new FactList()
        .fact(Texts.of("staff.reconciliation.orderState"), Texts.of(issue.orderState()))
        .fact(Texts.of("staff.reconciliation.type"), Texts.of(issue.type()))
        .fact(Texts.of("staff.reconciliation.medium"), issue.mediumSerial())
        .fact(
            Texts.of("staff.reconciliation.stored"),
            issue.storedSerial() == null
                ? new Span(Texts.of("staff.reconciliation.notStored"))
                : mono(issue.storedSerial()));
  }

  private static Span mono(String text) {
    Span span = new Span(text);
    span.addClassName("mono");
    return span;
  }

  private Div actions(UncertainIssue issue) {
    Div actions =
        new Div(
            ActionButton.primary(
                Texts.of("staff.reconciliation.finish"),
                () ->
                    Confirm.ask(
                        Texts.of("staff.reconciliation.finish"),
                        Texts.of("staff.reconciliation.finishText", issue.signingSerial()),
                        Texts.of("staff.reconciliation.finishConfirm"),
                        () -> finish(issue))),
            new ActionButton(
                Texts.of("staff.reconciliation.reissue"),
                () -> new VoidDialog(issue, reason -> reissue(issue, reason)).open()));
    actions.addClassName("buttons");
    return actions;
  }

  private void finish(UncertainIssue issue) {
    reconciliation.finish(actor, issue.orderNo(), issue.itemSeq());
    Refusals.showSuccess(Texts.of("staff.reconciliation.finishDone"));
    refresh();
  }

  private void reissue(UncertainIssue issue, String reason) {
    reconciliation.reissue(actor, issue.orderNo(), issue.itemSeq(), reason);
    Refusals.showSuccess(Texts.of("staff.reconciliation.reissueDone"));
    refresh();
  }
}
