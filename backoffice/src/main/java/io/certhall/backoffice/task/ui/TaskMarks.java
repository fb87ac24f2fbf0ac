package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.diagram.TimeSpent;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Small facts about a task: how old, how late, whose. */
public final class TaskMarks {

  private TaskMarks() {}

  /** How long it waits; the moment it came as a tooltip. */
  public static Component age(Instant createdAt, Instant now) {
    Span age = new Span(TimeSpent.words(Duration.between(createdAt, now)));
    age.setTitle(Times.second(createdAt));
    age.addClassName("num");
    return age;
  }

  /** What is left of the promised time, or how much it is overdue; empty without a promise. */
  public static Optional<Component> due(@Nullable Instant dueAt, Instant now) {
    if (dueAt == null) {
      return Optional.empty();
    }
    boolean overdue = dueAt.isBefore(now);
    String time = TimeSpent.words(Duration.between(now, dueAt).abs());
    StatusBadge badge =
        overdue
            ? new StatusBadge(Texts.of("staff.work.overdue", time), Tone.WRONG)
            : new StatusBadge(
                Texts.of("staff.work.left", time),
                Duration.between(now, dueAt).toHours() < 4 ? Tone.YOURS : Tone.NEUTRAL);
    badge.setTitle(Times.minute(dueAt));
    return Optional.of(badge);
  }

  public static String assignee(Actor actor, @Nullable Long id, @Nullable String name) {
    if (id == null) {
      return "—";
    }
    return id == actor.accountId() ? Texts.of("staff.work.me") : String.valueOf(name);
  }

  /** The service's name; tasks of the hall itself (profile review) have their own. */
  public static String service(String code) {
    return Arrays.stream(Service.values())
        .filter(service -> service.name().equals(code))
        .findFirst()
        .map(Texts::of)
        .orElseGet(() -> Texts.of("staff.work.service." + code));
  }
}
