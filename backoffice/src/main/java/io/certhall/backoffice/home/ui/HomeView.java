package io.certhall.backoffice.home.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.portal.ui.HallCards;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Optional;

/** The first page: the halls for guests, services for applicants, work lists for staff. */
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
    boolean applies = actor.map(person -> person.has(Role.APPLICANT)).orElse(false);
    if (applies) {
      applicant.chooseHall(actor.get(), currentHall);
    }
    Optional<PublishedPolicy> hall = currentHall.isChosen() ? currentHall.find() : Optional.empty();
    if (actor.isEmpty()) {
      setHeading(Texts.of("portal.welcome"));
      setLead(Texts.of("home.guestLead"));
      add(new HallCards(currentHall.all()));
      if (currentHall.all().size() == 1) {
        hall.ifPresent(open -> guest.blocks(open).forEach(this::add));
      }
      return;
    }
    if (applies) {
      hall.ifPresentOrElse(
          open -> {
            setHeading(Texts.of(open.settings().name()));
            applicant.blocks(actor.get(), open).forEach(this::add);
          },
          () -> {
            setHeading(Texts.of("portal.choose"));
            setLead(Texts.of("portal.chooseLead"));
            add(new HallCards(currentHall.all()));
          });
    }
    if (actor.get().isStaff()) {
      setHeading(Texts.of("home.staffTitle"));
      setLead(Texts.of("home.staffLead", actor.get().name()));
      staff.blocks(actor.get()).forEach(this::add);
    }
  }
}
