package io.certhall.backoffice.certificate.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.seal.HeldSeal;
import io.certhall.processes.seal.SealFreeze;
import io.certhall.processes.seal.SealQuery;
import io.certhall.processes.seal.SealState;
import io.certhall.processes.security.Actor;
import java.util.Base64;

/** One seal: what it looks like, how it stands, its file. */
class SealRow extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Services services;
  private final transient HallSettings hall;

  /** What the rows of a list share. */
  record Services(SealQuery seals, SealFreeze freeze, Actor actor) {}

  SealRow(Services services, HallSettings hall, HeldSeal seal) {
    this.services = services;
    this.hall = hall;
    addClassNames("row", "seal");
    show(seal);
  }

  private void show(HeldSeal seal) {
    removeAll();
    Span name = new Span(Texts.of(hall.sealLabel(seal.code())));
    name.addClassName("row-title");
    RouterLink on =
        new RouterLink(
            Texts.of("seals.on", seal.commonName(), Times.day(seal.validTo())),
            CertificateView.class,
            CertificateView.of(seal.certificateSerial()));
    on.addClassName("small");
    Div words = new Div(name, on);
    words.addClassName("row-words");
    if (seal.esId() != null) {
      Span facts =
          new Span(
              Texts.of(
                  "seals.facts",
                  seal.widthMm(),
                  seal.heightMm(),
                  seal.formatVersion(),
                  seal.esId()));
      facts.addClassNames("muted", "small");
      words.add(facts);
    }
    if (seal.pictureSource() != null) {
      Span source = new Span(Texts.of("seals.picture." + seal.pictureSource()));
      source.addClassNames("muted", "small");
      words.add(source);
    }
    Div main = new Div(picture(seal), words);
    main.addClassName("seal-main");
    add(main, standing(seal));
  }

  private Div picture(HeldSeal seal) {
    Div frame = new Div();
    frame.addClassName("seal-picture");
    if (seal.esId() != null) {
      byte[] png = services.seals().picture(services.actor(), seal.id());
      Image image =
          new Image(
              "data:image/png;base64," + Base64.getEncoder().encodeToString(png),
              Texts.of("seals.pictureOf", seal.name()));
      frame.add(image);
    }
    return frame;
  }

  private Div standing(HeldSeal seal) {
    Div standing =
        new Div(new StatusBadge(Texts.of("seals.state." + seal.state()), tone(seal.state())));
    standing.addClassName("seal-standing");
    Div actions = new Div();
    actions.addClassName("row-actions");
    if (seal.esId() != null && seal.state() != SealState.REVOKED) {
      actions.add(
          Downloads.save(
              Texts.of("seals.download"),
              () ->
                  new Downloads.File(
                      seal.name() + "-" + seal.certificateSerial() + ".der",
                      "application/octet-stream",
                      services.seals().der(services.actor(), seal.id()))));
    }
    if (seal.esId() != null && seal.state() == SealState.NORMAL) {
      actions.add(
          quiet("seals.freeze", () -> show(services.freeze().freeze(services.actor(), seal.id()))));
    } else if (seal.state() == SealState.FROZEN && seal.frozen()) {
      actions.add(
          quiet(
              "seals.release", () -> show(services.freeze().release(services.actor(), seal.id()))));
    }
    standing.add(actions);
    return standing;
  }

  private static ActionButton quiet(String text, Runnable action) {
    ActionButton button = new ActionButton(Texts.of(text), action);
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return button;
  }

  private static Tone tone(SealState state) {
    return switch (state) {
      case NORMAL -> Tone.DONE;
      case FROZEN -> Tone.WRONG;
      case EXPIRED, CLOSED, REVOKED -> Tone.NEUTRAL;
    };
  }
}
