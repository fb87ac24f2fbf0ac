package io.certhall.backoffice.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.account.ui.LoginView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a guest should know before he applies (GS-15). */
@org.springframework.stereotype.Component
public class GuestHome {

  private final CurrentActor currentActor;

  GuestHome(CurrentActor currentActor) {
    this.currentActor = currentActor;
  }

  public List<Component> blocks(PublishedPolicy hall) {
    HallSettings settings = hall.settings();
    List<Component> blocks = new ArrayList<>();
    notice(settings).ifPresent(blocks::add);
    if (!settings.vendors().isEmpty()) {
      blocks.add(
          new Notice(
              StatusBadge.Tone.NEUTRAL,
              Texts.of("vendor.title"),
              Texts.of("vendor.lead"),
              new Anchor("halls/" + hall.hall() + "/vendors", Texts.of("vendor.choose"))));
    }
    blocks.add(new ServiceCards(hall, offer -> entrance(hall, offer)));
    Div columns = new Div(how(hall), contact(settings));
    columns.addClassName("columns");
    blocks.add(columns);
    blocks.add(new Anchor("verify", Texts.of("home.verify")));
    return blocks;
  }

  /** The hall's standing banner (SD-11). */
  static Optional<Component> notice(HallSettings settings) {
    return Optional.ofNullable(settings.portal().notice())
        .map(words -> new Notice(StatusBadge.Tone.WAITING, Texts.of(words), ""));
  }

  private Component entrance(PublishedPolicy hall, HallSettings.ServiceOffer offer) {
    boolean applicant = currentActor.find().map(actor -> actor.has(Role.APPLICANT)).orElse(false);
    return applicant
        ? new Anchor("apply/" + hall.hall() + "/" + offer.code(), Texts.of("home.begin"))
        : new RouterLink(Texts.of("home.loginToBegin"), LoginView.class);
  }

  private static Card how(PublishedPolicy hall) {
    boolean paysFirst = PayOrder.of(hall) == PayOrder.BEFORE_REVIEW;
    OrderedList how = new OrderedList();
    how.addClassName("how");
    List<String> steps =
        paysFirst
            ? List.of("register", "profile", "applyAndPay", "review", "receive")
            : List.of("register", "profile", "apply", "pay", "receive");
    for (String step : steps) {
      boolean asked = !step.equals("profile") || hall.settings().profileApprovalRequired();
      how.add(new ListItem(Texts.of("home.how." + (asked ? step : "profileOnly"))));
    }
    hall.settings().portal().notes().forEach(note -> how.add(new ListItem(Texts.of(note))));
    return new Card(Texts.of("home.how"), how);
  }

  private static Card contact(HallSettings settings) {
    FactList facts = new FactList().fact(Texts.of("home.phone"), settings.contacts().phone());
    settings.portal().lines().forEach(line -> facts.fact(Texts.of(line.label()), line.number()));
    return new Card(
        Texts.of("home.contact"),
        facts
            .fact(Texts.of("home.email"), settings.contacts().email())
            .fact(Texts.of("home.hours"), Texts.of(settings.contacts().hours()))
            .fact(Texts.of("home.address"), Texts.of(settings.contacts().address())));
  }
}
