package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.diagram.ProcessDiagram;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.Order;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.task.query.VisitQuery;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The order's way through its hall's process, drawn when someone wants to see it. */
@Component
class OrderDiagram {

  private final VisitQuery visits;
  private final Clock clock;

  OrderDiagram(VisitQuery visits, Clock clock) {
    this.visits = visits;
    this.clock = clock;
  }

  Details of(Order order, PublishedPolicy policy) {
    Div slot = new Div();
    Details details = new Details(Texts.of("order.diagram"), slot);
    details.addClassNames("card", "order-diagram");
    details.addOpenedChangeListener(
        change -> {
          slot.removeAll();
          if (change.isOpened()) {
            slot.add(
                ProcessDiagram.ofOrder(
                    policy, visits.of(order.orderNo()), order.state().isEnded(), clock.instant()));
          }
        });
    return details;
  }
}
