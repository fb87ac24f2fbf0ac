package io.certhall.processes.stamp;

/** A scanned A4 sheet with one round red stamp. */
public final class StampedPaper {

  private StampedPaper() {}

  /** Nothing but printed words. */
  public static byte[] blank() {
    return DrawnSheet.a4(100).printed(20, 20, 170, 3).scanned(5, 0.1).sizedJpeg();
  }

  public static byte[] jpeg(int dpi, double diameterMm) {
    DrawnSheet sheet = DrawnSheet.a4(dpi).printed(20, 20, 170, 3);
    sheet.stamp(DrawnSheet.round(diameterMm), 110, 150, 6, DrawnSheet.RED);
    return sheet.scanned(5, 0.1).sizedJpeg();
  }
}
