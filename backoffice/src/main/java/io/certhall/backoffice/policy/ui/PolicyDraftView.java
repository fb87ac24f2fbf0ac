package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.policy.PolicyFileNames;
import io.certhall.backoffice.policy.PolicyWords;
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
import io.certhall.bpmn.PolicyFinding;
import io.certhall.processes.policy.PolicyDraft;
import io.certhall.processes.policy.PolicyDraftChecks;
import io.certhall.processes.policy.PolicyDraftPublication;
import io.certhall.processes.policy.PolicyDrafts;
import io.certhall.processes.policy.PriceListStatus;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
  private final Div holder = new Div();
  private final Span saved = new Span();
  private final FindingList findingList;
  private final ActionButton publish;
  private transient PolicyDraft draft;
  private transient List<PolicyFinding> findings = List.of();
  private transient Map<String, String> checked = Map.of();
  private transient FileEditor editor;
  private String open = FIRST;
  private @Nullable String pending;

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
    holder.addClassName("policy-editor-holder");
    Div desk = new Div(files, holder);
    desk.addClassName("policy-desk");
    add(notices, desk, findingList);
  }

  /** Begins the hall's draft when there is none. */
  @Override
  public void setParameter(BeforeEvent event, String hall) {
    draft = drafts.open(actor, hall);
    setHeading(
        Texts.of("policy.draft.title", Texts.of(policies.active(hall).settings().shortName())));
    shown(draft);
    show(open);
  }

  /** Opens a file, after what is typed in the open one was saved. */
  void choose(String file, String element) {
    if (!draft.files().containsKey(file)) {
      return;
    }
    if (file.equals(open)) {
      editor.select(element);
      return;
    }
    Runnable then =
        () -> {
          show(file);
          if (!element.isEmpty()) {
            editor.select(element);
          }
        };
    if (pending == null) {
      then.run();
    } else {
      saveThen(then);
    }
  }

  private void show(String file) {
    open = file;
    pending = null;
    String text = draft.files().get(file);
    String label = PolicyFileNames.label(file, draft.files());
    List<PolicyFinding> here = of(file);
    holder.removeAll();
    if (file.equals(SETTINGS)) {
      SettingsEditor settings = new SettingsEditor(text, this::changed);
      settings.show(here);
      holder.add(settings);
      editor = settings;
    } else if (file.endsWith(".yaml")) {
      TextEditor plain = new TextEditor(label + " · " + file, text, this::changed);
      plain.show(here);
      holder.add(plain);
      editor = plain;
    } else {
      ModelEditor model =
          new ModelEditor(file, label, text, PolicyWords.of(draft.files()), here, this::changed);
      holder.add(model);
      editor = model;
    }
    tellSaved();
    showFiles();
  }

  private void changed(String text) {
    pending = text;
    tellSaved();
    check();
  }

  private void check() {
    Map<String, String> now = typed();
    if (!now.equals(checked)) {
      findings = PolicyDraftChecks.of(draft.hall(), now);
      checked = now;
    }
    findingList.show(findings, draft.files());
    boolean blocked = findings.stream().anyMatch(PolicyFinding::isError);
    publish.keepDisabled(blocked);
    publish.setTooltipText(blocked ? Texts.of("policy.publish.blocked") : "");
    showFiles();
    if (editor != null) {
      editor.show(of(open));
    }
  }

  private void showFiles() {
    files.show(typed(), policies.active(draft.hall()).pack().files(), open, findings);
  }

  private List<PolicyFinding> of(String file) {
    return findings.stream().filter(finding -> finding.file().equals(file)).toList();
  }

  /** The draft with what is not saved yet. */
  private Map<String, String> typed() {
    Map<String, String> now = new TreeMap<>(draft.files());
    if (pending != null) {
      now.put(open, pending);
    }
    return now;
  }

  private void tellSaved() {
    saved.setText(
        pending == null
            ? Texts.of("policy.saved", draft.editedBy(), Times.minute(draft.editedAt()))
            : Texts.of("policy.unsaved"));
    saved.setClassName("policy-unsaved", pending != null);
  }

  private void saveThen(Runnable then) {
    editor.content(
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
    if (!text.equals(draft.files().get(open))) {
      shown(drafts.save(actor, draft.hall(), draft.version(), open, text));
    }
    pending = null;
    tellSaved();
  }

  /** The draft is as the database has it: tells what is to be known about it. */
  private void shown(PolicyDraft now) {
    draft = now;
    pending = null;
    setLead(Texts.of("policy.draft.lead", draft.baseVersionNo(), draft.startedBy()));
    notices.clear();
    if (!drafts.isCurrent(draft)) {
      notices.outdated(draft, () -> saveThen(this::askRebase));
    }
    PolicyDraft.Submission submission = draft.submission();
    if (submission != null) {
      notices.submitted(
          submission,
          () -> act(() -> shown(publication.withdraw(actor, draft.hall(), draft.version()))));
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
    shown(
        drafts.save(
            actor,
            draft.hall(),
            draft.version(),
            SETTINGS,
            PriceListStatus.confirmed(draft.files())));
    show(open);
    Refusals.showSuccess(Texts.of("policy.prices.confirmed"));
  }

  private void compare() {
    saveThen(
        () -> {
          Dialog dialog = new Dialog(difference());
          dialog.setHeaderTitle(Texts.of("policy.compare"));
          dialog.addClassName("policy-dialog");
          dialog.setWidth("min(70rem, 96vw)");
          dialog.getFooter().add(new ActionButton(Texts.of("policy.close"), dialog::close));
          dialog.open();
        });
  }

  private DifferencePanel difference() {
    return new DifferencePanel(texts, policies.active(draft.hall()).pack().files(), draft.files());
  }

  private void askPublication() {
    saveThen(
        () -> {
          PolicyDraft.Submission submission = draft.submission();
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
    shown(publication.submit(actor, draft.hall(), draft.version(), note));
    Refusals.showSuccess(Texts.of("policy.submitted.done"));
  }

  private void publish(String note) {
    publication.publish(actor, draft.hall(), draft.version(), note);
    Refusals.showSuccess(Texts.of("policy.published", policies.active(draft.hall()).versionNo()));
    leave();
  }

  private void askRebase() {
    new RebaseDialog(
            texts,
            drafts.merge(actor, draft),
            taken -> {
              shown(drafts.rebase(actor, draft.hall(), draft.version(), taken));
              show(open);
            })
        .open();
  }

  private void askDiscard() {
    Confirm.ask(
        Texts.of("policy.discard"),
        Texts.of("policy.discard.ask"),
        Texts.of("policy.discard"),
        () -> {
          drafts.discard(actor, draft.hall(), draft.version());
          leave();
        });
  }

  private void leave() {
    pending = null;
    getUI().ifPresent(ui -> ui.navigate(PoliciesView.class));
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
            shown(drafts.open(actor, draft.hall()));
            show(open);
          });
    }
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if (pending != null) {
      BeforeLeaveEvent.ContinueNavigationAction go = event.postpone();
      saveThen(go::proceed);
    }
  }

  @Override
  public void store() {
    if (pending != null) {
      act(() -> keep(typed().get(open)));
    }
  }
}
