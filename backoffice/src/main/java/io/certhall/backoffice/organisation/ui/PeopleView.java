package io.certhall.backoffice.organisation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Confirm;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.organisation.People;
import io.certhall.processes.organisation.Person;
import io.certhall.processes.organisation.PersonView;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** The people who may hold certificates of the organisation (GS-18). */
@Route(value = "people", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class PeopleView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient People people;
  private final transient OrganisationProfiles profiles;
  private final transient Actor actor;
  private final Div content = new Div();

  PeopleView(People people, OrganisationProfiles profiles, CurrentActor currentActor) {
    super(Texts.of("people.title"));
    this.people = people;
    this.profiles = profiles;
    this.actor = currentActor.get();
    setLead(Texts.of("people.lead"));
    add(content);
    refresh();
  }

  private void refresh() {
    content.removeAll();
    clearActions();
    Optional<OrganisationView> own = profiles.of(actor);
    if (own.isEmpty()) {
      content.add(
          new EmptyState(
              VaadinIcon.BUILDING_O,
              Texts.of("people.noOrganisation"),
              Texts.of("people.noOrganisationText"),
              ActionButton.primary(
                  Texts.of("home.toProfile"), () -> UI.getCurrent().navigate(ProfileView.class))));
      return;
    }
    List<PersonView> all = people.list(actor);
    if (all.isEmpty()) {
      content.add(
          new EmptyState(
              VaadinIcon.USERS,
              Texts.of("people.empty"),
              Texts.of("people.emptyText"),
              ActionButton.primary(Texts.of("people.add"), () -> open(null))));
      return;
    }
    addAction(ActionButton.primary(Texts.of("people.add"), () -> open(null)));
    Card card = new Card();
    card.addClassName("rows");
    all.forEach(person -> card.add(row(person, own.get().id())));
    content.add(card);
  }

  private Div row(PersonView person, long organisationId) {
    Span name = new Span(person.name());
    name.addClassName("row-title");
    Span post = new Span(person.post());
    post.addClassName("muted");
    Span idNo = new Span(person.idNo());
    idNo.addClassName("num");
    Span phone = new Span(person.phone() == null ? "" : person.phone());
    phone.addClassNames("muted", "num");
    Button edit =
        new Button(
            Texts.of("people.change"),
            click -> open(people.reveal(actor, organisationId, person.id())));
    edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    edit.setAriaLabel(Texts.of("people.changeOf", person.name()));
    Button remove = new Button(Texts.of("people.remove"), click -> askToRemove(person));
    remove.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
    remove.setAriaLabel(Texts.of("people.removeOf", person.name()));
    Div actions = new Div(edit, remove);
    actions.addClassName("row-actions");
    Div row = new Div(name, post, idNo, phone, actions);
    row.addClassName("row");
    return row;
  }

  private void open(@org.jspecify.annotations.Nullable Person before) {
    new PersonDialog(
            people,
            actor,
            before,
            id -> {
              Refusals.showSuccess(Texts.of("people.saved"));
              refresh();
            })
        .open();
  }

  private void askToRemove(PersonView person) {
    Confirm.ask(
        Texts.of("people.removeOf", person.name()),
        Texts.of("people.removeText"),
        Texts.of("people.remove"),
        () -> {
          people.remove(actor, person.id());
          refresh();
        });
  }
}
