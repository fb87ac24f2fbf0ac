package io.certhall.backoffice.task;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.shared.Registration;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.TaskQueue;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the navigation's counters fresh on pages that staff leave open. */
@Configuration(proxyBeanMethods = false)
class LiveCounters {

  @Bean
  VaadinServiceInitListener followWork(WorkPulse pulse, CurrentActor currentActor) {
    return service ->
        service
            .getSource()
            .addUIInitListener(
                opened ->
                    currentActor
                        .find()
                        .filter(Actor::isStaff)
                        .ifPresent(actor -> follow(opened.getUI(), actor, pulse)));
  }

  private static void follow(UI ui, Actor actor, WorkPulse pulse) {
    Set<TaskQueue> queues =
        EnumSet.allOf(TaskQueue.class).stream()
            .filter(
                queue -> queue.role() != null && actor.has(Objects.requireNonNull(queue.role())))
            .collect(Collectors.toSet());
    Registration following =
        pulse.follow(
            ui,
            queues,
            () ->
                ui.getChildren()
                    .filter(MainLayout.class::isInstance)
                    .map(MainLayout.class::cast)
                    .forEach(MainLayout::refreshCounters));
    ui.addDetachListener(left -> following.remove());
  }
}
