package io.certhall.backoffice.delivery.ui;

import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.DeskList;
import io.certhall.backoffice.task.ui.WorkList;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.delivery.TrackingImport;
import io.certhall.processes.order.Orders;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskRow;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Parcels to be handed to a courier. */
@Route(value = "work/dispatch", layout = MainLayout.class)
@RolesAllowed("DISPATCHER")
public class DispatchDeskView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient ShippingDesk desk;
  private final DeskList<TaskRow> list;
  private @Nullable String usualCarrier;

  DispatchDeskView(
      CurrentActor currentActor,
      ShippingDesk desk,
      TrackingImport imports,
      Orders orders,
      WorkList.Parts parts) {
    super(Texts.of("staff.work.dispatch"));
    this.actor = currentActor.get();
    this.desk = desk;
    setLead(Texts.of("staff.delivery.dispatchLead"));
    list =
        new DeskList<>(
            parts,
            actor,
            TaskQueue.DISPATCH,
            (filter, after, limit) -> parts.query().page(actor, filter, after, limit),
            TaskRow::id,
            row ->
                new DispatchRow(
                    Parcel.of(row, orders), usualCarrier, parts.clock().instant(), this::ship));
    add(new SheetExchange(actor, parts.query(), orders, imports, list::refresh), list);
  }

  private void ship(Parcel parcel, @Nullable String carrier, String trackingNo) {
    desk.ship(actor, parcel.task().id(), carrier, trackingNo);
    usualCarrier = carrier;
    Refusals.showSuccess(Texts.of("staff.delivery.shipped", parcel.orderNo(), trackingNo.strip()));
    list.done(parcel.task().id());
  }
}
