package io.certhall.backoffice.help.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.portal.ui.HallPage;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.List;

/** Help of one hall, a page per topic. */
@Route(value = "halls/:hall/help/:topic?", layout = MainLayout.class)
@AnonymousAllowed
public class HelpView extends HallPage {

  private static final long serialVersionUID = 1L;

  HelpView(CurrentHall currentHall) {
    super(currentHall);
  }

  @Override
  protected void show(PublishedPolicy hall, Div content, RouteParameters parameters) {
    List<HelpTopic> topics = HelpTopic.of(hall);
    HelpTopic topic = parameters.get("topic").flatMap(HelpTopic::ofPath).orElse(topics.getFirst());
    setHeading(Texts.of("help.title"));
    setLead(Texts.of("help.lead", Texts.of(hall.settings().shortName())));
    OrderedList steps = new OrderedList();
    steps.addClassName("how");
    new HelpText(hall).lines(topic).forEach(line -> steps.add(new ListItem(line)));
    Paragraph reach =
        new Paragraph(
            Texts.of(
                "help.reach",
                hall.settings().contacts().phone(),
                Texts.of(hall.settings().contacts().hours())));
    reach.addClassNames("muted", "small");
    Div columns =
        new Div(
            topics(hall.hall(), topics, topic),
            new Card(Texts.of("help." + topic + ".title"), steps, reach));
    columns.addClassName("help-columns");
    content.add(columns);
  }

  private static Nav topics(String hall, List<HelpTopic> topics, HelpTopic shown) {
    Nav nav = new Nav();
    nav.addClassName("help-topics");
    nav.getElement().setAttribute("aria-label", Texts.of("help.topics"));
    for (HelpTopic topic : topics) {
      RouterLink link =
          new RouterLink(
              Texts.of("help." + topic + ".title"),
              HelpView.class,
              new RouteParameters(java.util.Map.of("hall", hall, "topic", topic.path())));
      link.setHighlightCondition(HighlightConditions.never());
      if (topic == shown) {
        link.getElement().setAttribute("aria-current", "page");
      }
      nav.add(link);
    }
    return nav;
  }
}
