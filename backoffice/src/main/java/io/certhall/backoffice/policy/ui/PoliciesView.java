package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.diagram.ProcessDiagram;
import io.certhall.backoffice.policy.DecisionSheet;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.policy.PolicyHistory;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;

/** What runs in a hall: diagram, tables, texts and settings of any published version. */
@Route(value = "admin/policies", layout = MainLayout.class)
@RolesAllowed({"MANAGER", "AUDITOR", "ADMIN"})
@StyleSheet("staff.css")
public class PoliciesView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient PublishedPolicies policies;
  private final transient PolicyHistory history;
  private final Select<PublishedPolicy> hall = new Select<>();
  private final Select<PolicyHistory.Version> version = new Select<>();
  private final Div body = new Div();

  PoliciesView(CurrentActor actor, PublishedPolicies policies, PolicyHistory history) {
    super(Texts.of("staff.policy.title"));
    this.actor = actor.get();
    this.policies = policies;
    this.history = history;
    setLead(Texts.of("staff.policy.lead"));
    hall.setAriaLabel(Texts.of("staff.policy.hall"));
    hall.setItemLabelGenerator(policy -> Texts.of(policy.settings().shortName()));
    hall.setItems(policies.active());
    hall.addValueChangeListener(change -> chooseHall(change.getValue()));
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
    add(filter, body);
    policies.active().stream().findFirst().ifPresent(hall::setValue);
  }

  private void chooseHall(PublishedPolicy policy) {
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
    tabs.add(Texts.of("staff.policy.history"), versions(history.of(actor, policy.hall())));
    body.add(tabs);
  }

  private static Pre source(String text) {
    Pre source = new Pre(text);
    source.addClassName("policy-source");
    return source;
  }

  private static Div versions(List<PolicyHistory.Version> versions) {
    NativeTable table = new NativeTable();
    table.addClassName("table");
    NativeTableRow names = new NativeTableRow();
    for (String key :
        List.of(
            "staff.policy.version",
            "staff.policy.when",
            "staff.policy.who",
            "staff.policy.why",
            "staff.policy.hash")) {
      names.add(new NativeTableHeaderCell(Texts.of(key)));
    }
    NativeTableHeader head = new NativeTableHeader();
    head.add(names);
    NativeTableBody rows = new NativeTableBody();
    for (PolicyHistory.Version version : versions) {
      NativeTableCell number = new NativeTableCell(new Span(version.versionNo() + " "));
      if (version.active()) {
        number.add(new StatusBadge(Texts.of("staff.policy.active"), Tone.DONE));
      }
      NativeTableCell hash = new NativeTableCell(version.contentHash().substring(0, 12));
      hash.addClassName("mono");
      hash.getElement().setAttribute("title", version.contentHash());
      NativeTableRow row = new NativeTableRow();
      row.add(
          number,
          new NativeTableCell(Times.minute(version.publishedAt())),
          new NativeTableCell(
              version.publishedBy().equals("system")
                  ? Texts.of("staff.timeline.system")
                  : version.publishedBy()),
          new NativeTableCell(
              version.note().equals("seed") ? Texts.of("staff.policy.seed") : version.note()),
          hash);
      rows.add(row);
    }
    table.add(head, rows);
    Div holder = new Div(table);
    holder.addClassName("table-holder");
    return holder;
  }

  private static String label(PolicyHistory.Version version) {
    return Texts.of(
        version.active() ? "staff.policy.activeVersion" : "staff.policy.oldVersion",
        version.versionNo(),
        Times.minute(version.publishedAt()));
  }
}
