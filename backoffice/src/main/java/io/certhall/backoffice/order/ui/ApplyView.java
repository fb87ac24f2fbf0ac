package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.certhall.backoffice.certificate.ui.UnlockView;
import io.certhall.backoffice.home.ui.HomeView;
import io.certhall.backoffice.organisation.ui.ProfileView;
import io.certhall.backoffice.portal.ui.Handover;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.OfHall;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.application.CertificateActions;
import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
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
import java.util.Optional;
import java.util.Set;

/** The beginning of an application: may it begin, and the agreements (GS-04, GS-32). */
@Route(value = "apply/:hall/:service", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class ApplyView extends Page implements BeforeEnterObserver, OfHall {

  private static final long serialVersionUID = 1L;

  private final transient PublishedPolicies policies;
  private final transient OrganisationProfiles profiles;
  private final transient ApprovalStates approvals;
  private final transient OrderQuery orders;
  private final transient OrderDrafts drafts;
  private final transient DraftSteps steps;
  private final transient Actor actor;
  private final transient CertificateActions actions;
  private final Div content = new Div();
  private transient List<String> picked = List.of();
  private String hall = "";

  private final transient Handover handover;

  ApplyView(
      PublishedPolicies policies,
      OrganisationProfiles profiles,
      ApprovalStates approvals,
      OrderQuery orders,
      OrderDrafts drafts,
      DraftSteps steps,
      CertificateActions actions,
      CurrentActor currentActor,
      Handover handover) {
    super("");
    this.handover = handover;
    this.policies = policies;
    this.profiles = profiles;
    this.approvals = approvals;
    this.orders = orders;
    this.drafts = drafts;
    this.steps = steps;
    this.actions = actions;
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
    hall = policy.hall();
    content.removeAll();
    picked =
        event.getLocation().getQueryParameters().getParameters("certificate").stream().toList();
    setHeading(Texts.of("draft.title", Texts.of(service), Texts.of(policy.settings().shortName())));
    if (!policy.settings().offersService(service.name())) {
      refuse("SERVICE_NOT_OFFERED", new Button(Texts.of("error.home"), click -> home()));
    } else if (policy.settings().service(service.name()).orElseThrow().instant()) {
      event.forwardTo(UnlockView.class, new RouteParameters("hall", policy.hall()));
    } else {
      chooseKind(policy, service);
      chooseHolder(policy, service);
    }
  }

  /** Where one form serves several services, which of them it is to be (SD-18). */
  private void chooseKind(PublishedPolicy policy, Service service) {
    List<Service> kinds =
        policy.settings().oneForm().stream()
            .filter(policy.settings()::offersService)
            .map(Service::valueOf)
            .toList();
    if (kinds.size() < 2 || !kinds.contains(service) || !picked.isEmpty()) {
      return;
    }
    RadioButtonGroup<Service> choice = new RadioButtonGroup<>(Texts.of("draft.kind"));
    choice.setItems(kinds);
    choice.setItemLabelGenerator(
        kind -> Texts.of(policy.settings().service(kind.name()).orElseThrow().title()));
    choice.setValue(service);
    choice.setRequiredIndicatorVisible(true);
    choice.addValueChangeListener(change -> go(policy.hall(), change.getValue()));
    Card card = new Card();
    card.add(choice);
    content.add(card);
  }

  /** Only where the hall serves organisations and individuals there is something to choose. */
  private void chooseHolder(PublishedPolicy policy, Service service) {
    List<Holder> holders =
        policy.settings().service(service.name()).orElseThrow().holders().stream()
            .map(Holder::valueOf)
            .toList();
    Holder first =
        holders.contains(Holder.ORGANISATION)
                && (holders.size() == 1 || profiles.of(actor).isPresent())
            ? Holder.ORGANISATION
            : holders.getLast();
    Holder wanted =
        actions.known(picked).values().stream()
            .map(HeldCertificate::holder)
            .findFirst()
            .filter(holders::contains)
            .orElseGet(() -> handover.holder(policy.hall(), holders, first));
    Div form = new Div();
    form.addClassName("stack");
    if (holders.size() > 1 && picked.isEmpty()) {
      RadioButtonGroup<Holder> choice = new RadioButtonGroup<>(Texts.of("prices.holder"));
      choice.setItems(holders);
      choice.setItemLabelGenerator(Texts::of);
      choice.setValue(wanted);
      choice.addValueChangeListener(change -> offer(policy, service, change.getValue(), form));
      Card card = new Card();
      card.add(choice);
      content.add(card);
    }
    content.add(form);
    offer(policy, service, wanted, form);
  }

  private void offer(PublishedPolicy policy, Service service, Holder holder, Div form) {
    form.removeAll();
    if (mayApply(policy, holder)) {
      begin(policy, service, holder, form);
    } else {
      form.add(
          refusal(
              policy.settings().profileApprovalRequired()
                  ? "PROFILE_NOT_APPROVED"
                  : "PROFILE_MISSING",
              ActionButton.primary(
                  Texts.of("home.toProfile"), () -> UI.getCurrent().navigate(ProfileView.class))));
    }
  }

  private boolean mayApply(PublishedPolicy policy, Holder holder) {
    return holder == Holder.PERSON
        || profiles
            .of(actor)
            .map(
                own ->
                    !policy.settings().profileApprovalRequired()
                        || approvals.of(own.id(), policy.hall()) == ApprovalState.APPROVED)
            .orElse(false);
  }

  private void refuse(String code, Button wayOut) {
    content.add(refusal(code, wayOut));
  }

  private static Notice refusal(String code, Button wayOut) {
    return new Notice(
        Tone.WRONG, Texts.of("draft.cannotBegin"), Texts.of(Problem.of("", code)), wayOut);
  }

  private void begin(PublishedPolicy policy, Service service, Holder holder, Div form) {
    offerDraft(policy, service, form);
    OrderForm empty =
        new OrderForm(policy.hall(), service, holder, items(), null, null, null, List.of())
            .withPerson(handover.person(policy.hall(), holder));
    AgreementStep agreement = steps.agreement(policy.settings().agreements(), empty);
    Div buttons =
        new Div(
            ActionButton.primary(
                Texts.of("draft.acceptAndGoOn"), () -> create(policy, agreement, empty)),
            new Button(Texts.of("shell.cancel"), click -> home()));
    buttons.addClassName("buttons");
    DraftPages pages = DraftPages.of(policy, empty);
    form.add(
        DraftView.stepper(pages.pages(), pages.pages().getFirst(), service),
        agreement.content(),
        buttons);
  }

  /** Certificates that were ticked before; what they carry is the server's to say. */
  private List<ItemForm> items() {
    return actions.known(picked).values().stream()
        .filter(certificate -> certificate.accountId() == actor.accountId())
        .map(
            certificate ->
                new ItemForm(
                    certificate.type(),
                    certificate.personId(),
                    1,
                    1,
                    List.of(),
                    certificate.secondaryLock(),
                    certificate.serial()))
        .toList();
  }

  private void offerDraft(PublishedPolicy policy, Service service, Div form) {
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
      form.add(
          new Notice(
              Tone.YOURS,
              Texts.of("draft.unfinished"),
              Texts.of("draft.unfinishedText", row.orderNo()),
              new Button(
                  Texts.of("draft.resume"),
                  click -> UI.getCurrent().navigate("orders/" + row.orderNo() + "/edit"))));
    }
  }

  private void create(PublishedPolicy policy, AgreementStep agreement, OrderForm empty) {
    List<Problem> problems = agreement.problems();
    if (!problems.isEmpty()) {
      agreement.show(problems);
      return;
    }
    OrderForm form = agreement.fill(empty);
    String orderNo = drafts.create(actor, form);
    DraftView.go(orderNo, DraftPages.of(policy, form).next(DraftPage.AGREEMENT), Map.of());
  }

  private static void home() {
    UI.getCurrent().navigate(HomeView.class);
  }

  @Override
  public Optional<String> hallOfPage() {
    return Optional.of(hall);
  }
}
