package io.certhall.backoffice.api.account;

import io.certhall.processes.account.VerificationPurpose;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a code by text message.
 *
 * @param username only for RESET: the account the phone belongs to
 */
record CodeRequest(
    @Nullable String phone, @Nullable VerificationPurpose purpose, @Nullable String username) {

  /** Numbers stay out of logs. */
  @Override
  public String toString() {
    return "CodeRequest[purpose=" + purpose + "]";
  }
}
