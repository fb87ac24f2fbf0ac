package io.certhall.processes.stamp;

/**
 * A stamp alone: a PNG with a transparent ground, and its true size.
 *
 * @param widthMm true width in millimetres
 */
public record InkPicture(byte[] png, int widthMm, int heightMm) {

  @Override
  public String toString() {
    return "InkPicture[" + widthMm + " × " + heightMm + " mm]";
  }
}
