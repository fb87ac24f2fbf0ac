package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.HallTexts;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.policy.PolicyHistory.Version;
import io.certhall.processes.policy.PublishedPolicies;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who published what, when and why; what differs between two versions; bringing one back. */
final class HistoryPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final transient HallTexts texts;
  private final transient PublishedPolicies policies;
  private final transient List<Version> versions;
  private final Select<Version> from = new Select<>();
  private final Select<Version> to = new Select<>();
  private final Div difference = new Div();

  /**
   * @param restore null for who may only read
   */
  HistoryPanel(
      HallTexts texts,
      PublishedPolicies policies,
      List<Version> versions,
      @Nullable Consumer<Version> restore) {
    this.texts = texts;
    this.policies = policies;
    this.versions = versions;
    addClassName("stack");
    add(table(restore));
    if (versions.size() > 1) {
      add(comparison(), difference);
    }
  }

  private Div table(@Nullable Consumer<Version> restore) {
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
    names.add(new NativeTableHeaderCell(""));
    NativeTableHeader head = new NativeTableHeader();
    head.add(names);
    NativeTableBody rows = new NativeTableBody();
    versions.forEach(version -> rows.add(row(version, restore)));
    NativeTable table = new NativeTable();
    table.addClassName("table");
    table.add(head, rows);
    Div holder = new Div(table);
    holder.addClassName("table-holder");
    return holder;
  }

  private NativeTableRow row(Version version, @Nullable Consumer<Version> restore) {
    NativeTableCell number = new NativeTableCell(new Span(version.versionNo() + " "));
    if (version.active()) {
      number.add(new StatusBadge(Texts.of("staff.policy.active"), Tone.DONE));
    }
    NativeTableCell hash = new NativeTableCell(version.contentHash().substring(0, 12));
    hash.addClassName("mono");
    hash.getElement().setAttribute("title", version.contentHash());
    Div actions = new Div();
    actions.addClassName("work-actions");
    int index = versions.indexOf(version);
    if (index + 1 < versions.size()) {
      actions.add(
          small(
              Texts.of("policy.history.compare"), () -> compare(versions.get(index + 1), version)));
    }
    if (restore != null && !version.active()) {
      actions.add(small(Texts.of("policy.history.restore"), () -> restore.accept(version)));
    }
    NativeTableRow row = new NativeTableRow();
    row.add(
        number,
        new NativeTableCell(Times.minute(version.publishedAt())),
        new NativeTableCell(who(version)),
        new NativeTableCell(why(version)),
        hash,
        new NativeTableCell(actions));
    return row;
  }

  private static ActionButton small(String text, Runnable action) {
    ActionButton button = ActionButton.tertiary(text, action);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private static String who(Version version) {
    String publisher =
        version.publishedBy().equals("system")
            ? Texts.of("staff.timeline.system")
            : version.publishedBy();
    String author = version.preparedBy();
    return author == null || author.equals(version.publishedBy())
        ? publisher
        : Texts.of("policy.history.twoPeople", author, publisher);
  }

  private static String why(Version version) {
    if (version.note().equals("seed")) {
      return Texts.of("staff.policy.seed");
    }
    return version.restoredVersionNo() == null
        ? version.note()
        : Texts.of("policy.history.restored", version.restoredVersionNo(), version.note());
  }

  private Div comparison() {
    for (Select<Version> select : List.of(from, to)) {
      select.setItems(versions);
      select.setItemLabelGenerator(PoliciesView::label);
      select.addClassName("wide");
      select.addValueChangeListener(
          change -> {
            if (change.isFromClient()) {
              showDifference();
            }
          });
    }
    from.setLabel(Texts.of("policy.history.from"));
    to.setLabel(Texts.of("policy.history.to"));
    Div line = new Div(from, to);
    line.addClassName("work-filter");
    return line;
  }

  private void compare(Version before, Version after) {
    from.setValue(before);
    to.setValue(after);
    showDifference();
    ErrorSummary.bringIntoView(difference);
  }

  private void showDifference() {
    difference.removeAll();
    if (from.getValue() != null && to.getValue() != null) {
      difference.add(
          new DifferencePanel(
              texts,
              policies.version(from.getValue().id()).pack().files(),
              policies.version(to.getValue().id()).pack().files()));
    }
  }
}
