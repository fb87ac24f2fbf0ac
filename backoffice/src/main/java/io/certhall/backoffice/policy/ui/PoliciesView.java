package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.diagram.ProcessDiagram;
import io.certhall.backoffice.policy.DecisionSheet;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.HallTexts;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.policy.PolicyDraftPublication;
import io.certhall.processes.policy.PolicyDrafts;
import io.certhall.processes.policy.PolicyHistory;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs in a hall: diagram, tables, texts and settings of any published version, history. */
@Route(value = "admin/policies", layout = MainLayout.class)
@RolesAllowed({"MANAGER", "AUDITOR", "ADMIN"})
@StyleSheet("staff.css")
@StyleSheet("policy.css")
public class PoliciesView extends Page implements HasUrlParameter<String> {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient PublishedPolicies policies;
  private final transient PolicyHistory history;
  private final transient CurrentHall current;
  private final transient PolicyDrafts drafts;
  private final transient PolicyDraftPublication publication;
  private final transient HallTexts texts;
  private final Div draft = new Div();
  private final Select<PublishedPolicy> hall = new Select<>();
  private final Select<PolicyHistory.Version> version = new Select<>();
  private final Div body = new Div();

  PoliciesView(
      CurrentActor actor,
      CurrentHall current,
      PublishedPolicies policies,
      PolicyHistory history,
      PolicyDrafts drafts,
      PolicyDraftPublication publication,
      HallTexts texts) {
    super(Texts.of("staff.policy.title"));
    this.current = current;
    this.drafts = drafts;
    this.publication = publication;
    this.texts = texts;
    this.actor = actor.get();
    this.policies = policies;
    this.history = history;
    setLead(Texts.of("staff.policy.lead"));
    hall.setAriaLabel(Texts.of("staff.policy.hall"));
    hall.setItemLabelGenerator(policy -> Texts.of(policy.settings().shortName()));
    hall.setItems(policies.active());
    hall.addValueChangeListener(
        change -> {
          if (change.getValue() != null) {
            chooseHall(change.getValue());
          }
        });
    version.addClassName("wide");
    version.setAriaLabel(Texts.of("staff.policy.version"));
    version.setItemLabelGenerator(PoliciesView::label);
    version.addValueChangeListener(
        change -> {
          if (change.getValue() != null) {
            show(policies.version(change.getValue().id()));
          }
        });
    Div filter = new Div(hall, version);
    filter.addClassName("work-filter");
    body.addClassName("stack");
    add(draft, filter, body);
    if (this.actor.has(Role.MANAGER)) {
      addAction(ActionButton.primary(Texts.of("policy.edit"), this::edit));
    }
  }

  /** The hall of the address; the session's own when there is none. */
  @Override
  public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String code) {
    if (code == null) {
      current.find().ifPresent(hall::setValue);
    } else {
      hall.setValue(policies.active(code));
    }
  }

  private void edit() {
    getUI().ifPresent(ui -> ui.navigate(PolicyDraftView.class, hall.getValue().hall()));
  }

  private void tellDraft(String hallCode) {
    draft.removeAll();
    drafts
        .find(actor, hallCode)
        .ifPresent(
            existing ->
                draft.add(
                    new Notice(
                        Tone.YOURS,
                        Texts.of(
                            existing.isSubmitted() ? "policy.draft.waits" : "policy.draft.exists"),
                        Texts.of(
                            "policy.saved",
                            existing.editedBy(),
                            Times.minute(existing.editedAt())))));
  }

  private void chooseHall(PublishedPolicy policy) {
    tellDraft(policy.hall());
    List<PolicyHistory.Version> versions = history.of(actor, policy.hall());
    version.setItems(versions);
    versions.stream()
        .filter(PolicyHistory.Version::active)
        .findFirst()
        .ifPresent(version::setValue);
  }

  private void show(PublishedPolicy policy) {
    body.removeAll();
    TabSheet tabs = new TabSheet();
    tabs.setWidthFull();
    tabs.addClassName("policy-tabs");
    tabs.add(Texts.of("staff.policy.process"), ProcessDiagram.of(policy));
    for (Map.Entry<String, String> file : policy.pack().files().entrySet()) {
      if (file.getKey().endsWith(".dmn")) {
        Div sheets = new Div();
        sheets.addClassName("stack");
        for (DecisionSheet sheet : DecisionSheet.of(file.getValue())) {
          sheets.add(
              new H3(sheet.name() + " · " + Texts.of("staff.policy.hit." + sheet.hitPolicy())),
              new SheetTable(sheet));
        }
        tabs.add(Texts.of("staff.policy.file." + file.getKey()), sheets);
      }
    }
    tabs.add(Texts.of("staff.policy.settings"), source(policy.pack().file("hall.yaml")));
    tabs.add(
        Texts.of("staff.policy.messages"),
        new Div(
            source(policy.pack().file("messages.yaml")),
            source(policy.pack().file("shared/messages.yaml"))));
    tabs.add(Texts.of("staff.policy.history"), historyOf(policy));
    body.add(tabs);
  }

  private HistoryPanel historyOf(PublishedPolicy policy) {
    return new HistoryPanel(
        texts,
        policies,
        history.of(actor, policy.hall()),
        actor.has(Role.MANAGER) ? version -> askRestore(policy, version) : null);
  }

  private static Pre source(String text) {
    Pre source = new Pre(text);
    source.addClassName("policy-source");
    return source;
  }

  private void askRestore(PublishedPolicy policy, PolicyHistory.Version version) {
    new NoteDialog(
            Texts.of("policy.history.restoreTitle", version.versionNo()),
            Texts.of("policy.history.restore"),
            "",
            new DifferencePanel(
                texts,
                policies.active(policy.hall()).pack().files(),
                policies.version(version.id()).pack().files()),
            note -> restore(policy, version, note))
        .open();
  }

  private void restore(PublishedPolicy policy, PolicyHistory.Version version, String note) {
    publication.restore(actor, policy.hall(), version.id(), note);
    Refusals.showSuccess(
        Texts.of(
            publication.needsTwo() ? "policy.submitted.done" : "policy.published",
            policies.active(policy.hall()).versionNo()));
    hall.setItems(policies.active());
    hall.setValue(policies.active(policy.hall()));
  }

  static String label(PolicyHistory.Version version) {
    return Texts.of(
        version.active() ? "staff.policy.activeVersion" : "staff.policy.oldVersion",
        version.versionNo(),
        Times.minute(version.publishedAt()));
  }
}
