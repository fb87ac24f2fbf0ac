package io.certhall.processes.status;

/**
 * The partition of a CA's revocation list a certificate belongs to: the last hexadecimal digit of
 * its serial number. It stands in the address inside the certificate and so never changes.
 */
public final class StatusShard {

  /** The list of all partitions. */
  public static final int FULL = -1;

  public static final int COUNT = 16;

  private StatusShard() {}

  /**
   * @param serial hexadecimal
   */
  public static int of(String serial) {
    return Character.digit(serial.charAt(serial.length() - 1), COUNT);
  }

  /** As it stands in the address: one hexadecimal digit. */
  public static String name(int shard) {
    return Integer.toHexString(shard);
  }
}
