package io.certhall.processes.medium;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with a key by hand, each time with a note why. */
@Service
public class MediumDesk {

  private static final int LONGEST_NOTE = 500;

  private final MediumBooks books;

  MediumDesk(MediumBooks books) {
    this.books = books;
  }

  /** What can be done by hand; the rest comes from orders. */
  public enum Act {
    RESTOCK(MediumState.IN_STOCK),
    RETURN(MediumState.RETURNED),
    FAULTY(MediumState.FAULTY),
    DESTROY(MediumState.DESTROYED);

    private final MediumState target;

    Act(MediumState target) {
      this.target = target;
    }

    public boolean isLegalFrom(MediumState state) {
      return state != target && state.next().contains(target);
    }
  }

  /**
   * @throws Refusal RULE FIELD_REQUIRED without a note; NOT_FOUND MEDIUM_UNKNOWN; CONFLICT with the
   *     state of a key that can't be moved so
   */
  @Transactional
  public void act(Actor actor, String serial, Act act, @Nullable String note) {
    actor.require(Role.PRODUCER, Role.DISPATCHER);
    if (note == null || note.isBlank()) {
      throw Refusal.rule("note", "FIELD_REQUIRED");
    }
    if (note.strip().length() > LONGEST_NOTE) {
      throw Refusal.rule("note", "TEXT_TOO_LONG", LONGEST_NOTE);
    }
    KeyMedium medium =
        books.lock(serial).orElseThrow(() -> Refusal.notFound("MEDIUM_UNKNOWN", serial));
    if (medium.state() == act.target) {
      throw Refusal.conflict("MEDIUM_" + medium.state(), serial);
    }
    books.move(actor, medium, act.target, note.strip());
  }
}
