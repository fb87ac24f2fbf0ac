package io.certhall.processes.stamp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How large a pixel of a sheet is.
 *
 * @param pixelsPerMm 0 when nothing tells
 * @param certain the whole picture then has the size of a sheet of paper
 */
record SheetScale(double pixelsPerMm, boolean certain) {

  static final SheetScale UNKNOWN = new SheetScale(0, false);

  private static final double MM_PER_INCH = 25.4;

  /** Cameras write 72 or 96 without meaning it. */
  private static final double LEAST_DPI = 99;

  private static final double MOST_DPI = 2400;
  private static final double TOLERANCE = 0.04;

  /** A3, A4, A5 and Letter, portrait. */
  private static final double[][] PAPERS = {{297, 420}, {210, 297}, {148, 210}, {215.9, 279.4}};

  private static final double A4_LONG = 297;
  private static final double A4_RATIO = 297.0 / 210;

  static SheetScale of(String format, byte[] file, int width, int height) {
    double dpi =
        switch (format) {
          case "jpg" -> jpeg(file);
          case "png" -> png(file);
          case "bmp" -> bmp(file);
          default -> 0;
        };
    if (dpi >= LEAST_DPI && dpi <= MOST_DPI) {
      double perMm = dpi / MM_PER_INCH;
      return new SheetScale(perMm, isPaper(width / perMm, height / perMm));
    }
    double ratio = (double) Math.max(width, height) / Math.min(width, height);
    return Math.abs(ratio / A4_RATIO - 1) < TOLERANCE / 2
        ? new SheetScale(Math.max(width, height) / A4_LONG, true)
        : UNKNOWN;
  }

  /** When every n-th pixel is kept. */
  SheetScale every(int step) {
    return new SheetScale(pixelsPerMm / step, certain);
  }

  boolean isKnown() {
    return pixelsPerMm > 0;
  }

  private static boolean isPaper(double widthMm, double heightMm) {
    double small = Math.min(widthMm, heightMm);
    double large = Math.max(widthMm, heightMm);
    for (double[] paper : PAPERS) {
      if (Math.abs(small / paper[0] - 1) < TOLERANCE
          && Math.abs(large / paper[1] - 1) < TOLERANCE) {
        return true;
      }
    }
    return false;
  }

  /** The JFIF segment, where there is one. */
  private static double jpeg(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    int at = 2;
    while (at + 18 < file.length && (in.get(at) & 255) == 0xFF) {
      int marker = in.get(at + 1) & 255;
      int length = in.getShort(at + 2) & 0xFFFF;
      if (marker == 0xE0 && in.getInt(at + 4) == 0x4A464946) {
        int density = in.getShort(at + 12) & 0xFFFF;
        return switch (in.get(at + 11)) {
          case 1 -> density;
          case 2 -> density * MM_PER_INCH / 10;
          default -> 0;
        };
      }
      if (marker == 0xDA || length < 2) {
        return 0;
      }
      at += 2 + length;
    }
    return 0;
  }

  /** The pHYs chunk, which comes before the data. */
  private static double png(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    int at = 8;
    while (at + 21 <= file.length) {
      int length = in.getInt(at);
      int type = in.getInt(at + 4);
      if (type == 0x70485973) {
        return in.get(at + 16) == 1 ? in.getInt(at + 8) / 1000.0 * MM_PER_INCH : 0;
      }
      if (type == 0x49444154 || length < 0 || length > file.length) {
        return 0;
      }
      at += 12 + length;
    }
    return 0;
  }

  private static double bmp(byte[] file) {
    return file.length < 54
        ? 0
        : ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(38) / 1000.0 * MM_PER_INCH;
  }
}
