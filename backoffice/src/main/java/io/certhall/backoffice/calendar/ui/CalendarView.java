package io.certhall.backoffice.calendar.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.calendar.CalendarDay;
import io.certhall.processes.calendar.CalendarDay.DayKind;
import io.certhall.processes.calendar.CalendarYear;
import io.certhall.processes.calendar.WorkingCalendar;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.TextStyle;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A year's holidays and the weekends that make up for them; promises count by these days. */
@Route(value = "calendar", layout = MainLayout.class)
@RolesAllowed("MANAGER")
public class CalendarView extends Page {

  private static final long serialVersionUID = 1L;
  private static final int NOT_THERE_YET = -1;

  private final transient WorkingCalendar calendar;
  private final transient Actor actor;
  private final Div unsure = new Div();
  private final Select<Integer> year = new Select<>();
  private final TextField source = new TextField(Texts.of("calendar.source"));
  private final Checkbox announced = new Checkbox(Texts.of("calendar.announced"));
  private final TextArea lines = new TextArea(Texts.of("calendar.lines"));
  private final Div days = new Div();
  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);
  private transient CalendarYear shown = new CalendarYear(0, false, "", NOT_THERE_YET);

  CalendarView(WorkingCalendar calendar, CurrentActor actor) {
    super(Texts.of("calendar.title"));
    this.calendar = calendar;
    this.actor = actor.get();
    setLead(Texts.of("calendar.lead"));
    year.setLabel(Texts.of("calendar.year"));
    year.setItemLabelGenerator(this::label);
    year.addValueChangeListener(
        change -> {
          if (change.getValue() != null) {
            show(change.getValue());
          }
        });
    errors.bind("source", source);
    errors.bind("text", lines);
    source.setMaxLength(200);
    lines.setHelperText(Texts.of("calendar.linesHelp"));
    lines.setMinRows(12);
    lines.addClassName("mono");
    Div form =
        new Div(
            summary,
            year,
            announced,
            source,
            lines,
            ActionButton.primary(Texts.of("shell.save"), this::save));
    form.addClassName("form");
    days.addClassName("rows");
    Div columns = new Div(new Card(Texts.of("calendar.edit"), form), daysCard());
    columns.addClassName("order-columns");
    add(unsure, columns);
    refresh(calendar.unsure().stream().findFirst().orElseGet(() -> years().getLast()));
  }

  private Card daysCard() {
    return new Card(Texts.of("calendar.days"), days);
  }

  /** The years there are, and the one after the last. */
  private List<Integer> years() {
    TreeSet<Integer> known =
        calendar.years().stream()
            .map(CalendarYear::year)
            .collect(Collectors.toCollection(TreeSet::new));
    known.add(known.last() + 1);
    return List.copyOf(known);
  }

  private String label(int number) {
    return calendar
        .year(number)
        .map(
            known ->
                Texts.of(
                    known.announced() ? "calendar.yearAnnounced" : "calendar.yearExpected",
                    Integer.toString(number)))
        .orElseGet(() -> Texts.of("calendar.yearMissing", Integer.toString(number)));
  }

  private void refresh(int wanted) {
    unsure.removeAll();
    calendar
        .unsure()
        .forEach(
            number ->
                unsure.add(
                    new Notice(
                        Tone.YOURS,
                        Texts.of("calendar.unsure", Integer.toString(number)),
                        Texts.of("calendar.unsureText"))));
    year.setItems(years());
    year.setValue(wanted);
  }

  private void show(int number) {
    errors.clear();
    shown =
        calendar.year(number).orElseGet(() -> new CalendarYear(number, false, "", NOT_THERE_YET));
    source.setValue(shown.source());
    announced.setValue(shown.announced());
    List<CalendarDay> known = calendar.days(number);
    lines.setValue(
        known.stream()
            .map(day -> day.day() + " " + day.kind() + " " + day.name())
            .collect(Collectors.joining("\n")));
    days.removeAll();
    known.forEach(day -> days.add(row(day)));
    if (known.isEmpty()) {
      Span none = new Span(Texts.of("calendar.none"));
      none.addClassName("muted");
      days.add(none);
    }
  }

  private static Div row(CalendarDay day) {
    Span date = new Span(day.day().toString());
    date.addClassName("num");
    Span week =
        new Span(
            day.day().getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, Texts.locale()));
    week.addClassName("muted");
    Div row =
        new Div(
            date,
            week,
            new Span(day.name()),
            new StatusBadge(
                Texts.of("calendar." + day.kind()),
                day.kind() == DayKind.REST ? Tone.DONE : Tone.YOURS));
    row.addClassName("row");
    return row;
  }

  private void save() {
    try {
      calendar.save(
          actor,
          new CalendarYear(
              shown.year(), announced.getValue(), source.getValue().strip(), shown.version()),
          WorkingCalendar.parse(lines.getValue()));
    } catch (Refusal refused) {
      errors.show(refused);
      return;
    }
    int saved = shown.year();
    Refusals.showSuccess(Texts.of("calendar.saved", Integer.toString(saved)));
    refresh(saved);
    show(saved);
  }
}
