package io.certhall.processes.account;

/** What a code by text message is for; a code for one purpose opens nothing else. */
public enum VerificationPurpose {
  REGISTER,
  RESET,
  CHANGE_PHONE,
  LOGIN
}
