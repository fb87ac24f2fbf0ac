package io.certhall.processes.identity;

/** Asks a register of persons, or a telecom operator's, through a provider. */
public interface IdentityVerification {

  /**
   * @throws IdentityFault when the provider can't be reached, refuses us or gives no verdict
   */
  IdentityVerdict verify(IdentityQuestion question);
}
