package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Confirm;
import io.certhall.backoffice.shell.HallTexts;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.shell.Unsaved;
import io.certhall.processes.policy.PolicyDraft;
import io.certhall.processes.policy.PolicyDraftPublication;
import io.certhall.processes.policy.PolicyDrafts;
import io.certhall.processes.policy.PriceListStatus;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** A hall's draft: its files, an editor for the open one, what the checks say, publishing. */
@Route(value = "admin/policy-draft", layout = MainLayout.class)
@RolesAllowed("MANAGER")
@StyleSheet("staff.css")
@StyleSheet("policy.css")
public class PolicyDraftView extends Page
    implements HasUrlParameter<String>, BeforeLeaveObserver, Unsaved {

  private static final long serialVersionUID = 1L;
  private static final String FIRST = "order.bpmn";
  private static final String SETTINGS = "hall.yaml";

  private final transient Actor actor;
  private final transient PolicyDrafts drafts;
  private final transient PolicyDraftPublication publication;
  private final transient PublishedPolicies policies;
  private final transient HallTexts texts;
  private final DraftNotices notices = new DraftNotices();
  private final DraftFiles files = new DraftFiles(file -> choose(file, ""));
  private final EditorHolder editors = new EditorHolder(this::changed);
  private final Span saved = new Span();
  private final FindingList findingList;
  private final ActionButton publish;
  private transient DraftDesk desk;

  PolicyDraftView(
      CurrentActor actor,
      PolicyDrafts drafts,
      PolicyDraftPublication publication,
      PublishedPolicies policies,
      HallTexts texts) {
    super(Texts.of("policy.draft.title", ""));
    this.actor = actor.get();
    this.drafts = drafts;
    this.publication = publication;
    this.policies = policies;
    this.texts = texts;
    this.findingList = new FindingList(texts, found -> choose(found.file(), found.element()));
    this.publish = ActionButton.primary(Texts.of("policy.publish"), this::askPublication);
    addClassName("page-wide");
    ActionButton save = new ActionButton(Texts.of("policy.save"), () -> saveThen(() -> {}));
    ActionButton compare = ActionButton.tertiary(Texts.of("policy.compare"), this::compare);
    ActionButton discard = ActionButton.tertiary(Texts.of("policy.discard"), this::askDiscard);
    discard.addThemeVariants(ButtonVariant.LUMO_ERROR);
    saved.addClassNames("muted", "small", "policy-saved");
    saved.getElement().setAttribute("role", "status");
    addAction(saved, save, compare, discard, publish);
    Div columns = new Div(files, editors);
    columns.addClassName("policy-desk");
    add(notices, columns, findingList);
  }

  /** Begins the hall's draft when there is none. */
  @Override
  public void setParameter(BeforeEvent event, String hall) {
    desk = new DraftDesk(actor, drafts, hall, FIRST);
    setHeading(
        Texts.of("policy.draft.title", Texts.of(policies.active(hall).settings().shortName())));
    tell();
    show(FIRST);
  }

  /** Opens a file, after what is typed in the open one was saved. */
  void choose(String file, String element) {
    if (!desk.draft().files().containsKey(file)) {
      return;
    }
    if (file.equals(desk.file())) {
      editors.editor().select(element);
      return;
    }
    Runnable then =
        () -> {
          show(file);
          if (!element.isEmpty()) {
            editors.editor().select(element);
          }
        };
    if (desk.isUnsaved()) {
      saveThen(then);
    } else {
      then.run();
    }
  }

  private void show(String file) {
    desk.open(file);
    editors.show(desk);
    tellSaved();
    showFiles();
  }

  private void changed(String text) {
    desk.type(text);
    tellSaved();
    check();
  }

  private void check() {
    findingList.show(desk.findings(), desk.draft().files());
    publish.keepDisabled(desk.isBlocked());
    publish.setTooltipText(desk.isBlocked() ? Texts.of("policy.publish.blocked") : "");
    showFiles();
    editors.editor().show(desk.findingsHere());
  }

  private void showFiles() {
    files.show(desk.files(), active(), desk.file(), desk.findings());
  }

  private Map<String, String> active() {
    return policies.active(desk.hall()).pack().files();
  }

  private void tellSaved() {
    saved.setText(
        desk.isUnsaved()
            ? Texts.of("policy.unsaved")
            : Texts.of(
                "policy.saved", desk.draft().editedBy(), Times.minute(desk.draft().editedAt())));
    saved.setClassName("policy-unsaved", desk.isUnsaved());
  }

  private void saveThen(Runnable then) {
    editors
        .editor()
        .content(
            text -> {
              try {
                keep(text);
                then.run();
              } catch (Refusal refused) {
                refuse(refused);
              }
            });
  }

  private void keep(String text) {
    if (desk.keep(text)) {
      tell();
    }
    tellSaved();
  }

  private void replace(PolicyDraft now) {
    desk.replace(now);
    tell();
    tellSaved();
  }

  /** What is to be known about the draft as it is saved. */
  private void tell() {
    PolicyDraft draft = desk.draft();
    setLead(Texts.of("policy.draft.lead", draft.baseVersionNo(), draft.startedBy()));
    notices.clear();
    if (!desk.isCurrent()) {
      notices.outdated(draft, () -> saveThen(this::askRebase));
    }
    PolicyDraft.Submission submission = draft.submission();
    if (submission != null) {
      notices.submitted(
          submission,
          () -> act(() -> replace(publication.withdraw(actor, draft.hall(), draft.version()))));
    }
    if (PriceListStatus.isExample(draft.files())) {
      notices.examplePrices(() -> saveThen(this::confirmPrices));
    }
    publish.setText(
        Texts.of(
            publication.needsTwo() && submission == null ? "policy.submit" : "policy.publish"));
    check();
  }

  private void confirmPrices() {
    PolicyDraft draft = desk.draft();
    replace(
        drafts.save(
            actor,
            draft.hall(),
            draft.version(),
            SETTINGS,
            PriceListStatus.confirmed(draft.files())));
    show(desk.file());
    Refusals.showSuccess(Texts.of("policy.prices.confirmed"));
  }

  private void compare() {
    saveThen(() -> new DifferenceDialog(Texts.of("policy.compare"), difference()).open());
  }

  private DifferencePanel difference() {
    return new DifferencePanel(texts, active(), desk.draft().files());
  }

  private void askPublication() {
    saveThen(
        () -> {
          PolicyDraft.Submission submission = desk.draft().submission();
          boolean submits = publication.needsTwo() && submission == null;
          String action = Texts.of(submits ? "policy.submit" : "policy.publish");
          new NoteDialog(
                  action,
                  action,
                  submission == null ? "" : submission.note(),
                  difference(),
                  submits ? this::submit : this::publish)
              .open();
        });
  }

  private void submit(String note) {
    replace(publication.submit(actor, desk.hall(), desk.draft().version(), note));
    Refusals.showSuccess(Texts.of("policy.submitted.done"));
  }

  private void publish(String note) {
    publication.publish(actor, desk.hall(), desk.draft().version(), note);
    Refusals.showSuccess(Texts.of("policy.published", policies.active(desk.hall()).versionNo()));
    leave();
  }

  private void askRebase() {
    new RebaseDialog(
            texts,
            drafts.merge(actor, desk.draft()),
            taken -> {
              replace(drafts.rebase(actor, desk.hall(), desk.draft().version(), taken));
              show(desk.file());
            })
        .open();
  }

  private void askDiscard() {
    Confirm.ask(
        Texts.of("policy.discard"),
        Texts.of("policy.discard.ask"),
        Texts.of("policy.discard"),
        () -> {
          drafts.discard(actor, desk.hall(), desk.draft().version());
          leave();
        });
  }

  private void leave() {
    desk.forgetTyped();
    getUI().ifPresent(ui -> ui.navigate(PoliciesView.class, desk.hall()));
  }

  private void act(Runnable action) {
    try {
      action.run();
    } catch (Refusal refused) {
      refuse(refused);
    }
  }

  private void refuse(Refusal refused) {
    Refusals.show(refused);
    if (refused.kind() == RefusalKind.CONFLICT) {
      notices.overtaken(
          Texts.of(refused),
          () -> {
            desk.reload();
            tell();
            show(desk.file());
          });
    }
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if (desk.isUnsaved()) {
      BeforeLeaveEvent.ContinueNavigationAction go = event.postpone();
      saveThen(go::proceed);
    }
  }

  @Override
  public void store() {
    if (desk.isUnsaved()) {
      act(() -> keep(desk.files().getOrDefault(desk.file(), "")));
    }
  }
}
