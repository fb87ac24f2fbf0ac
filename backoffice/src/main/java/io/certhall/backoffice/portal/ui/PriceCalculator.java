package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import io.certhall.backoffice.order.ui.AmountTable;
import io.certhall.backoffice.order.ui.YearOffer;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.application.Quotes;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an order would cost, while one plays with it; asks the hall's own table. */
class PriceCalculator extends Card {

  private static final long serialVersionUID = 1L;

  private final transient PublishedPolicy hall;
  private final transient Quotes quotes;
  private final Select<Service> service = new Select<>();
  private final RadioButtonGroup<Holder> holder = new RadioButtonGroup<>();
  private final CheckboxGroup<String> changes = new CheckboxGroup<>();
  private final Div list = new Div();
  private final Button more =
      new Button(Texts.of("prices.addItem"), VaadinIcon.PLUS.create(), click -> addItem());
  private final ErrorSummary problems = new ErrorSummary();
  private final Div result = new Div();
  private final Span total = new Span();
  private final transient List<CalculatorItem> items = new ArrayList<>();

  PriceCalculator(PublishedPolicy hall, Quotes quotes) {
    super(Texts.of("prices.calculator"));
    this.hall = hall;
    this.quotes = quotes;
    HallSettings settings = hall.settings();
    List<Service> offered =
        settings.services().stream()
            .filter(HallSettings.ServiceOffer::enabled)
            .map(offer -> Service.valueOf(offer.code()))
            .toList();
    service.setLabel(Texts.of("prices.service"));
    service.setItems(offered);
    service.setItemLabelGenerator(value -> Texts.of(offer(value).title()));
    holder.setLabel(Texts.of("prices.holder"));
    holder.setItemLabelGenerator(Texts::of);
    changes.setLabel(Texts.of("change.what"));
    changes.setItemLabelGenerator(kind -> Texts.of("ChangeKind." + kind));
    list.addClassName("stack");
    more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    total.addClassName("price");
    Div sum = new Div(new Span(Texts.of("draft.total")), total);
    sum.addClassName("calculator-total");
    sum.getElement().setAttribute("aria-live", "polite");
    Div head = new Div(service, holder);
    head.addClassName("fields");
    Paragraph note = new Paragraph(Texts.of("prices.note"));
    note.addClassNames("muted", "small");
    addClassName("calculator");
    add(head, changes, list, more, problems, result, sum, note);
    service.addValueChangeListener(change -> chooseService());
    holder.addValueChangeListener(
        change -> {
          if (change.getValue() != null) {
            restart();
          }
        });
    changes.addValueChangeListener(change -> compute());
    offered.stream().findFirst().ifPresent(service::setValue);
  }

  private HallSettings.ServiceOffer offer(Service chosen) {
    return hall.settings().service(chosen.name()).orElseThrow();
  }

  private void chooseService() {
    HallSettings.ServiceOffer offer = offer(service.getValue());
    Holder before = holder.getValue();
    List<Holder> holders = offer.holders().stream().map(Holder::valueOf).toList();
    holder.setItems(holders);
    holder.setVisible(holders.size() > 1);
    changes.setItems(offer.changes());
    changes.setVisible(!offer.changes().isEmpty());
    if (!offer.changes().isEmpty()) {
      changes.select(offer.changes().getFirst());
    }
    Holder now = before != null && holders.contains(before) ? before : holders.getFirst();
    holder.setValue(now);
    restart();
  }

  private void restart() {
    items.clear();
    list.removeAll();
    addItem();
  }

  private void addItem() {
    List<CalculatorItem> made = new ArrayList<>();
    CalculatorItem item =
        new CalculatorItem(
            hall.settings(),
            service.getValue(),
            holder.getValue(),
            this::compute,
            () -> made.forEach(this::removeItem));
    made.add(item);
    items.add(item);
    list.add(item);
    compute();
  }

  private void removeItem(CalculatorItem item) {
    items.remove(item);
    list.remove(item);
    if (items.isEmpty()) {
      addItem();
    }
    compute();
  }

  private void compute() {
    list.setClassName("single", items.size() == 1);
    more.setVisible(items.size() < hall.settings().limits().maxItems());
    problems.clear();
    result.removeAll();
    List<ItemForm> forms =
        items.stream().map(CalculatorItem::form).flatMap(Optional::stream).toList();
    if (forms.size() < items.size() || holder.getValue() == null) {
      total.setText("—");
      return;
    }
    try {
      Quotes.Quote quote = quote(forms);
      result.add(new AmountTable(quote.lines()));
      YearOffer.hint(hall, service.getValue(), holder.getValue(), forms).ifPresent(result::add);
      total.setText(Money.yuan(quote.totalFen()));
    } catch (Refusal refused) {
      total.setText("—");
      problems.showQuietly(
          Texts.of("prices.impossible"),
          refused.problems().stream()
              .map(problem -> new ErrorSummary.Line(Texts.of(problem), null))
              .toList());
    }
  }

  private Quotes.Quote quote(List<ItemForm> forms) {
    return quotes.quote(hall.hall(), service.getValue(), holder.getValue(), forms);
  }
}
