package io.certhall.backoffice.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.order.ui.OrderCard;
import io.certhall.backoffice.order.ui.OrderListView;
import io.certhall.backoffice.organisation.ui.ProfileView;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.query.OrderFilter;
import io.certhall.processes.order.query.OrderQuery;
import io.certhall.processes.order.query.OrderRow;
import io.certhall.processes.organisation.Approval;
import io.certhall.processes.organisation.ApprovalState;
import io.certhall.processes.organisation.ApprovalStates;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an applicant can begin, what waits for him, what he did lately. */
@org.springframework.stereotype.Component
class ApplicantHome {

  private static final int RECENT = 4;

  private final OrganisationProfiles profiles;
  private final ApprovalStates approvals;
  private final OrderQuery orders;
  private final ExpiringCertificates expiring;
  private final LatestMessages messages;

  ApplicantHome(
      OrganisationProfiles profiles,
      ApprovalStates approvals,
      OrderQuery orders,
      ExpiringCertificates expiring,
      LatestMessages messages) {
    this.profiles = profiles;
    this.approvals = approvals;
    this.orders = orders;
    this.expiring = expiring;
    this.messages = messages;
  }

  /** Without a choice of his own, the hall of his newest order. */
  void chooseHall(Actor actor, CurrentHall currentHall) {
    if (!currentHall.isChosen()) {
      orders.page(actor, OrderFilter.ALL, null, 1).stream()
          .map(OrderRow::hall)
          .filter(hall -> currentHall.all().stream().anyMatch(open -> open.hall().equals(hall)))
          .findFirst()
          .ifPresent(currentHall::choose);
    }
  }

  List<Component> blocks(Actor actor, PublishedPolicy hall) {
    List<Component> blocks = new ArrayList<>();
    GuestHome.notice(hall.settings()).ifPresent(blocks::add);
    Optional<OrganisationView> own = profiles.of(actor);
    Optional<Approval> approval = own.map(found -> approvals.approval(found.id(), hall.hall()));
    boolean open =
        !hall.settings().profileApprovalRequired()
            || approval.map(found -> found.state() == ApprovalState.APPROVED).orElse(false);
    if (!open) {
      blocks.add(gate(approval));
    }
    List<OrderRow> yours = waitingForYou(actor);
    if (!yours.isEmpty()) {
      blocks.add(list(Texts.of("home.yours"), yours));
    }
    expiring.card(actor, hall).ifPresent(blocks::add);
    blocks.add(new H2(Texts.of("home.services")));
    blocks.add(
        new ServiceCards(
            hall,
            offer -> open || offer.holders().contains("PERSON") ? begin(hall, offer) : closed()));
    blocks.add(recent(actor, yours));
    messages.card(actor).ifPresent(blocks::add);
    return blocks;
  }

  private static Notice gate(Optional<Approval> approval) {
    String key = approval.map(found -> found.state().name()).orElse("MISSING");
    String reason =
        approval.map(Approval::reason).map(found -> found == null ? "" : found).orElse("");
    Button toProfile =
        ActionButton.primary(
            Texts.of("home.toProfile"), () -> UI.getCurrent().navigate(ProfileView.class));
    return new Notice(
        key.equals("REJECTED") ? Tone.WRONG : key.equals("PENDING") ? Tone.WAITING : Tone.YOURS,
        Texts.of("home.gate." + key),
        Texts.of("home.gateText." + key, reason),
        toProfile);
  }

  private static Component begin(PublishedPolicy hall, HallSettings.ServiceOffer offer) {
    Button begin =
        new Button(
            Texts.of("home.begin"),
            click -> UI.getCurrent().navigate("apply/" + hall.hall() + "/" + offer.code()));
    begin.addThemeVariants(ButtonVariant.LUMO_SMALL);
    if (offer.code().equals("NEW")) {
      begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    }
    begin.setAriaLabel(Texts.of("home.beginThe", Texts.of(offer.title())));
    return begin;
  }

  private static Component closed() {
    RouterLink link = new RouterLink(Texts.of("home.afterApproval"), ProfileView.class);
    link.addClassName("small");
    return link;
  }

  private List<OrderRow> waitingForYou(Actor actor) {
    return orders.page(
        actor,
        OrderFilter.ALL.withStates(
            Arrays.stream(OrderState.values())
                .filter(state -> state.mover() == OrderState.Mover.APPLICANT)
                .collect(Collectors.toSet())),
        null,
        RECENT);
  }

  /** What is not already on the page. */
  private Component recent(Actor actor, List<OrderRow> shown) {
    List<OrderRow> rows =
        orders.page(actor, OrderFilter.ALL, null, 2 * RECENT).stream()
            .filter(row -> !shown.contains(row))
            .limit(RECENT)
            .toList();
    if (rows.isEmpty() && !shown.isEmpty()) {
      return new RouterLink(Texts.of("home.allOrders"), OrderListView.class);
    }
    if (rows.isEmpty()) {
      return new EmptyState(
          VaadinIcon.FILE_TEXT_O, Texts.of("orders.none"), Texts.of("home.noOrders"));
    }
    Card card = list(Texts.of("home.recent"), rows);
    card.addToHead(new RouterLink(Texts.of("home.allOrders"), OrderListView.class));
    return card;
  }

  private static Card list(String title, List<OrderRow> rows) {
    Div cards = new Div();
    cards.addClassName("row-cards");
    rows.forEach(row -> cards.add(new OrderCard(row)));
    return new Card(title, cards);
  }
}
