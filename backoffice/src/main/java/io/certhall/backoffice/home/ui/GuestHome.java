package io.certhall.backoffice.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.account.ui.LoginView;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.List;

/** What a guest should know before he applies (GS-15). */
@org.springframework.stereotype.Component
class GuestHome {

  List<Component> blocks(PublishedPolicy hall) {
    HallSettings settings = hall.settings();
    OrderedList how = new OrderedList();
    for (String step : List.of("register", "profile", "apply", "pay", "receive")) {
      how.add(new ListItem(Texts.of("home.how." + step)));
    }
    how.addClassName("how");
    Card contact =
        new Card(
            Texts.of("home.contact"),
            new FactList()
                .fact(Texts.of("home.phone"), settings.contacts().phone())
                .fact(Texts.of("home.email"), settings.contacts().email())
                .fact(Texts.of("home.hours"), Texts.of(settings.contacts().hours()))
                .fact(Texts.of("home.address"), Texts.of(settings.contacts().address())));
    Div columns = new Div(new Card(Texts.of("home.how"), how), contact);
    columns.addClassName("columns");
    return List.of(
        new H2(Texts.of("home.services")),
        new ServiceCards(
            hall, offer -> new RouterLink(Texts.of("home.loginToBegin"), LoginView.class)),
        columns);
  }
}
