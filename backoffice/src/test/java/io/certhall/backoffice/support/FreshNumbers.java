package io.certhall.backoffice.support;

import io.certhall.processes.support.Fresh;

/** Valid numbers and names that no other test has. */
public final class FreshNumbers {

  private FreshNumbers() {}

  public static String username() {
    return Fresh.username();
  }

  public static String phone() {
    return Fresh.phone();
  }

  /** A unified social credit code with the right check digit. */
  public static String creditCode() {
    return Fresh.creditCode();
  }

  /** A resident id with the right check digit. */
  public static String idNo() {
    return Fresh.idNo();
  }
}
