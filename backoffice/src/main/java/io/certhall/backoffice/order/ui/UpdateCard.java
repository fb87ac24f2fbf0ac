package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.key.AgentSettings;
import io.certhall.backoffice.key.KeyAgentPort;
import io.certhall.backoffice.order.ui.OrderSections.Shown;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.certificate.KeyBridge;
import io.certhall.processes.issuance.KeyProofs;
import io.certhall.processes.issuance.SelfUpdate;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;

/** The holder updates his keys himself, one button per certificate (ZR, GS, SD). */
class UpdateCard extends Card {

  private static final long serialVersionUID = 1L;

  /** What the card works with. */
  @org.springframework.stereotype.Component
  record Parts(
      SelfUpdate update,
      KeyBridge bridge,
      HumanTasks tasks,
      OrderChangeBroadcaster broadcaster,
      AgentSettings agent,
      KeyProofs proofs,
      CertificateRegister register,
      OrganisationProfiles organisations) {}

  private final transient Parts parts;
  private final transient Actor actor;
  private final transient Shown shown;
  private final transient KeyInstallation installation;

  UpdateCard(Parts parts, Actor actor, Shown shown) {
    super(Texts.of("update.title"));
    this.parts = parts;
    this.actor = actor;
    this.shown = shown;
    KeyAgentPort agent =
        BegunUpdates.of(UI.getCurrent()).port(shown.order().orderNo(), parts.agent());
    this.installation =
        new KeyInstallation(agent, parts.agent(), parts.update(), parts.proofs(), actor);
    Paragraph hint =
        new Paragraph(
            Texts.of(parts.bridge().isSimulated() ? "update.simulated" : "update.plugIn"));
    hint.addClassNames("muted", "small");
    if (shown.order().service() == Service.RENEW) {
      add(renewal());
    }
    Div rows = new Div();
    rows.addClassName("rows");
    shown.items().forEach(item -> rows.add(row(item)));
    add(hint, agent, rows);
    if (shown.order().state() == OrderState.UPDATE_FAILED) {
      add(repair());
    }
  }

  /** What is renewed, and where driver and help are (SD-32). */
  private Div renewal() {
    Order order = shown.order();
    FactList facts =
        new FactList()
            .fact(Texts.of("update.project"), Texts.of(shown.policy().settings().name()))
            .fact(Texts.of("orders.number"), order.orderNo())
            .fact(Texts.of("update.company"), order.applicantName());
    if (order.organisationId() != null) {
      facts.fact(
          Texts.of("update.creditCode"),
          parts.organisations().view(actor, order.organisationId()).creditCode());
    }
    for (Order.Item item : shown.items()) {
      parts
          .register()
          .find(String.valueOf(item.certificateSerial()))
          .ifPresent(
              held ->
                  facts.fact(
                      Texts.of("update.certificate", item.seq()),
                      Texts.of(
                          "update.certificateUntil",
                          held.commonName(),
                          held.serial(),
                          Times.day(held.notAfter()))));
    }
    String help = "halls/" + order.hall() + "/help";
    Anchor driver = new Anchor(help + "/apply", Texts.of("update.driver"));
    Anchor notes = new Anchor(help + "/renew", Texts.of("update.notes"));
    Div links =
        new Div(
            driver,
            notes,
            new Anchor(help, Texts.of("update.help")),
            new Span(Texts.of("update.call", shown.policy().settings().contacts().phone())));
    links.addClassName("row-actions");
    return new Div(facts, links);
  }

  private String orderNo() {
    return shown.order().orderNo();
  }

  private Div row(Order.Item item) {
    Span title =
        new Span(
            Texts.of(
                "update.item",
                item.seq(),
                Texts.of(shown.policy().settings().certificateType(item.type().name()).label())));
    title.addClassName("row-title");
    Div words = new Div(title);
    words.addClassName("row-words");
    if (item.mediumSerial() != null) {
      Span medium = new Span(Texts.of("order.item.medium", item.mediumSerial()));
      medium.addClassNames("muted", "small");
      words.add(medium);
    }
    Div row = new Div(words, action(item));
    row.addClassName("row");
    return row;
  }

