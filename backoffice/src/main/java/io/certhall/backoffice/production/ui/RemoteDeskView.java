package io.certhall.backoffice.production.ui;

import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.DeskList;
import io.certhall.backoffice.task.ui.WorkList;
import io.certhall.processes.issuance.RemoteDesk;
import io.certhall.processes.order.Orders;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskRow;
import jakarta.annotation.security.RolesAllowed;

/** Remote sessions with holders: unlocking, or finishing an update that failed. */
@Route(value = "work/remote", layout = MainLayout.class)
@RolesAllowed("PRODUCER")
public class RemoteDeskView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient RemoteDesk desk;
  private final DeskList<TaskRow> list;

  RemoteDeskView(
      CurrentActor currentActor,
      RemoteDesk desk,
      RemoteHelp.Parts help,
      Orders orders,
      WorkList.Parts parts) {
    super(Texts.of("staff.work.remote"));
    this.actor = currentActor.get();
    this.desk = desk;
    setLead(Texts.of("desk.remoteLead"));
    list =
        new DeskList<>(
            parts,
            actor,
            TaskQueue.REMOTE,
            (filter, after, limit) -> parts.query().page(actor, filter, after, limit),
            TaskRow::id,
            row ->
                new RemoteRow(
                    row,
                    orders.contact(String.valueOf(row.orderNo())),
                    desk.of(String.valueOf(row.orderNo())),
                    parts.clock().instant(),
                    this::finish,
                    new RemoteHelp(help, actor)));
    add(list);
  }

  private void finish(TaskRow task, boolean done, String note) {
    desk.finish(actor, task.id(), done, note);
    Refusals.showSuccess(
        Texts.of(done ? "desk.remoteDone" : "desk.remoteFailed", String.valueOf(task.orderNo())));
    list.done(task.id());
  }
}
