package io.certhall.backoffice.production.ui;

import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.DeskList;
import io.certhall.backoffice.task.ui.WorkList;
import io.certhall.processes.issuance.InboundDesk;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskRow;
import jakarta.annotation.security.RolesAllowed;

/** Keys that applicants send in: arrival and serial are confirmed here. */
@Route(value = "work/inbound", layout = MainLayout.class)
@RolesAllowed("DISPATCHER")
public class InboundDeskView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient InboundDesk desk;
  private final DeskList<TaskRow> list;

  InboundDeskView(CurrentActor currentActor, InboundDesk desk, WorkList.Parts parts) {
    super(Texts.of("staff.work.inbound"));
    this.actor = currentActor.get();
    this.desk = desk;
    setLead(Texts.of("desk.inboundLead"));
    list =
        new DeskList<>(
            parts,
            actor,
            TaskQueue.INBOUND,
            (filter, after, limit) -> parts.query().page(actor, filter, after, limit),
            TaskRow::id,
            row ->
                new InboundRow(
                    row,
                    desk.of(String.valueOf(row.orderNo())),
                    parts.clock().instant(),
                    this::receive));
    add(list);
  }

  private void receive(TaskRow task, String serials) {
    desk.receive(actor, task.id(), serials);
    Refusals.showSuccess(Texts.of("desk.inboundDone", String.valueOf(task.orderNo())));
    list.done(task.id());
  }
}
