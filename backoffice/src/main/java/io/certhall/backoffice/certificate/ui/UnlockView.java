package io.certhall.backoffice.certificate.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.key.AgentSettings;
import io.certhall.backoffice.key.KeyAgentPort;
import io.certhall.backoffice.key.KeyChoice;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.application.CertificateActions;
import io.certhall.processes.certificate.CertificateUnlock;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.certificate.KeyBridge;
import io.certhall.processes.certificate.KeyGrants;
import io.certhall.processes.certificate.KeyReading;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;

/** Sets the PIN of an own key anew at once, without order or fee (GS-25, GS-83, GS-84). */
@Route(value = "unlock/:hall", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class UnlockView extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient PublishedPolicies policies;
  private final transient CertificateActions actions;
  private final transient CertificateUnlock unlock;
  private final transient KeyBridge bridge;
  private final transient KeyGrants grants;
  private final transient AgentSettings agentSettings;
  private final transient Actor actor;
  private final Div content = new Div();

  UnlockView(
      PublishedPolicies policies,
      CertificateActions actions,
      CertificateUnlock unlock,
      KeyBridge bridge,
      KeyGrants grants,
      AgentSettings agentSettings,
      CurrentActor currentActor) {
    super(Texts.of("unlock.title"));
    this.policies = policies;
    this.actions = actions;
    this.unlock = unlock;
    this.bridge = bridge;
    this.grants = grants;
    this.agentSettings = agentSettings;
    this.actor = currentActor.get();
    setLead(Texts.of("unlock.lead"));
    content.addClassName("stack");
    add(content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    PublishedPolicy hall = policies.active(event.getRouteParameters().get("hall").orElseThrow());
    String wanted =
        event.getLocation().getQueryParameters().getSingleParameter("certificate").orElse("");
    content.removeAll();
    boolean instant =
        hall.settings().service("UNLOCK").map(HallSettings.ServiceOffer::instant).orElse(false);
    if (!hall.settings().offersService("UNLOCK") || !instant) {
      content.add(
          new Notice(
              Tone.WRONG,
              Texts.of("draft.cannotBegin"),
              Texts.of(Problem.of("service", "SERVICE_NOT_OFFERED", "UNLOCK"))));
      return;
    }
    List<HeldCertificate> keys =
        actions.own(actor, hall.hall()).stream()
            .filter(one -> one.mediumSerial() != null)
            .filter(one -> actions.obstacle(actor, hall, Service.UNLOCK, one, "").isEmpty())
            .toList();
    Div result = new Div();
    result.addClassName("stack");
    content.add(withAgent(hall, result));
    if (bridge.isSimulated()) {
      content.add(simulated(hall, keys, wanted, result));
    }
    content.add(typed(hall, result), result);
  }

  /** The key agent sets the PIN with the hall's authorisation; the page types it to the agent. */
  private Card withAgent(PublishedPolicy hall, Div result) {
    KeyAgentPort agent = new KeyAgentPort(agentSettings);
    KeyChoice choice = new KeyChoice();
    ErrorSummary summary = new ErrorSummary();
    FieldErrors errors = new FieldErrors(summary);
    Span hint = new Span(Texts.of("agent.install"));
    hint.addClassNames("muted", "small");
    return new Card(
        Texts.of("agent.unlock"),
        summary,
        hint,
        agent,
        choice,
        new Div(
            ActionButton.primary(
                Texts.of("agent.unlockButton"),
                () -> {
                  errors.clear();
                  result.removeAll();
                  agent.read(
                      keys ->
                          choice.ask(
                              KeyChoice.lockedFirst(keys.tokens()),
                              one -> {
                                try {
                                  reset(hall, agent, keys.transportKey(), one, result);
                                } catch (Refusal refused) {
                                  errors.show(refused);
                                }
                              }));
                })));
  }

  private void reset(
      PublishedPolicy hall,
      KeyAgentPort agent,
      String transportKey,
      KeyChoice.Choice chosen,
      Div result) {
    KeyGrants.Grant grant =
        grants.unlocking(
            actor, hall.hall(), chosen.token().reading(chosen.certificate(), null), transportKey);
    agent.call(
        "/v1/unlock",
        Map.of("grant", grant.text()),
        done -> {
          HeldCertificate unlocked = grants.done(actor, grant.id());
          result.add(
              new Notice(
                  Tone.DONE,
                  Texts.of("unlock.done", unlocked.commonName()),
                  "",
                  toCertificate(unlocked)));
        });
  }

  private static RouterLink toCertificate(HeldCertificate unlocked) {
    return new RouterLink(
        Texts.of("unlock.toCertificate"),
        CertificateView.class,
        new RouteParameters("serial", unlocked.serial()));
  }

  /** Stands for plugging a key in. */
  private Card simulated(
      PublishedPolicy hall, List<HeldCertificate> keys, String wanted, Div result) {
    if (keys.isEmpty()) {
      return new Card(
          Texts.of("unlock.plug"),
          new EmptyState(VaadinIcon.KEY_O, Texts.of("unlock.none"), Texts.of("unlock.noneText")));
    }
    RadioButtonGroup<HeldCertificate> plugged = new RadioButtonGroup<>();
    plugged.setLabel(Texts.of("unlock.which"));
    plugged.setItems(keys);
    plugged.setItemLabelGenerator(
        one ->
            Texts.of(
                "unlock.key",
                one.commonName(),
                String.valueOf(one.mediumSerial()),
                Texts.of("CertificateState." + one.state())));
    plugged.addThemeName("vertical");
    plugged.setValue(
        keys.stream()
            .filter(one -> one.serial().equals(wanted))
            .findFirst()
            .orElse(keys.getFirst()));
    Span note = new Span(Texts.of("unlock.simulated"));
    note.addClassNames("muted", "small");
    return new Card(
        Texts.of("unlock.plug"),
        plugged,
        note,
        new Div(
            ActionButton.primary(
                Texts.of("unlock.initialise"),
                () -> initialise(hall, bridge.read(actor, plugged.getValue().serial()), result))));
  }

  private Card typed(PublishedPolicy hall, Div result) {
    ErrorSummary summary = new ErrorSummary();
    FieldErrors errors = new FieldErrors(summary);
    TextField serial = errors.bind("keySerial", new TextField(Texts.of("unlock.serial")));
    serial.setHelperText(Texts.of("unlock.serialHelp"));
    Div fields = new Div(serial);
    fields.addClassName("fields");
    return new Card(
        Texts.of("unlock.bySerial"),
        summary,
        fields,
        new Div(
            new ActionButton(
                Texts.of("unlock.initialise"),
                () -> {
                  errors.clear();
                  try {
                    initialise(hall, new KeyReading(serial.getValue(), null, null), result);
                  } catch (Refusal refused) {
                    errors.show(refused);
                  }
                })));
  }

  private void initialise(PublishedPolicy hall, KeyReading reading, Div result) {
    result.removeAll();
    HeldCertificate unlocked = unlock.unlock(actor, hall.hall(), reading);
    result.add(
        new Notice(
            Tone.DONE,
            Texts.of("unlock.done", unlocked.commonName()),
            hall.settings().pin().initial() == null
                ? Texts.of("unlock.doneText")
                : Texts.of("unlock.doneInitial", hall.settings().pin().initial()),
            toCertificate(unlocked)));
  }
}
