package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.policy.PolicyDraft;

/** What a manager has to know about a draft before anything else. */
final class DraftNotices extends Div {

  private static final long serialVersionUID = 1L;

  DraftNotices() {
    addClassName("stack");
  }

  void clear() {
    removeAll();
  }

  void outdated(PolicyDraft draft, Runnable rebase) {
    add(
        new Notice(
            Tone.YOURS,
            Texts.of("policy.outdated.title"),
            Texts.of("policy.outdated.text", draft.baseVersionNo()),
            ActionButton.primary(Texts.of("policy.outdated.rebase"), rebase)));
  }

  void examplePrices(Runnable confirm) {
    add(
        new Notice(
            Tone.YOURS,
            Texts.of("policy.prices.title"),
            Texts.of("policy.prices.text"),
            ActionButton.primary(Texts.of("policy.prices.confirm"), confirm)));
  }

  void submitted(PolicyDraft.Submission submission, Runnable withdraw) {
    add(
        new Notice(
            Tone.WAITING,
            Texts.of("policy.submitted.title", submission.by(), Times.minute(submission.at())),
            submission.note(),
            ActionButton.tertiary(Texts.of("policy.submitted.withdraw"), withdraw)));
  }

  /** A colleague was faster: what is typed here can't be saved any more. */
  void overtaken(String why, Runnable reload) {
    add(
        new Notice(
            Tone.WRONG,
            Texts.of("policy.overtaken.title"),
            why,
            new ActionButton(Texts.of("policy.overtaken.reload"), reload)));
  }
}
