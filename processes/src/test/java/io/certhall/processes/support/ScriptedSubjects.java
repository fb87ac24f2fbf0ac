package io.certhall.processes.support;

import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.organisation.InstitutionDocument;
import io.certhall.processes.organisation.SharedSubject;
import io.certhall.processes.organisation.SubjectPlatform;
import io.certhall.processes.organisation.SubjectPlatformFault;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A shared subject platform in memory. */
public class ScriptedSubjects implements SubjectPlatform {

  private final Map<String, SharedSubject> subjects = new ConcurrentHashMap<>();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();

  public SharedSubject knows(String creditCode, String name) {
    SharedSubject subject =
        new SharedSubject(
            new CreditCode(creditCode),
            name,
            InstitutionDocument.CREDIT_CODE,
            "赵共享",
            "甘肃省兰州市共享路8号",
            "甘肃省",
            "兰州市");
    subjects.put(creditCode, subject);
    return subject;
  }

  /** From now on there is no answer about this unit. */
  public void isSilentAbout(String creditCode) {
    silent.add(creditCode);
  }

  @Override
  public Optional<SharedSubject> find(String hall, CreditCode code) {
    if (silent.contains(code.value())) {
      throw new SubjectPlatformFault("time-out", null);
    }
    return Optional.ofNullable(subjects.get(code.value()));
  }
}
