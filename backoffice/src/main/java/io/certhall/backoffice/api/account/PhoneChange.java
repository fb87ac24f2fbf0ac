package io.certhall.backoffice.api.account;

import org.jspecify.annotations.Nullable;

/** A new phone, proven by a code for CHANGE_PHONE sent to it. */
record PhoneChange(@Nullable String phone, @Nullable String smsCode) {

  /** Numbers and codes stay out of logs. */
  @Override
  public String toString() {
    return "PhoneChange[]";
  }
}
