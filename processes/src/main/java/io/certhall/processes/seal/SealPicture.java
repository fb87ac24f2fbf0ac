package io.certhall.processes.seal;

import io.certhall.processes.stamp.InkPicture;
import java.util.Arrays;

/**
 * What a seal looks like: a PNG with a transparent ground, and its true size.
 *
 * @param widthMm true width in millimetres
 */
public record SealPicture(byte[] png, int widthMm, int heightMm, Source source) {

  /** Larger than any seal; a wrong scale would make one. */
  static final int LARGEST_MM = 200;

  private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  /** Where a picture comes from, the most trusted first. */
  public enum Source {
    /** Cut from the stamped sheet; the applicant looked at it and agreed. */
    CONFIRMED,
    /** The picture of the seal this one takes the place of. */
    FORMER,
    /** Cut from the stamped sheet; the one stamp on it that fits. */
    SHEET,
    /** Drawn from the registered name, since the sheet shows no stamp. */
    DRAWN
  }

  public SealPicture {
    if (png.length < MAGIC.length || !Arrays.equals(png, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IllegalArgumentException("the picture of a seal is a PNG");
    }
    if (widthMm < 1 || heightMm < 1 || widthMm > LARGEST_MM || heightMm > LARGEST_MM) {
      throw new IllegalArgumentException("no seal is " + widthMm + " × " + heightMm + " mm");
    }
  }

  static SealPicture of(InkPicture ink, Source source) {
    return new SealPicture(ink.png(), ink.widthMm(), ink.heightMm(), source);
  }

  @Override
  public String toString() {
    return "SealPicture[" + widthMm + " × " + heightMm + " mm, " + source + "]";
  }
}
