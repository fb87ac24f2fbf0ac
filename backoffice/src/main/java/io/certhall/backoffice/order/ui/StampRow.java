package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.seal.StampState;
import io.certhall.processes.seal.StampView;
import io.certhall.processes.seal.Stamps;
import io.certhall.processes.security.Actor;
import io.certhall.processes.stamp.InkPicture;
import io.certhall.processes.stamp.StampSheet.Cut;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One seal of the order: its picture, and whether the applicant agreed to it. */
class StampRow extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Stamps stamps;
  private final transient Actor actor;
  private final String orderNo;
  private final transient StampView view;
  private final Div picture = new Div();
  private final Div words = new Div();
  private final Div standing = new Div();

  StampRow(Stamps stamps, Actor actor, String orderNo, StampView view, boolean lookAtOnce) {
    this.stamps = stamps;
    this.actor = actor;
    this.orderNo = orderNo;
    this.view = view;
    addClassNames("row", "seal");
    picture.addClassName("seal-picture");
    words.addClassName("row-words");
    standing.addClassName("seal-standing");
    Div main = new Div(picture, words);
    main.addClassName("seal-main");
    add(main, standing);
    if (view.state() == StampState.CONFIRMED) {
      showConfirmed(stamps.confirmed(actor, orderNo, view.itemSeq(), view.code()));
    } else if (lookAtOnce) {
      look();
    } else {
      showWaiting();
    }
  }

  private void showWaiting() {
    boolean open = view.state() == StampState.OPEN;
    show(null, Texts.of(open ? "stamp.open" : "stamp.missing"), open ? Tone.YOURS : Tone.NEUTRAL);
    if (open) {
      say(Texts.of("stamp.openText"), false);
      act(quiet("stamp.look", this::look));
    } else {
      say(Texts.of("stamp.missingText"), false);
    }
  }

  /** Cuts the stamps out, or says why there is none and what to do. */
  private void look() {
    try {
      choose(stamps.cut(actor, orderNo, view.itemSeq(), view.code()), 0);
    } catch (Refusal refused) {
      show(null, Texts.of("stamp.notFound"), Tone.WRONG);
      say(Texts.of(refused), true);
      act(quiet("stamp.again", this::look));
    }
  }

  private void choose(List<Cut> cuts, int choice) {
    InkPicture shown = cuts.get(choice).picture();
    show(shown, Texts.of("stamp.open"), Tone.YOURS);
    say(Texts.of("stamp.size", shown.widthMm(), shown.heightMm()), false);
    if (cuts.size() > 1) {
      say(Texts.of("stamp.several", cuts.size(), choice + 1), false);
    }
    ActionButton agree =
        ActionButton.primary(
            Texts.of("stamp.confirm"),
            () ->
                showConfirmed(stamps.confirm(actor, orderNo, view.itemSeq(), view.code(), choice)));
    agree.addThemeVariants(ButtonVariant.LUMO_SMALL);
    act(agree);
    if (cuts.size() > 1) {
      act(quiet("stamp.next", () -> choose(cuts, (choice + 1) % cuts.size())));
    }
  }

  private void showConfirmed(InkPicture confirmed) {
    show(confirmed, Texts.of("stamp.confirmed"), Tone.DONE);
    say(Texts.of("stamp.size", confirmed.widthMm(), confirmed.heightMm()), false);
    act(quiet("stamp.again", this::look));
  }

  private void show(@Nullable InkPicture shown, String badge, Tone tone) {
    picture.removeAll();
    if (shown != null) {
      picture.add(
          new Image(
              "data:image/png;base64," + Base64.getEncoder().encodeToString(shown.png()),
              Texts.of("seals.pictureOf", Texts.of(view.label()))));
    }
    words.removeAll();
    Span title = new Span(Texts.of("stamp.of", view.itemSeq(), Texts.of(view.label())));
    title.addClassName("row-title");
    words.add(title);
    standing.removeAll();
    standing.add(new StatusBadge(badge, tone));
  }

  private void say(String text, boolean wrong) {
    Span line = new Span(text);
    line.addClassNames(wrong ? "field-error" : "muted", "small");
    if (wrong) {
      line.getElement().setAttribute("role", "alert");
    }
    words.add(line);
  }

  private void act(ActionButton button) {
    standing.add(button);
  }

  private static ActionButton quiet(String text, Runnable action) {
    ActionButton button = new ActionButton(Texts.of(text), action);
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return button;
  }
}
