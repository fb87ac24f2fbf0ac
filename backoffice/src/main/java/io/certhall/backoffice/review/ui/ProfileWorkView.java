package io.certhall.backoffice.review.ui;

import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.WorkList;
import io.certhall.processes.task.TaskQueue;
import jakarta.annotation.security.RolesAllowed;

/** Organisation profiles that wait for their review. */
@Route(value = "work/profiles", layout = MainLayout.class)
@RolesAllowed("REVIEWER")
public class ProfileWorkView extends Page {

  private static final long serialVersionUID = 1L;

  ProfileWorkView(CurrentActor actor, WorkList.Parts parts) {
    super(Texts.of("staff.work.profile"));
    add(
        new WorkList(
            parts,
            actor.get(),
            TaskQueue.PROFILE,
            row -> getUI().ifPresent(ui -> ui.navigate(ProfileReviewView.class, row.id()))));
  }
}