  private Div action(Order.Item item) {
    Div action = new Div();
    action.addClassName("row-actions");
    if (item.status() == ItemStatus.DONE) {
      action.add(new StatusBadge(Texts.of("update.done"), Tone.DONE), new Span(validity(item)));
    } else if (isWaiting(TaskQueue.UPDATE, item)) {
      if (parts.bridge().isSimulated()) {
        action.add(ActionButton.primary(Texts.of("update.read"), () -> read(item)));
      }
      action.add(
          shown.order().service() == Service.RENEW
              ? new ActionButton(
                  Texts.of("update.oneClick"),
                  () -> installation.update(orderNo(), item, this::changed))
              : new ActionButton(
                  Texts.of("agent.readKey"),
                  () -> installation.read(orderNo(), item, this::changed)));
    } else if (isWaiting(TaskQueue.INSTALL, item)) {
      action.add(
          new ActionButton(
              Texts.of("agent.writeKey"),
              () -> installation.install(orderNo(), item, () -> tellWritten(item), this::changed)));
      if (parts.bridge().isSimulated()) {
        action.add(ActionButton.primary(Texts.of("update.install"), () -> report(item, true)));
        ActionButton fails =
            ActionButton.tertiary(Texts.of("update.fails"), () -> report(item, false));
        fails.addThemeVariants(ButtonVariant.LUMO_SMALL);
        action.add(fails);
      }
      goOn(item);
    } else if (item.status() == ItemStatus.FAILED) {
      action.add(new StatusBadge(Texts.of(item.status()), Tone.WRONG));
    } else {
      action.add(new StatusBadge(Texts.of("update.waits"), Tone.WAITING));
    }
    return action;
  }

  private boolean isWaiting(TaskQueue queue, Order.Item item) {
    return parts.tasks().waiting(orderNo(), queue, item.seq()).isPresent();
  }

  private void read(Order.Item item) {
    String serial = String.valueOf(item.certificateSerial());
    parts.update().read(actor, orderNo(), item.seq(), parts.bridge().read(actor, serial));
    parts.broadcaster().changed(orderNo());
  }

  private void report(Order.Item item, boolean installed) {
    parts.update().report(actor, orderNo(), item.seq(), installed, null);
    if (installed) {
      tellWritten(item);
    }
    parts.broadcaster().changed(orderNo());
  }

  /** What one click began; when it can't go on now, the button is there. */
  private void goOn(Order.Item item) {
    try {
      installation.goOn(orderNo(), item, () -> tellWritten(item), this::changed);
    } catch (Refusal notNow) {
      Refusals.show(notNow);
    }
  }

  private void tellWritten(Order.Item item) {
    Refusals.showSuccess(Texts.of("update.written", validity(item)));
  }

  /** Of the new certificate; empty when none was issued here. */
  private String validity(Order.Item item) {
    HeldCertificate issued = parts.register().issuedFor(orderNo()).get(item.seq());
    return issued == null ? "" : Texts.of("update.validUntil", Times.day(issued.notAfter()));
  }

  private void changed() {
    parts.broadcaster().changed(orderNo());
  }

  private Div repair() {
    String phone = shown.policy().settings().contacts().phone();
    Div buttons =
        new Div(
            ActionButton.primary(
                Texts.of("update.retry"),
                () -> {
                  parts.update().retry(actor, orderNo());
                  parts.broadcaster().changed(orderNo());
                }),
            new ActionButton(
                Texts.of("update.handOver"),
                () -> {
                  parts.update().handToStaff(actor, orderNo(), null);
                  Refusals.showSuccess(Texts.of("update.handedOver"));
                  parts.broadcaster().changed(orderNo());
                }),
            new Span(Texts.of("update.call", phone)));
    buttons.addClassName("buttons");
    return buttons;
  }
}
