package io.certhall.backoffice.identity.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import io.certhall.backoffice.identity.PhoneAddress;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.document.QrCode;
import io.certhall.processes.identity.IdentityAccess;
import io.certhall.processes.identity.IdentityChecks;
import io.certhall.processes.identity.IdentityInvitation;
import io.certhall.processes.identity.IdentityStatus;
import io.certhall.processes.security.Actor;

/** Beside the computer lies a phone: it scans this code and goes on there (SZ-26). */
final class IdentityCard extends Card {

  private static final long serialVersionUID = 1L;

  private final transient IdentityChecks checks;
  private final transient PhoneAddress phones;
  private final transient Actor actor;
  private final String orderNo;
  private final Div content = new Div();

  IdentityCard(IdentityChecks checks, PhoneAddress phones, Actor actor, String orderNo) {
    super(Texts.of("identity.title"));
    this.checks = checks;
    this.phones = phones;
    this.actor = actor;
    this.orderNo = orderNo;
    content.addClassName("stack");
    add(content);
    show(checks.status(IdentityAccess.of(actor, orderNo)));
  }

  private void show(IdentityStatus status) {
    content.removeAll();
    content.add(
        new Paragraph(
            Texts.of(
                status.organisation() ? "identity.whoOperator" : "identity.whoHolder",
                status.subjectName())));
    if (status.state() == IdentityStatus.State.PAUSED) {
      content.add(
          new Notice(
              Tone.WRONG,
              Texts.of("identity.paused"),
              Texts.of("identity.pausedText", Times.minute(status.pausedUntil()))));
      return;
    }
    content.add(ActionButton.primary(Texts.of("identity.start"), this::invite));
  }

  private void invite() {
    IdentityInvitation invitation = checks.invite(actor, orderNo);
    String address = phones.of(invitation).toString();
    Image code = new Image(QrCode.dataUri(address), Texts.of("identity.qr"));
    code.addClassName("qr");
    Anchor here = new Anchor(address, Texts.of("identity.here"), AnchorTarget.BLANK);
    here.setRouterIgnore(true);
    Paragraph hint = new Paragraph(Texts.of("identity.scan", Times.minute(invitation.expiresAt())));
    Div words = new Div(hint, here, new ActionButton(Texts.of("identity.again"), this::invite));
    words.addClassName("pay-words");
    Div box = new Div(code, words);
    box.addClassName("pay-code");
    content.removeAll();
    content.add(box);
  }
}
