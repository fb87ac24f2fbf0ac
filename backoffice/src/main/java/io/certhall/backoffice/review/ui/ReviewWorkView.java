package io.certhall.backoffice.review.ui;

import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.WorkList;
import io.certhall.processes.task.TaskQueue;
import jakarta.annotation.security.RolesAllowed;

/** Orders that wait for their review. */
@Route(value = "work/review", layout = MainLayout.class)
@RolesAllowed("REVIEWER")
public class ReviewWorkView extends Page {

  private static final long serialVersionUID = 1L;

  ReviewWorkView(CurrentActor actor, WorkList.Parts parts) {
    super(Texts.of("staff.work.review"));
    add(
        new WorkList(
            parts,
            actor.get(),
            TaskQueue.REVIEW,
            row -> getUI().ifPresent(ui -> ui.navigate(ReviewView.class, row.id()))));
  }
}
