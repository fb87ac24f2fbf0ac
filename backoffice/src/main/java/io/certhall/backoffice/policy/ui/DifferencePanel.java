package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.certhall.backoffice.policy.PolicyFileNames;
import io.certhall.backoffice.shell.HallTexts;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.policy.difference.Change;
import io.certhall.processes.policy.difference.DiagramDifference;
import io.certhall.processes.policy.difference.DiagramDifference.ElementChange;
import io.certhall.processes.policy.difference.DiagramDifference.SettingChange;
import io.certhall.processes.policy.difference.FileDifference;
import io.certhall.processes.policy.difference.TableDifference;
import io.certhall.processes.policy.difference.TextDifference;
import java.util.List;
import java.util.Map;

/** What differs between two versions, file by file. */
final class DifferencePanel extends Div {

  private static final long serialVersionUID = 1L;

  private final transient HallTexts texts;

  DifferencePanel(HallTexts texts, Map<String, String> before, Map<String, String> after) {
    this.texts = texts;
    addClassName("policy-difference");
    List<FileDifference> files = FileDifference.between(before, after);
    if (files.isEmpty()) {
      add(new Paragraph(Texts.of("policy.difference.none")));
    }
    for (FileDifference file : files) {
      Span name = new Span(PolicyFileNames.label(file.file(), after));
      name.addClassName("policy-difference-file");
      Span code = new Span(file.file());
      code.addClassNames("muted", "small", "mono");
      Div head = new Div(name, code, badge(file.change()));
      head.addClassName("policy-difference-head");
      Details details = new Details(head, content(file.content()));
      details.setOpened(true);
      details.setWidthFull();
      add(details);
    }
  }

  private Component content(FileDifference.Content content) {
    return switch (content) {
      case TextDifference text -> lines(text);
      case TableDifference table -> tables(table);
      case DiagramDifference diagram -> elements(diagram);
    };
  }

  private static Component lines(TextDifference text) {
    Div lines = new Div();
    lines.addClassName("policy-lines");
    for (TextDifference.Line line : text.lines()) {
      String sign =
          switch (line.mark()) {
            case ADDED -> "+";
            case REMOVED -> "−";
            case SAME -> " ";
            case LEFT_OUT -> "⋯";
          };
      Span number =
          new Span(
              line.mark() == TextDifference.Mark.LEFT_OUT ? "" : Integer.toString(line.number()));
      Div row = new Div(number, new Span(sign), new Span(line.text()));
      row.addClassName("line-" + line.mark().name().toLowerCase(java.util.Locale.ROOT));
      lines.add(row);
    }
    return lines;
  }

  private static Component tables(TableDifference difference) {
    Div tables = new Div();
    tables.addClassName("stack");
    for (TableDifference.Table table : difference.tables()) {
      if (!table.hitPolicy().isSame()) {
        tables.add(
            new Paragraph(
                Texts.of(
                    "policy.difference.hitPolicy",
                    table.hitPolicy().before(),
                    table.hitPolicy().after())));
      }
      if (!table.rows().isEmpty()) {
        tables.add(new RowDifferences(table));
      }
    }
    if (difference.tables().isEmpty()) {
      tables.add(new Paragraph(Texts.of("policy.difference.layout")));
    }
    return tables;
  }

  private Component elements(DiagramDifference diagram) {
    UnorderedList list = new UnorderedList();
    list.addClassName("policy-elements");
    for (ElementChange element : diagram.elements()) {
      Span name = new Span(element.name().isBlank() ? element.id() : element.name());
      name.addClassName("policy-difference-file");
      Span kind = new Span(kind(element.kind()) + " · " + element.id());
      kind.addClassNames("muted", "small");
      ListItem item = new ListItem(badge(element.change()), name, kind);
      if (element.isOnlyMoved()) {
        item.add(new Span(Texts.of("policy.difference.moved")));
      }
      for (SettingChange setting : element.settings()) {
        item.add(setting(setting));
      }
      list.add(item);
    }
    if (diagram.elements().isEmpty()) {
      return new Paragraph(Texts.of("policy.difference.layout"));
    }
    return list;
  }

  private Div setting(SettingChange change) {
    Span name = new Span(settingName(change.setting()) + Texts.of("policy.difference.colon"));
    Span before = new Span(change.before().isEmpty() ? "–" : change.before());
    before.addClassName("was");
    Span after = new Span(change.after().isEmpty() ? "–" : change.after());
    after.addClassName("is");
    Div line = new Div(name, before, new Span(" → "), after);
    line.addClassName("policy-setting-change");
    return line;
  }

  private String kind(String kind) {
    return word("policy.kind." + kind, kind);
  }

  /** {@code input.paymentTimeout} → 参数 paymentTimeout. */
  private String settingName(String setting) {
    int dot = setting.indexOf('.');
    return dot < 0
        ? word("policy.property." + setting, setting)
        : word("policy.property." + setting.substring(0, dot), setting.substring(0, dot))
            + " "
            + setting.substring(dot + 1);
  }

  private String word(String key, String otherwise) {
    return texts.knows(key) ? Texts.of(key) : otherwise;
  }

  static StatusBadge badge(Change change) {
    return new StatusBadge(
        Texts.of("policy.change." + change),
        switch (change) {
          case ADDED -> Tone.DONE;
          case REMOVED -> Tone.WRONG;
          case CHANGED -> Tone.YOURS;
        });
  }
}
