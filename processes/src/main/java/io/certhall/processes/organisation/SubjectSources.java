package io.certhall.processes.organisation;

import static io.certhall.db.generated.Tables.ORGANISATION_SOURCE;

import io.certhall.bpmn.LocalText;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.FormCheck;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which organisations were taken over from a platform, and so are not changed here (GS-14). */
@Component
public class SubjectSources {

  /** Fields of the profile that the platform keeps. */
  public static final List<String> FIELDS =
      List.of(
          "name",
          "documentType",
          "creditCode",
          "legalRepName",
          "registeredAddress",
          "province",
          "city");

  private final DSLContext dsl;
  private final PublishedPolicies policies;
  private final Clock clock;

  SubjectSources(DSLContext dsl, PublishedPolicies policies, Clock clock) {
    this.dsl = dsl;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * @param platform what it is called
   */
  public record Source(String hall, LocalText platform, Instant readAt) {}

  /** Empty also where the hall no longer reads from a platform. */
  public Optional<Source> of(long organisationId) {
    return dsl.select(ORGANISATION_SOURCE.HALL, ORGANISATION_SOURCE.READ_AT)
        .from(ORGANISATION_SOURCE)
        .where(ORGANISATION_SOURCE.ORGANISATION_ID.eq(organisationId))
        .fetchOptional()
        .flatMap(
            row ->
                platform(row.value1()).map(name -> new Source(row.value1(), name, row.value2())));
  }

  /** What the hall calls the platform it reads from. */
  Optional<LocalText> platform(String hall) {
    return policies.active().stream()
        .filter(policy -> policy.hall().equals(hall))
        .map(PublishedPolicy::settings)
        .flatMap(settings -> Optional.ofNullable(settings.subjectPlatform()).stream())
        .findFirst();
  }

  void note(long organisationId, String hall) {
    dsl.insertInto(ORGANISATION_SOURCE)
        .set(ORGANISATION_SOURCE.ORGANISATION_ID, organisationId)
        .set(ORGANISATION_SOURCE.HALL, hall)
        .set(ORGANISATION_SOURCE.READ_AT, clock.instant())
        .onDuplicateKeyUpdate()
        .set(ORGANISATION_SOURCE.HALL, hall)
        .set(ORGANISATION_SOURCE.READ_AT, clock.instant())
        .execute();
  }

  /** Reviewers approved other data than the platform's: these are the hall's own now. */
  void forget(long organisationId) {
    dsl.deleteFrom(ORGANISATION_SOURCE)
        .where(ORGANISATION_SOURCE.ORGANISATION_ID.eq(organisationId))
        .execute();
  }

  /**
   * @throws io.certhall.processes.refusal.Refusal RULE SUBJECT_FIELD_SHARED for each field of the
   *     platform that would be changed here
   */
  void refuseChanges(Organisation before, Organisation after) {
    List<String> changed = before.differencesTo(after).stream().filter(FIELDS::contains).toList();
    if (changed.isEmpty()) {
      return;
    }
    of(before.id())
        .ifPresent(
            source -> {
              FormCheck check = new FormCheck();
              changed.forEach(
                  field -> check.refuse(field, "SUBJECT_FIELD_SHARED", source.platform().zh()));
              check.refuseUnlessClean();
            });
  }
}
