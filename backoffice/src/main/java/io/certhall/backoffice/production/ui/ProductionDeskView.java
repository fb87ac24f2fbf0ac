package io.certhall.backoffice.production.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.DeskList;
import io.certhall.backoffice.task.ui.WorkList;
import io.certhall.processes.issuance.ProductionDesk;
import io.certhall.processes.issuance.ProductionQuery;
import io.certhall.processes.issuance.ProductionRow;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.TaskQueue;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys for certificates: scan a serial, the next row is ready. */
@Route(value = "work/production", layout = MainLayout.class)
@RolesAllowed("PRODUCER")
public class ProductionDeskView extends Page {

  private static final long serialVersionUID = 1L;
  private static final int MOST_TO_WRITE = 50;

  private final transient Actor actor;
  private final transient ProductionDesk desk;
  private final transient WorkList.Parts parts;
  private final ProducedCard produced;
  private final KeysToWrite toWrite;
  private final DeskList<ProductionRow> list;
  private @Nullable Registration pulse;

  ProductionDeskView(
      CurrentActor currentActor,
      ProductionDesk desk,
      ProductionQuery query,
      DeskKeys.Parts keyParts,
      WorkList.Parts parts) {
    super(Texts.of("staff.work.production"));
    this.actor = currentActor.get();
    this.desk = desk;
    this.parts = parts;
    setLead(Texts.of("staff.production.lead"));
    produced = new ProducedCard(orderNos -> query.produced(actor, orderNos));
    DeskKeys keys = new DeskKeys(keyParts, actor);
    toWrite = new KeysToWrite(keys, () -> keyParts.writing().waiting(actor, MOST_TO_WRITE));
    list =
        new DeskList<>(
            parts,
            actor,
            TaskQueue.PRODUCTION,
            (filter, after, limit) -> query.page(actor, filter, after, limit),
            ProductionRow::taskId,
            row ->
                new KeyRow(
                    row,
                    parts.policies().active(row.hall()).settings(),
                    parts.clock().instant(),
                    this::produce,
                    keys,
                    this::made));
    add(toWrite, produced, list);
  }

  private void produce(ProductionRow row, String mediumSerial, @Nullable String csrPem) {
    desk.produce(actor, row.taskId(), mediumSerial, csrPem);
    made(row, mediumSerial);
  }

  private void made(ProductionRow row, String mediumSerial) {
    Refusals.showSuccess(
        Texts.of("staff.production.done", mediumSerial.strip(), row.applicantName()));
    produced.made(row.orderNo());
    list.done(row.taskId());
  }

  /** Once signed, an order leaves for dispatch or pickup. */
  @Override
  protected void onAttach(AttachEvent event) {
    pulse =
        parts
            .pulse()
            .follow(event.getUI(), Set.of(TaskQueue.DISPATCH, TaskQueue.PICKUP), this::issued);
  }

  private void issued() {
    produced.refresh();
    toWrite.refresh();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (pulse != null) {
      pulse.remove();
    }
  }
}
