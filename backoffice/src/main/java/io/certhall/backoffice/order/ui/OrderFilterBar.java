package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.DateWords;
import io.certhall.backoffice.shell.FilterChoice;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import java.util.List;
import java.util.function.Consumer;

/** Filters of the applicant's list: group, state, service, days, number (GX-54, ZR-22). */
final class OrderFilterBar extends Div {

  private static final long serialVersionUID = 1L;

  private final Tabs groups = new Tabs();
  private final FilterChoice<OrderState> state =
      new FilterChoice<>(
          Texts.of("orders.state"),
          Texts.of("orders.anyState"),
          List.of(OrderState.values()),
          Texts::of);
  private final FilterChoice<Service> service =
      new FilterChoice<>(
          Texts.of("orders.service"),
          Texts.of("orders.anyService"),
          List.of(Service.values()),
          Texts::of);
  private final DatePicker from = new DatePicker();
  private final DatePicker to = new DatePicker();
  private final TextField text = new TextField();
  private final Span count = new Span();
  private final transient Consumer<OrderListFilter> changed;
  private boolean showing;

  /**
   * @param again shows the same list anew
   */
  OrderFilterBar(Consumer<OrderListFilter> changed, Runnable again) {
    this.changed = changed;
    for (OrderGroup group : OrderGroup.values()) {
      Tab tab = new Tab(Texts.of(group));
      tab.setId(group.name());
      groups.add(tab);
    }
    groups.addSelectedChangeListener(
        change -> {
          if (!showing) {
            state.clear();
          }
          tell();
        });
    state.addValueChangeListener(change -> tell());
    service.addValueChangeListener(change -> tell());
    day(from, "orders.from");
    day(to, "orders.to");
    text.setPlaceholder(Texts.of("orders.search"));
    text.setAriaLabel(Texts.of("orders.search"));
    text.setClearButtonVisible(true);
    text.setPrefixComponent(VaadinIcon.SEARCH.create());
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> tell());
    count.addClassNames("muted", "small", "push");
    Div filters =
        new Div(
            state,
            service,
            from,
            to,
            text,
            ActionButton.tertiary(
                Texts.of("orders.reset"), () -> changed.accept(OrderListFilter.ALL)),
            ActionButton.tertiary(Texts.of("orders.refresh"), again),
            count);
    filters.addClassName("filters");
    add(groups, filters);
  }

  private void day(DatePicker picker, String key) {
    picker.setPlaceholder(Texts.of(key));
    picker.setAriaLabel(Texts.of(key));
    picker.setI18n(DateWords.words());
    picker.setClearButtonVisible(true);
    picker.setWidth("10rem");
    picker.addValueChangeListener(change -> tell());
  }

  void show(OrderListFilter filter, int found) {
    showing = true;
    groups.setSelectedIndex(filter.group().ordinal());
    state.setValue(filter.state());
    service.setValue(filter.service());
    from.setValue(filter.from());
    to.setValue(filter.to());
    to.setMin(filter.from());
    text.setValue(filter.text());
    count.setText(Texts.of("shell.count", found));
    showing = false;
  }

  private void tell() {
    if (!showing) {
      changed.accept(
          new OrderListFilter(
              OrderGroup.values()[Math.max(0, groups.getSelectedIndex())],
              state.getValue(),
              service.getValue(),
              from.getValue(),
              to.getValue(),
              text.getValue()));
    }
  }
}
