package io.certhall.backoffice.organisation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.home.ui.HomeView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.account.AccountUnits;
import io.certhall.processes.organisation.Approval;
import io.certhall.processes.organisation.ApprovalState;
import io.certhall.processes.organisation.ApprovalStates;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.organisation.SavedOrganisation;
import io.certhall.processes.organisation.SharedSubjects;
import io.certhall.processes.organisation.SubjectSources;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;

/** The organisation's profile and its way to the hall's approval (GS-02, GS-03, GS-17). */
@Route(value = "organisation", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class ProfileView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient OrganisationProfiles profiles;
  private final transient ApprovalStates approvals;
  private final transient AccountUnits units;
  private final transient SharedSubjects subjects;
  private final transient SubjectSources sources;
  private final transient Actor actor;
  private final transient PublishedPolicy hall;
  private final Div content = new Div();

  ProfileView(
      OrganisationProfiles profiles,
      ApprovalStates approvals,
      AccountUnits units,
      SharedSubjects subjects,
      SubjectSources sources,
      CurrentActor currentActor,
      CurrentHall currentHall) {
    super(Texts.of("profile.title"));
    this.profiles = profiles;
    this.approvals = approvals;
    this.units = units;
    this.subjects = subjects;
    this.sources = sources;
    this.actor = currentActor.get();
    this.hall = currentHall.get();
    content.addClassName("stack");
    add(content);
    profiles.of(actor).ifPresentOrElse(own -> show(own, List.of()), this::showNewForm);
  }

  private void show(OrganisationView own, List<Problem> warnings) {
    content.removeAll();
    content.add(state(own));
    if (!warnings.isEmpty()) {
      content.add(
          new Notice(
              Tone.YOURS,
              Texts.of("profile.warning"),
              warnings.stream().map(Texts::of).collect(Collectors.joining())));
    }
    Card card = new Card(Texts.of("profile.facts"), facts(own));
    card.addToHead(new Button(Texts.of("profile.edit"), click -> edit(own)));
    content.add(card);
  }

  private Notice state(OrganisationView own) {
    Approval approval = approvals.approval(own.id(), hall.hall());
    String hallName = Texts.of(hall.settings().shortName());
    return switch (approval.state()) {
      case INCOMPLETE ->
          new Notice(
              Tone.YOURS,
              Texts.of("profile.incomplete", hallName),
              Texts.of("profile.incompleteText"),
              ActionButton.primary(Texts.of("profile.submit"), () -> submit(own)));
      case PENDING ->
          new Notice(
              Tone.WAITING,
              Texts.of("profile.pending", hallName),
              Texts.of("profile.pendingText", Times.minute(approval.submittedAt())));
      case APPROVED ->
          new Notice(
              Tone.DONE,
              Texts.of("profile.approved", hallName),
              Texts.of("profile.approvedText"),
              new Button(
                  Texts.of("profile.toServices"),
                  click -> UI.getCurrent().navigate(HomeView.class)));
      case REJECTED ->
          new Notice(
              Tone.WRONG,
              Texts.of("profile.rejected", hallName),
              Texts.of("profile.rejectedText", approval.reason() == null ? "" : approval.reason()),
              new Button(Texts.of("profile.edit"), click -> edit(own)),
              ActionButton.primary(Texts.of("profile.submitAgain"), () -> submit(own)));
    };
  }

  private void submit(OrganisationView own) {
    profiles.submit(actor, hall.hall());
    Refusals.showSuccess(Texts.of("profile.submitted"));
    show(own, List.of());
  }

  private void showNewForm() {
    setLead(Texts.of("profile.newLead"));
    ErrorSummary summary = new ErrorSummary();
    FieldErrors errors = new FieldErrors(summary);
    ProfileForm form = new ProfileForm(errors);
    form.suggest(hall.settings().province(), hall.settings().city());
    units.of(actor).ifPresent(form::suggest);
    SharedPlatform shared = shared(form, errors);
    content.add(
        summary,
        new Card(Texts.of("profile.facts"), shared, form, buttons(form, shared, errors, true)));
  }

  private void edit(OrganisationView own) {
    content.removeAll();
    ErrorSummary summary = new ErrorSummary();
    FieldErrors errors = new FieldErrors(summary);
    ProfileForm form = new ProfileForm(errors);
    form.read(profiles.reveal(actor, own.id()));
    SharedPlatform shared = shared(form, errors);
    shared.show(sources.of(own.id()).orElse(null));
    ApprovalState state = approvals.of(own.id(), hall.hall());
    if (state == ApprovalState.APPROVED || state == ApprovalState.PENDING) {
      content.add(
          new Notice(
              Tone.YOURS, Texts.of("profile.editWarning"), Texts.of("profile.editWarningText")));
    }
    content.add(
        summary,
        new Card(
            Texts.of("profile.facts"),
            shared,
            form,
            buttons(form, shared, errors, state != ApprovalState.APPROVED)));
  }

  private SharedPlatform shared(ProfileForm form, FieldErrors errors) {
    return new SharedPlatform(subjects, profiles, actor, hall, form, errors);
  }

  private Div buttons(
      ProfileForm form, SharedPlatform shared, FieldErrors errors, boolean submits) {
    Div buttons = new Div();
    buttons.addClassName("buttons");
    if (submits) {
      buttons.add(
          ActionButton.primary(
              Texts.of("profile.saveAndSubmit"),
              () -> {
                if (save(form, shared, errors)) {
                  profiles.of(actor).ifPresent(this::submit);
                }
              }));
    }
    buttons.add(new ActionButton(Texts.of("shell.save"), () -> save(form, shared, errors)));
    profiles
        .of(actor)
        .ifPresent(
            own ->
                buttons.add(
                    ActionButton.tertiary(Texts.of("shell.cancel"), () -> show(own, List.of()))));
    return buttons;
  }

  private boolean save(ProfileForm form, SharedPlatform shared, FieldErrors errors) {
    try {
      SavedOrganisation saved = shared.save(form.form());
      setLead("");
      Refusals.showSuccess(Texts.of("profile.saved"));
      show(saved.organisation(), saved.warnings());
      return true;
    } catch (Refusal refused) {
      errors.show(refused);
      return false;
    }
  }

  private FactList facts(OrganisationView own) {
    FactList facts = new FactList();
    sources
        .of(own.id())
        .ifPresent(
            source ->
                facts.fact(
                    Texts.of("profile.source"),
                    Texts.of(
                        "profile.sourceRead",
                        Texts.of(source.platform()),
                        Times.minute(source.readAt()))));
    return facts
        .fact(Texts.of("profile.name"), own.name())
        .fact(
            Texts.of("profile.documentType"),
            DocumentWords.of(own.documentType(), own.documentName()))
        .fact(Texts.of("profile.creditCode"), own.creditCode())
        .fact(Texts.of("profile.legalRepName"), own.legalRepName())
        .fact(Texts.of("profile.legalRepIdNo"), own.legalRepIdNo())
        .fact(Texts.of("profile.legalRepPhone"), own.legalRepPhone())
        .fact(Texts.of("profile.province"), own.province())
        .fact(Texts.of("profile.city"), own.city())
        .fact(Texts.of("profile.registeredAddress"), own.registeredAddress())
        .fact(Texts.of("profile.contactName"), own.contactName())
        .fact(Texts.of("profile.contactPhone"), own.contactPhone());
  }
}
