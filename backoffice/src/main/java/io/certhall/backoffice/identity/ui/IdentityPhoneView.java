package io.certhall.backoffice.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.PreserveOnRefresh;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.order.ui.OrderChangeBroadcaster;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.identity.IdentityAccess;
import io.certhall.processes.identity.IdentityChecks;
import io.certhall.processes.identity.IdentityDecision;
import io.certhall.processes.identity.IdentitySide;
import io.certhall.processes.identity.IdentityStatus;
import io.certhall.processes.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The check on a phone, let in by a token that opens once: agree, photograph both sides, type name
 * and number. Reloading keeps the page, as the token can't be used again.
 */
@Route("identity/:token")
@AnonymousAllowed
@PreserveOnRefresh
public class IdentityPhoneView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient IdentityChecks checks;
  private final transient IdentityDecision decision;
  private final transient OrderChangeBroadcaster broadcaster;
  private final Div content = new Div();
  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);
  private final TextField name = new TextField(Texts.of("identity.name"));
  private final TextField idNo = new TextField(Texts.of("identity.idNo"));
  private transient @Nullable IdentityAccess access;
  private String opened = "";

  IdentityPhoneView(
      IdentityChecks checks, IdentityDecision decision, OrderChangeBroadcaster broadcaster) {
    this.checks = checks;
    this.decision = decision;
    this.broadcaster = broadcaster;
    addClassName("access");
    content.addClassNames("stack", "access-card");
    errors.bind("name", name).setRequiredIndicatorVisible(true);
    errors.bind("idNo", idNo).setRequiredIndicatorVisible(true);
    name.setMaxLength(60);
    idNo.setMaxLength(18);
    add(content);
  }

  @Override
  public String getPageTitle() {
    return Texts.of("identity.title") + " - CertHall";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String token = event.getRouteParameters().get("token").orElseThrow();
    if (token.equals(opened)) {
      return;
    }
    opened = token;
    try {
      access = checks.open(token);
      refresh();
    } catch (Refusal refused) {
      end(Tone.WRONG, Texts.of("identity.noWay"), Texts.of(refused));
    }
  }

  private void end(Tone tone, String title, String text) {
    content.removeAll();
    content.add(new H1(Texts.of("identity.title")), new Notice(tone, title, text));
  }

  private void refresh() {
    IdentityAccess phone = access;
    if (phone == null) {
      return;
    }
    IdentityStatus status = checks.status(phone);
    switch (status.state()) {
      case PASSED -> end(Tone.DONE, Texts.of("identity.passed"), Texts.of("identity.passedText"));
      case PAUSED ->
          end(
              Tone.WRONG,
              Texts.of("identity.paused"),
              Texts.of("identity.pausedText", Times.minute(status.pausedUntil())));
      case NOT_DUE -> end(Tone.NEUTRAL, Texts.of("identity.notDue"), "");
      case PENDING -> showSteps(phone, status);
    }
  }

  private void showSteps(IdentityAccess phone, IdentityStatus status) {
    content.removeAll();
    content.add(
        new H1(Texts.of("identity.title")),
        new Paragraph(
            Texts.of(
                status.organisation() ? "identity.whoOperator" : "identity.whoHolder",
                status.subjectName())));
    if (!status.hasConsents()) {
      content.add(new ConsentStep(checks, phone, this::refresh));
      return;
    }
    Card pictures = new Card(Texts.of("identity.step.photos"));
    for (IdentitySide side : IdentitySide.values()) {
      pictures.add(
          new PhotoField(checks, phone, side, status.photos().contains(side), this::refresh));
    }
    content.add(pictures);
    if (status.hasPhotos()) {
      Div form =
          new Div(
              summary,
              new Paragraph(Texts.of("identity.confirm")),
              name,
              idNo,
              ActionButton.primary(Texts.of("identity.verify"), this::verify));
      form.addClassName("form");
      content.add(new Card(Texts.of("identity.step.verify"), form));
    }
  }

  private void verify() {
    IdentityAccess phone = access;
    if (phone == null) {
      return;
    }
    errors.clear();
    try {
      decision.verify(phone, name.getValue(), idNo.getValue());
      broadcaster.changed(phone.orderNo());
      refresh();
    } catch (Refusal refused) {
      errors.show(refused);
      if (checks.status(phone).state() != IdentityStatus.State.PENDING) {
        end(Tone.WRONG, Texts.of("identity.failed"), Texts.of(refused));
      }
    }
  }
}
