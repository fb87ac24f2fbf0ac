package io.certhall.backoffice.medium.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.FilterChoice;
import io.certhall.backoffice.shell.KeysetDataProvider;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.NarrowScreen;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.medium.KeyMedium;
import io.certhall.processes.medium.MediumDesk;
import io.certhall.processes.medium.MediumImport;
import io.certhall.processes.medium.MediumQuery;
import io.certhall.processes.medium.MediumRules;
import io.certhall.processes.medium.MediumState;
import io.certhall.processes.medium.MediumStock;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every key in the books: where it is, who has it, and whether there are enough. */
@Route(value = "work/media", layout = MainLayout.class)
@RolesAllowed({"PRODUCER", "DISPATCHER", "MANAGER", "AUDITOR", "ADMIN"})
@StyleSheet("staff.css")
public class MediaView extends Page {

  private static final long serialVersionUID = 1L;

  /** What the page works with. */
  @org.springframework.stereotype.Component
  record Parts(
      MediumQuery query,
      MediumDesk desk,
      MediumImport imports,
      MediumStock stock,
      MediumRules rules,
      PublishedPolicies policies) {}

  private final transient Actor actor;
  private final transient Parts parts;
  private final TextField text = new TextField();
  private final FilterChoice<PublishedPolicy> hall;
  private final FilterChoice<String> model =
      new FilterChoice<>(
          Texts.of("medium.model"), Texts.of("medium.anyModel"), List.of(), MediumWords::model);
  private final FilterChoice<MediumState> state =
      new FilterChoice<>(
          Texts.of("medium.state"),
          Texts.of("medium.anyState"),
          List.of(MediumState.values()),
          Texts::of);
  private final Span count = new Span();
  private final StockCard stock;
  private final KeysetDataProvider<KeyMedium, String> rows;
  private final Grid<KeyMedium> grid = new Grid<>();
  private final EmptyState empty =
      new EmptyState(VaadinIcon.STOCK, Texts.of("medium.nothing"), Texts.of("medium.nothingText"));

  MediaView(CurrentActor currentActor, Parts parts) {
    super(Texts.of("medium.title"));
    this.actor = currentActor.get();
    this.parts = parts;
    setLead(Texts.of("medium.lead"));
    if (actor.has(Role.PRODUCER) || actor.has(Role.MANAGER)) {
      addAction(
          ActionButton.primary(
              Texts.of("medium.import"),
              () -> new LotDialog(actor, parts.imports(), this::refresh).open()));
    }
    hall =
        new FilterChoice<>(
            Texts.of("medium.hall"),
            Texts.of("medium.anyHall"),
            parts.policies().active(),
            one -> Texts.of(one.settings().shortName()));
    stock = new StockCard(actor, parts.stock(), parts.rules(), parts.policies());
    rows =
        new KeysetDataProvider<>(
            (after, limit) -> parts.query().page(actor, filter(), after, limit),
            () -> parts.query().count(actor, filter()),
            KeyMedium::serial);
    addColumns();
    add(stock, filters(), grid, empty);
    refresh();
  }

  private MediumQuery.Filter filter() {
    PublishedPolicy chosen = hall.getValue();
    return new MediumQuery.Filter(
        chosen == null ? null : chosen.hall(), model.getValue(), state.getValue(), text.getValue());
  }

  private void refresh() {
    stock.refresh();
    String chosen = model.getValue();
    model.setItems(parts.query().models(actor));
    model.setValue(chosen);
    search();
  }

  private void search() {
    rows.refreshAll();
    int found = parts.query().count(actor, filter());
    count.setText(Texts.of("shell.count", found));
    grid.setVisible(found > 0);
    empty.setVisible(found == 0);
  }

  private Div filters() {
    text.setPlaceholder(Texts.of("medium.find"));
    text.setAriaLabel(Texts.of("medium.find"));
    text.setPrefixComponent(VaadinIcon.SEARCH.create());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> search());
    hall.addValueChangeListener(change -> search());
    model.addValueChangeListener(change -> search());
    state.addValueChangeListener(change -> search());
    count.addClassNames("muted", "small", "filter-count");
    Div filters = new Div(text, hall, model, state, count);
    filters.addClassName("work-filter");
    return filters;
  }

  private void addColumns() {
    grid.addClassName("work-grid");
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    Grid.Column<KeyMedium> compact =
        grid.addComponentColumn(this::compact).setHeader(Texts.of("medium.title"));
    grid.addComponentColumn(this::opener)
        .setHeader(Texts.of("medium.serial"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(row -> MediumWords.model(row.model())).setHeader(Texts.of("medium.model"));
    grid.addColumn(row -> hallName(row.hall())).setHeader(Texts.of("medium.hall"));
    grid.addComponentColumn(MediaView::badge)
        .setHeader(Texts.of("medium.state"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(row -> text(row.holderName()))
        .setHeader(Texts.of("medium.holder"))
        .setFlexGrow(2);
    grid.addColumn(row -> text(row.orderNo()))
        .setHeader(Texts.of("medium.order"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(row -> Times.minute(row.since()))
        .setHeader(Texts.of("medium.since"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    NarrowScreen.swap(grid, compact);
    grid.setDataProvider(rows);
  }

  private ActionButton opener(KeyMedium row) {
    ActionButton opener = ActionButton.tertiary(row.serial(), () -> open(row));
    opener.addThemeVariants(ButtonVariant.LUMO_SMALL);
    opener.addClassName("mono");
    return opener;
  }

  private void open(KeyMedium row) {
    new MediumDialog(actor, row, hallName(row.hall()), parts.query(), parts.desk(), this::refresh)
        .open();
  }

  private Component compact(KeyMedium row) {
    Span facts =
        new Span(
            MediumWords.model(row.model())
                + " · "
                + hallName(row.hall())
                + " · "
                + text(row.holderName()));
    facts.addClassNames("muted", "small");
    Div marks = new Div(badge(row), opener(row));
    marks.addClassName("work-marks");
    Div cell = new Div(marks, facts);
    cell.addClassName("work-compact");
    return cell;
  }

  private String hallName(String code) {
    return Texts.of(parts.policies().active(code).settings().shortName());
  }

  static StatusBadge badge(KeyMedium row) {
    return badge(row.state());
  }

  static StatusBadge badge(MediumState state) {
    return new StatusBadge(
        Texts.of(state),
        switch (state) {
          case IN_STOCK, HELD -> Tone.DONE;
          case ASSIGNED, SHIPPED, RETURNED -> Tone.WAITING;
          case FAULTY -> Tone.WRONG;
          case DESTROYED -> Tone.NEUTRAL;
        });
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
