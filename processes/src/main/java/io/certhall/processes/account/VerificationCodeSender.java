package io.certhall.processes.account;

/** Puts a code on its way to a phone, inside the transaction that stores the code. */
public interface VerificationCodeSender {

  /**
   * @param hall in whose name; {@link VerificationCodes#NO_HALL} when no hall is concerned yet
   * @param purpose name of a {@link VerificationPurpose}
   * @param phone mainland mobile number, 11 digits
   * @param minutes how long the code is valid
   */
  void send(String hall, String purpose, String phone, String code, int minutes);
}
