package io.certhall.backoffice.organisation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.organisation.OrganisationForm;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.SavedOrganisation;
import io.certhall.processes.organisation.SharedSubjects;
import io.certhall.processes.organisation.SubjectSources;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import org.jspecify.annotations.Nullable;

/** Takes a profile over from the platform that the hall reads, where it names one (GS-14). */
class SharedPlatform extends Div {

  private static final long serialVersionUID = 1L;

  private final transient SharedSubjects subjects;
  private final transient OrganisationProfiles profiles;
  private final transient Actor actor;
  private final transient PublishedPolicy hall;
  private final transient ProfileForm form;
  private final transient FieldErrors errors;
  private boolean taken;

  SharedPlatform(
      SharedSubjects subjects,
      OrganisationProfiles profiles,
      Actor actor,
      PublishedPolicy hall,
      ProfileForm form,
      FieldErrors errors) {
    this.subjects = subjects;
    this.profiles = profiles;
    this.actor = actor;
    this.hall = hall;
    this.form = form;
    this.errors = errors;
    addClassName("buttons");
    setVisible(hall.settings().subjectPlatform() != null);
    if (isVisible()) {
      Span hint = new Span(Texts.of("profile.sharedHint", platform()));
      hint.addClassName("muted");
      add(new ActionButton(Texts.of("profile.readShared"), this::take), hint);
    }
  }

  /** Where the profile was taken over before. */
  void show(SubjectSources.@Nullable Source source) {
    if (source != null) {
      form.keptBy(Texts.of(source.platform()));
    }
  }

  /** What the platform keeps is read once more, whatever the browser says. */
  SavedOrganisation save(OrganisationForm entered) {
    return taken ? subjects.save(actor, hall.hall(), entered) : profiles.save(actor, entered);
  }

  /** A failure changes nothing of what was typed. */
  private void take() {
    errors.clear();
    try {
      form.take(subjects.read(actor, hall.hall(), form.creditCode()), platform());
      taken = true;
    } catch (Refusal refused) {
      errors.show(refused);
    }
  }

  private String platform() {
    var name = hall.settings().subjectPlatform();
    return name == null ? "" : Texts.of(name);
  }
}
