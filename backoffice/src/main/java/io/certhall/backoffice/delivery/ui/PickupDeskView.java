package io.certhall.backoffice.delivery.ui;

import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.DeskList;
import io.certhall.backoffice.task.ui.WorkList;
import io.certhall.processes.delivery.PickupDesk;
import io.certhall.processes.order.Orders;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskRow;
import jakarta.annotation.security.RolesAllowed;

/** The counter: find the order, look at the card, hand the keys over. */
@Route(value = "work/pickup", layout = MainLayout.class)
@RolesAllowed("DISPATCHER")
public class PickupDeskView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient PickupDesk desk;
  private final DeskList<TaskRow> list;

  PickupDeskView(CurrentActor currentActor, PickupDesk desk, Orders orders, WorkList.Parts parts) {
    super(Texts.of("staff.work.pickup"));
    this.actor = currentActor.get();
    this.desk = desk;
    setLead(Texts.of("staff.delivery.pickupLead"));
    list =
        new DeskList<>(
            parts,
            actor,
            TaskQueue.PICKUP,
            (filter, after, limit) -> parts.query().page(actor, filter, after, limit),
            TaskRow::id,
            row ->
                new PickupRow(
                    Parcel.of(row, orders),
                    parts.clock().instant(),
                    desk.asksForLetter(row.hall()),
                    this::hand));
    add(list);
  }

  private void hand(Parcel parcel, String recipient, String idLast4, boolean letter) {
    desk.handOver(actor, parcel.task().id(), recipient, idLast4, letter);
    Refusals.showSuccess(Texts.of("staff.delivery.handed", parcel.orderNo(), recipient.strip()));
    list.done(parcel.task().id());
  }
}
