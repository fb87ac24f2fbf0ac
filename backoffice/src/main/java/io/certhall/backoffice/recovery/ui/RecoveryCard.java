package io.certhall.backoffice.recovery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.recovery.KeyRecoveries;
import io.certhall.processes.recovery.KeyRecovery;
import io.certhall.processes.recovery.RecoveryState;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.function.Supplier;

/** One recovery: what is asked, who decided what, and what this officer may do. */
final class RecoveryCard extends Card {

  private static final long serialVersionUID = 1L;
  private static final String BINARY = "application/octet-stream";

  private final transient Actor actor;
  private final transient KeyRecoveries recoveries;
  private final transient KeyRecovery recovery;
  private final transient Runnable changed;
  private final TextField note = new TextField();

  RecoveryCard(Actor actor, KeyRecoveries recoveries, KeyRecovery recovery, Runnable changed) {
    super(Texts.of("recovery.number", String.valueOf(recovery.id()), Texts.of(recovery.kind())));
    this.actor = actor;
    this.recoveries = recoveries;
    this.recovery = recovery;
    this.changed = changed;
    addToHead(
        new StatusBadge(Texts.of(recovery.state()), tone()),
        new Span(
            Texts.of(
                "recovery.approvals",
                String.valueOf(recovery.approvals()),
                String.valueOf(recovery.needed()))));
    facts();
    if (actor.has(Role.KEY_OFFICER)) {
      add(actions());
    }
  }

  private Tone tone() {
    return switch (recovery.state()) {
      case OPEN -> Tone.YOURS;
      case APPROVED, WITHDRAWN, EXPIRED -> Tone.NEUTRAL;
      case DELIVERED -> Tone.DONE;
      case REJECTED, FAILED -> Tone.WRONG;
    };
  }

  private void facts() {
    line("recovery.of", recovery.commonName(), recovery.encryptionSerial());
    line("recovery.to", recovery.recipientSubject());
    line("recovery.because", recovery.reason());
    if (recovery.authority() != null) {
      line("recovery.court", recovery.authority(), String.valueOf(recovery.caseNo()));
    }
    line(
        "recovery.by",
        recovery.requestedName(),
        Times.minute(recovery.requestedAt()),
        Times.minute(recovery.expiresAt()));
    for (KeyRecovery.Decision decision : recovery.decisions()) {
      line(
          decision.approved() ? "recovery.approvedBy" : "recovery.rejectedBy",
          decision.officer(),
          Times.minute(decision.at()),
          decision.note() == null ? "" : decision.note());
    }
    if (recovery.failure() != null) {
      line("recovery.failure", recovery.failure());
    }
  }

  private void line(String key, Object... values) {
    Div line = new Div(new Span(Texts.of(key, values)));
    line.addClassName("small");
    add(line);
  }

  private Div actions() {
    Div actions = new Div();
    actions.addClassName("work-actions");
    boolean own = recovery.requestedBy() == actor.accountId();
    if (recovery.state() == RecoveryState.OPEN && own) {
      actions.add(
          ActionButton.tertiary(
              Texts.of("recovery.withdraw"),
              () -> done("recovery.withdrawn", () -> recoveries.withdraw(actor, recovery.id()))));
    } else if (recovery.state() == RecoveryState.OPEN && !recovery.isDecidedBy(actor.accountId())) {
      decisions(actions);
    } else if (recovery.state() == RecoveryState.DELIVERED && own) {
      downloads(actions);
    }
    return actions;
  }

  private void decisions(Div actions) {
    note.setPlaceholder(Texts.of("recovery.note"));
    note.setAriaLabel(Texts.of("recovery.note"));
    note.setManualValidation(true);
    actions.add(
        note,
        ActionButton.primary(
            Texts.of("recovery.approve"),
            () ->
                done(
                    "recovery.approved",
                    () -> recoveries.approve(actor, recovery.id(), note.getValue()))),
        ActionButton.tertiary(
            Texts.of("recovery.reject"),
            () ->
                done(
                    "recovery.rejected",
                    () -> recoveries.reject(actor, recovery.id(), note.getValue()))));
  }

  private void done(String message, Runnable action) {
    note.setInvalid(false);
    try {
      action.run();
    } catch (Refusal refused) {
      Problem problem = refused.problems().getFirst();
      if (!problem.path().equals("note")) {
        throw refused;
      }
      note.setErrorMessage(Texts.of(problem));
      note.setInvalid(true);
      return;
    }
    Refusals.showSuccess(Texts.of(message));
    changed.run();
  }

  private void downloads(Div actions) {
    String name = "key-" + recovery.encryptionSerial();
    actions.add(
        Downloads.save(Texts.of("recovery.envelope"), file(name + ".der", () -> envelope().der())),
        Downloads.save(
            Texts.of("recovery.skf"),
            file(
                name + ".skf",
                () -> {
                  byte[] blob = envelope().skfBlob();
                  return blob == null ? new byte[0] : blob;
                })));
  }

  private KeyRecoveries.Envelope envelope() {
    return recoveries.envelope(actor, recovery.id());
  }

  private static Supplier<Downloads.File> file(String name, Supplier<byte[]> content) {
    return () -> new Downloads.File(name, BINARY, content.get());
  }
}
