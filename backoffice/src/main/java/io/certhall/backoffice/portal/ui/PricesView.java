package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.application.Quotes;
import io.certhall.processes.policy.PublishedPolicy;

/** What it costs: a calculator and the whole price list. */
@Route(value = "halls/:hall/prices", layout = MainLayout.class)
@AnonymousAllowed
public class PricesView extends HallPage {

  private static final long serialVersionUID = 1L;

  private final transient Quotes quotes;

  PricesView(CurrentHall currentHall, Quotes quotes) {
    super(currentHall);
    this.quotes = quotes;
  }

  @Override
  protected void show(PublishedPolicy hall, Div content, RouteParameters parameters) {
    HallSettings settings = hall.settings();
    setHeading(Texts.of("prices.title"));
    setLead(Texts.of("prices.lead", Texts.of(settings.shortName())));
    boolean example = settings.priceList().isExample();
    if (example) {
      content.add(
          new Notice(Tone.YOURS, Texts.of("prices.example"), Texts.of("prices.exampleText")));
    }
    Paragraph postage = new Paragraph(Texts.of("prices.postage"));
    postage.addClassNames("muted", "small");
    Card list =
        new Card(
            Texts.of("prices.list"),
            new PriceTable(settings, new PriceList(hall).sections()),
            postage);
    String note = settings.priceList().note();
    if (!note.isBlank() && !Texts.isEnglish()) {
      Paragraph remark = new Paragraph(note);
      remark.addClassNames("muted", "small");
      list.add(remark);
    }
    if (example) {
      list.addToHead(new StatusBadge(Texts.of("prices.exampleBadge"), Tone.YOURS));
    }
    Div columns = new Div(new PriceCalculator(hall, quotes), list);
    columns.addClassName("price-columns");
    content.add(columns);
  }
}
