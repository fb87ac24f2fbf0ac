package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.home.ui.HomeView;
import io.certhall.backoffice.organisation.ui.ProfileView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.order.query.OrderFilter;
import io.certhall.processes.order.query.OrderQuery;
import io.certhall.processes.order.query.OrderRow;
import io.certhall.processes.organisation.ApprovalState;
import io.certhall.processes.organisation.ApprovalStates;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The beginning of an application: may it begin, and the agreements (GS-04, GS-32). */
@Route(value = "apply/:hall/:service", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class ApplyView extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient PublishedPolicies policies;
  private final transient OrganisationProfiles profiles;
  private final transient ApprovalStates approvals;
  private final transient OrderQuery orders;
  private final transient OrderDrafts drafts;
  private final transient DraftSteps steps;
  private final transient Actor actor;
  private final Div content = new Div();

  ApplyView(
      PublishedPolicies policies,
      OrganisationProfiles profiles,
      ApprovalStates approvals,
      OrderQuery orders,
      OrderDrafts drafts,
      DraftSteps steps,
      CurrentActor currentActor) {
    super("");
    this.policies = policies;
    this.profiles = profiles;
    this.approvals = approvals;
    this.orders = orders;
    this.drafts = drafts;
    this.steps = steps;
    this.actor = currentActor.get();
    content.addClassName("stack");
    add(content);
  }

  static void go(String hall, Service service) {
    UI.getCurrent().navigate("apply/" + hall + "/" + service.name());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    PublishedPolicy policy = policies.active(event.getRouteParameters().get("hall").orElseThrow());
    String name = event.getRouteParameters().get("service").orElseThrow();
    Service service =
        Arrays.stream(Service.values())
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(() -> Refusal.rule("service", "SERVICE_NOT_OFFERED"));
    content.removeAll();
    setHeading(Texts.of("draft.title", Texts.of(service), Texts.of(policy.settings().shortName())));
    if (!policy.settings().offersService(service.name())) {
      refuse("SERVICE_NOT_OFFERED", new Button(Texts.of("error.home"), click -> home()));
    } else if (!mayApply(policy)) {
      refuse(
          "PROFILE_NOT_APPROVED",
          ActionButton.primary(
              Texts.of("home.toProfile"), () -> UI.getCurrent().navigate(ProfileView.class)));
    } else {
      begin(policy, service);
    }
  }

  private boolean mayApply(PublishedPolicy policy) {
    return !policy.settings().profileApprovalRequired()
        || profiles
            .of(actor)
            .map(own -> approvals.of(own.id(), policy.hall()) == ApprovalState.APPROVED)
            .orElse(false);
  }

  private void refuse(String code, Button wayOut) {
    content.add(
        new Notice(
            Tone.WRONG, Texts.of("draft.cannotBegin"), Texts.of(Problem.of("", code)), wayOut));
  }

  private void begin(PublishedPolicy policy, Service service) {
    offerDraft(policy, service);
    OrderForm empty =
        new OrderForm(
            policy.hall(), service, Holder.ORGANISATION, List.of(), null, null, null, List.of());
    AgreementStep agreement = steps.agreement(policy.settings().agreements(), empty);
    Div buttons =
        new Div(
            ActionButton.primary(Texts.of("draft.acceptAndGoOn"), () -> create(agreement, empty)),
            new Button(Texts.of("shell.cancel"), click -> home()));
    buttons.addClassName("buttons");
    content.add(DraftView.stepper(DraftPage.AGREEMENT), agreement.content(), buttons);
  }

  private void offerDraft(PublishedPolicy policy, Service service) {
    List<OrderRow> open =
        orders.page(
            actor,
            OrderFilter.ALL
                .withHall(policy.hall())
                .withService(service)
                .withStates(Set.of(OrderState.DRAFT)),
            null,
            1);
    for (OrderRow row : open) {
      content.add(
          new Notice(
              Tone.YOURS,
              Texts.of("draft.unfinished"),
              Texts.of("draft.unfinishedText", row.orderNo()),
              new Button(
                  Texts.of("draft.resume"),
                  click -> UI.getCurrent().navigate("orders/" + row.orderNo() + "/edit"))));
    }
  }

  private void create(AgreementStep agreement, OrderForm empty) {
    List<Problem> problems = agreement.problems();
    if (!problems.isEmpty()) {
      agreement.show(problems);
      return;
    }
    String orderNo = drafts.create(actor, agreement.fill(empty));
    DraftView.go(orderNo, DraftPage.BASIC, Map.of());
  }

  private static void home() {
    UI.getCurrent().navigate(HomeView.class);
  }
}
