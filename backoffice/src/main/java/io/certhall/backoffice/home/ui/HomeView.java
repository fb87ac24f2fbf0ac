package io.certhall.backoffice.home.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Optional;

/** The first page: services for guests and applicants, work lists for staff. */
@Route(value = "", layout = MainLayout.class)
@AnonymousAllowed
public class HomeView extends Page {

  private static final long serialVersionUID = 1L;

  HomeView(
      CurrentActor currentActor,
      CurrentHall currentHall,
      ApplicantHome applicant,
      GuestHome guest,
      StaffHome staff) {
    super(Texts.of("home.title"));
    Optional<Actor> actor = currentActor.find();
    Optional<PublishedPolicy> hall = currentHall.find();
    hall.ifPresent(open -> setHeading(Texts.of(open.settings().name())));
    if (actor.isEmpty()) {
      hall.ifPresent(open -> guest.blocks(open).forEach(this::add));
      setLead(Texts.of("home.guestLead"));
      return;
    }
    if (actor.get().has(Role.APPLICANT)) {
      hall.ifPresent(open -> applicant.blocks(actor.get(), open).forEach(this::add));
    }
    if (actor.get().isStaff()) {
      setHeading(Texts.of("home.staffTitle"));
      setLead(Texts.of("home.staffLead", actor.get().name()));
      add(staff.block(actor.get()));
    }
  }
}
