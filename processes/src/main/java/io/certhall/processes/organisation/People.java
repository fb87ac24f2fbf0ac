package io.certhall.processes.organisation;

import io.certhall.processes.account.MobilePhone;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.identifier.ResidentId;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the actor's own organisation, who may hold certificates of it (GS-18..20). */
@Service
public class People {

  private static final int MAX_NAME = 100;
  private static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "CLOSED");
  private static final Set<String> EDITABLE_OR_ENDED =
      Set.of("DRAFT", "REJECTED", "COMPLETED", "CANCELLED", "CLOSED");

  private final OrganisationRepository organisations;
  private final PersonRepository people;
  private final AuditLog audit;
  private final Clock clock;

  People(
      OrganisationRepository organisations, PersonRepository people, AuditLog audit, Clock clock) {
    this.organisations = organisations;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** In the order in which they were added; empty without an organisation. */
  @Transactional(readOnly = true)
  public List<PersonView> list(Actor actor) {
    return organisations
        .ofAccount(actor.accountId())
        .map(own -> people.all(own.id()).stream().map(Person::masked).toList())
        .orElse(List.of());
  }

  /**
   * @return the new person's id
   * @throws Refusal RULE with all problems at once
   */
  @Transactional
  public long add(Actor actor, PersonForm form) {
    Organisation own = lockOwn(actor);
    Person wanted = read(form, 0, own.id(), 0);
    if (people.find(own.id(), wanted.idNo()).isPresent()) {
      throw Refusal.rule("idNo", "PERSON_EXISTS");
    }
    long id = people.add(wanted);
    record(actor, "person.added", id);
    return id;
  }

  /**
   * @param version the version that was edited
   * @throws Refusal NOT_FOUND for a person of others, RULE with all problems at once or when a
   *     submitted application relies on the name or number, CONFLICT for a stale version
   */
  @Transactional
  public void update(Actor actor, long personId, PersonForm form, int version) {
    Organisation own = lockOwn(actor);
    Person before = find(own, personId);
    Person after = read(form, personId, own.id(), version);
    boolean samePerson = before.name().equals(after.name()) && before.idNo().equals(after.idNo());
    if (!samePerson && people.isUsedOutside(personId, EDITABLE_OR_ENDED)) {
      throw Refusal.rule("", "PERSON_IN_USE");
    }
    Optional<Person> other = people.find(own.id(), after.idNo());
    if (other.isPresent() && other.get().id() != personId) {
      throw Refusal.rule("idNo", "PERSON_EXISTS");
    }
    if (!people.update(after)) {
      throw Refusal.conflict("STALE_VERSION");
    }
    record(actor, "person.changed", personId);
  }

  /**
   * @throws Refusal NOT_FOUND for a person of others, RULE while an open application needs him
   */
  @Transactional
  public void remove(Actor actor, long personId) {
    Organisation own = lockOwn(actor);
    find(own, personId);
    if (people.isUsedOutside(personId, ENDED)) {
      throw Refusal.rule("", "PERSON_IN_USE");
    }
    people.remove(personId);
    record(actor, "person.removed", personId);
  }

  /**
   * A person of an organisation in clear: for its owner, for reviewers (audited), for the hall.
   *
   * @throws Refusal NOT_FOUND also for what is not the actor's to see
   */
  @Transactional
  public Person reveal(Actor actor, long organisationId, long personId) {
    Person person =
        organisations
            .find(organisationId)
            .filter(
                organisation ->
                    organisation.accountId() == actor.accountId()
                        || actor.has(Role.REVIEWER)
                        || actor.isSystem())
            .map(organisation -> find(organisation, personId))
            .orElseThrow(() -> Refusal.notFound("PERSON_UNKNOWN"));
    if (!actor.isSystem()) {
      record(actor, "person.revealed", personId);
    }
    return person;
  }

  private Organisation lockOwn(Actor actor) {
    actor.require(Role.APPLICANT);
    return organisations
        .lockOfAccount(actor.accountId())
        .orElseThrow(() -> Refusal.rule("", "ORGANISATION_MISSING"));
  }

  private Person find(Organisation organisation, long personId) {
    return people
        .find(organisation.id(), personId)
        .orElseThrow(() -> Refusal.notFound("PERSON_UNKNOWN"));
  }

  private Person read(PersonForm form, long id, long organisationId, int version) {
    FormCheck check = new FormCheck();
    String name = check.text("name", form.name(), MAX_NAME);
    Optional<ResidentId> idNo =
        OrganisationFormReader.residentId(check, "idNo", form.idNo(), clock.instant());
    String post = check.text("post", form.post(), MAX_NAME);
    @Nullable MobilePhone phone =
        form.phone() == null || form.phone().isBlank()
            ? null
            : check.value("phone", form.phone(), MobilePhone::parse, "PHONE_FORM").orElse(null);
    check.refuseUnlessClean();
    return new Person(id, organisationId, name, idNo.orElseThrow(), post, phone, version);
  }

  private void record(Actor actor, String action, long personId) {
    audit.record(actor, action, "person", Long.toString(personId), null, null);
  }
}
