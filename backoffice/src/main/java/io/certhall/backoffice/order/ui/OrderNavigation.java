package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.query.OrderQuery;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The applicant's orders; the counter tells how many wait for him. */
@Component
class OrderNavigation implements FeatureNavigation {

  private final OrderQuery orders;

  OrderNavigation(OrderQuery orders) {
    this.orders = orders;
  }

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    if (!actor.has(Role.APPLICANT)) {
      return List.of();
    }
    return List.of(
        new NavigationEntry(
            NavigationSection.SERVICES,
            10,
            "orders.title",
            VaadinIcon.FILE_TEXT_O,
            OrderListView.class,
            this::waiting),
        new NavigationEntry(
            NavigationSection.SERVICES,
            12,
            "items.title",
            VaadinIcon.LIST,
            OrderItemListView.class));
  }

  private int waiting(Actor actor) {
    return orders.perState(actor).entrySet().stream()
        .filter(entry -> entry.getKey().mover() == OrderState.Mover.APPLICANT)
        .mapToInt(java.util.Map.Entry::getValue)
        .sum();
  }
}
