package io.certhall.backoffice.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.delivery.ui.DispatchDeskView;
import io.certhall.backoffice.delivery.ui.PickupDeskView;
import io.certhall.backoffice.medium.ui.MediaView;
import io.certhall.backoffice.production.ui.InboundDeskView;
import io.certhall.backoffice.production.ui.ProductionDeskView;
import io.certhall.backoffice.production.ui.RemoteDeskView;
import io.certhall.backoffice.review.ui.ProfileWorkView;
import io.certhall.backoffice.review.ui.ReviewWorkView;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.backoffice.task.ui.StaffOrdersView;
import io.certhall.processes.medium.MediumStock;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Staff's queues with what waits in each, and the search over orders. */
@org.springframework.stereotype.Component
class WorkNavigation implements FeatureNavigation {

  private static final Set<Role> MEDIA =
      Set.of(Role.PRODUCER, Role.DISPATCHER, Role.MANAGER, Role.AUDITOR, Role.ADMIN);

  private final TaskQuery tasks;
  private final MediumStock stock;

  WorkNavigation(TaskQuery tasks, MediumStock stock) {
    this.tasks = tasks;
    this.stock = stock;
  }

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    List<NavigationEntry> entries = new ArrayList<>();
    queue(entries, actor, TaskQueue.REVIEW, 10, VaadinIcon.CLIPBOARD_CHECK, ReviewWorkView.class);
    queue(entries, actor, TaskQueue.PROFILE, 20, VaadinIcon.BUILDING_O, ProfileWorkView.class);
    queue(entries, actor, TaskQueue.PRODUCTION, 30, VaadinIcon.KEY_O, ProductionDeskView.class);
    queue(entries, actor, TaskQueue.REMOTE, 35, VaadinIcon.DESKTOP, RemoteDeskView.class);
    queue(entries, actor, TaskQueue.INBOUND, 38, VaadinIcon.INBOX, InboundDeskView.class);
    queue(entries, actor, TaskQueue.DISPATCH, 40, VaadinIcon.TRUCK, DispatchDeskView.class);
    queue(entries, actor, TaskQueue.PICKUP, 50, VaadinIcon.HAND, PickupDeskView.class);
    if (MEDIA.stream().anyMatch(actor::has)) {
      entries.add(
          new NavigationEntry(
              NavigationSection.WORK,
              55,
              "medium.title",
              VaadinIcon.STOCK,
              MediaView.class,
              stock::alarms));
    }
    if (actor.readsCases()) {
      entries.add(
          new NavigationEntry(
              NavigationSection.WORK,
              60,
              "staff.orders.title",
              VaadinIcon.SEARCH,
              StaffOrdersView.class));
    }
    return entries;
  }

  private void queue(
      List<NavigationEntry> entries,
      Actor actor,
      TaskQueue queue,
      int order,
      VaadinIcon icon,
      Class<? extends Component> view) {
    if (queue.role() != null && actor.has(queue.role())) {
      entries.add(
          new NavigationEntry(
              NavigationSection.WORK,
              order,
              "staff.work." + queue.code(),
              icon,
              view,
              who -> tasks.count(who, TaskQuery.Filter.of(queue))));
    }
  }
}
