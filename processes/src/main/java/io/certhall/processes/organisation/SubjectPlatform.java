package io.certhall.processes.organisation;

import io.certhall.processes.identifier.CreditCode;
import java.util.Optional;

/** The platform that keeps the master data of units; halls read it and never write. */
public interface SubjectPlatform {

  /**
   * @param hall whose platform it is
   * @return empty when the platform knows no such unit
   * @throws SubjectPlatformFault when it can't be reached, refuses us or answers nonsense
   */
  Optional<SharedSubject> find(String hall, CreditCode code);
}
