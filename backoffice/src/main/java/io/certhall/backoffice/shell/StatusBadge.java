package io.certhall.backoffice.shell;

import com.vaadin.flow.component.html.Span;
import io.certhall.processes.order.OrderState;

/** An order's state in a word and a tone. */
public class StatusBadge extends Span {

  private static final long serialVersionUID = 1L;

  /** Tones of a badge; each is a CSS class. */
  public enum Tone {
    NEUTRAL,
    YOURS,
    WAITING,
    DONE,
    WRONG
  }

  public StatusBadge(OrderState state) {
    this(Texts.of(state), of(state));
  }

  public StatusBadge(String text, Tone tone) {
    super(text);
    addClassNames("badge", "badge-" + tone.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** Whose move it is, in words for the applicant or for staff. */
  public static String mover(OrderState state, boolean applicantReads) {
    return applicantReads && state.mover() == OrderState.Mover.APPLICANT
        ? Texts.of("move.you", Texts.of("move.do." + state.name()))
        : Texts.of("move." + state.mover().name());
  }

  public static Tone of(OrderState state) {
    return switch (state) {
      case REJECTED, UPDATE_FAILED -> Tone.WRONG;
      case COMPLETED -> Tone.DONE;
      case CANCELLED, CLOSED -> Tone.NEUTRAL;
      default -> state.mover() == OrderState.Mover.APPLICANT ? Tone.YOURS : Tone.WAITING;
    };
  }
}
