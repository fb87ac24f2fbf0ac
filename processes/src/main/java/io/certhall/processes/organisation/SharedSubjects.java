package io.certhall.processes.organisation;

import io.certhall.processes.account.Throttle;
import io.certhall.processes.account.ThrottleLimit;
import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Profiles begun with what the shared subject platform knows (GS-14). */
@Service
public class SharedSubjects {

  static final ThrottleLimit PER_ACCOUNT =
      new ThrottleLimit("shared-subject", 20, Duration.ofHours(1));

  private static final Logger log = LoggerFactory.getLogger(SharedSubjects.class);

  private final ObjectProvider<SubjectPlatform> platform;
  private final SubjectSources sources;
  private final OrganisationProfiles profiles;
  private final Throttle throttle;
  private final TransactionTemplate transaction;

  SharedSubjects(
      ObjectProvider<SubjectPlatform> platform,
      SubjectSources sources,
      OrganisationProfiles profiles,
      Throttle throttle,
      TransactionTemplate transaction) {
    this.platform = platform;
    this.sources = sources;
    this.profiles = profiles;
    this.throttle = throttle;
    this.transaction = transaction;
  }

  /**
   * The unit as the hall's platform knows it; nothing is saved.
   *
   * @throws Refusal RULE SUBJECT_PLATFORM_OFF in a hall without a platform, CREDIT_CODE_FORM,
   *     SUBJECT_UNKNOWN, SUBJECT_PLATFORM_DOWN; TOO_MANY
   */
  public SharedSubject read(Actor actor, String hall, @Nullable String creditCode) {
    actor.require(Role.APPLICANT);
    if (sources.platform(hall).isEmpty()) {
      throw Refusal.rule("", "SUBJECT_PLATFORM_OFF");
    }
    FormCheck check = new FormCheck();
    Optional<CreditCode> code =
        check.value("creditCode", creditCode, CreditCode::parse, "CREDIT_CODE_FORM");
    check.refuseUnlessClean();
    Duration wait =
        transaction.execute(status -> throttle.use(PER_ACCOUNT, Long.toString(actor.accountId())));
    if (!wait.isZero()) {
      throw new Refusal(
          RefusalKind.TOO_MANY,
          List.of(Problem.of("creditCode", "SUBJECT_TOO_OFTEN", wait.toMinutes() + 1)));
    }
    return ask(hall, code.orElseThrow())
        .orElseThrow(() -> Refusal.rule("creditCode", "SUBJECT_UNKNOWN"));
  }

  /**
   * Saves the actor's organisation with the platform's data of this moment in place of what the
   * form says about them.
   *
   * @throws Refusal as {@link #read} and {@link OrganisationProfiles#save}; nothing is saved then
   */
  public SavedOrganisation save(Actor actor, String hall, OrganisationForm form) {
    SharedSubject subject = read(actor, hall, form.creditCode());
    return profiles.takeOver(actor, subject.over(form), hall);
  }

  private Optional<SharedSubject> ask(String hall, CreditCode code) {
    SubjectPlatform connected = platform.getIfAvailable();
    if (connected == null) {
      log.error("{} reads a subject platform: set certhall.subject-platform.halls.{}", hall, hall);
      throw Refusal.rule("", "SUBJECT_PLATFORM_DOWN");
    }
    try {
      return connected.find(hall, code);
    } catch (SubjectPlatformFault fault) {
      log.warn("subject platform of {} without answer: {}", hall, fault.getMessage());
      throw Refusal.rule("", "SUBJECT_PLATFORM_DOWN");
    }
  }
}
