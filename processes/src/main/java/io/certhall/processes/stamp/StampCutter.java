package io.certhall.processes.stamp;

/** Cuts a found stamp out of its sheet: its ink alone, in one colour, on nothing. */
final class StampCutter {

  /** About 300 dots per inch; more would only make files larger. */
  private static final double MOST_PIXELS_PER_MM = 12;

  private static final double MARGIN_MM = 0.4;

  /** Ink this much weaker than the strongest tenth is an edge, below it is paper. */
  private static final double WEAKEST = 0.36;

  private static final double STRONGEST = 0.9;
  private static final int LEVELS = 256;

  private StampCutter() {}

  static InkPicture cut(Sheet sheet, FoundStamp stamp) {
    double perMm = Math.min(stamp.pixelsPerMm(), MOST_PIXELS_PER_MM);
    double shrink = stamp.pixelsPerMm() / perMm;
    double margin = MARGIN_MM * stamp.pixelsPerMm();
    int width = (int) Math.ceil((stamp.width() + 2 * margin) / shrink);
    int height = (int) Math.ceil((stamp.height() + 2 * margin) / shrink);
    Strength full = Strength.of(sheet, stamp);
    byte[] coverage = new byte[width * height];
    double cos = Math.cos(stamp.angle());
    double sin = Math.sin(stamp.angle());
    int samples = (int) Math.max(1, Math.round(shrink));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int i = 0; i < samples * samples; i++) {
          double u = (x + (i % samples + 0.5) / samples - width / 2.0) * shrink;
          double v = (y + (i / samples + 0.5) / samples - height / 2.0) * shrink;
          sum +=
              full.coverage(
                  strength(
                      sheet,
                      stamp.ink(),
                      stamp.centreX() + u * cos - v * sin,
                      stamp.centreY() + u * sin + v * cos));
        }
        coverage[y * width + x] = (byte) Math.round(sum / (samples * samples));
      }
    }
    dropDots(coverage, width, height);
    return new InkPicture(
        MaskPng.write(coverage, width, height, full.rgb(), perMm),
        (int) Math.max(1, Math.round(stamp.widthMm())),
        (int) Math.max(1, Math.round(stamp.heightMm())));
  }

  /** Between the four pixels around a place. */
  private static double strength(Sheet sheet, Ink ink, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double down = y - top;
    return strength(sheet, ink, left, top) * (1 - right) * (1 - down)
        + strength(sheet, ink, left + 1, top) * right * (1 - down)
        + strength(sheet, ink, left, top + 1) * (1 - right) * down
        + strength(sheet, ink, left + 1, top + 1) * right * down;
  }

  private static int strength(Sheet sheet, Ink ink, int x, int y) {
    return x < 0 || y < 0 || x >= sheet.width() || y >= sheet.height()
        ? 0
        : ink.strength(sheet.at(x, y));
  }

  /** A dot without ink beside it is noise. */
  private static void dropDots(byte[] coverage, int width, int height) {
    byte[] before = coverage.clone();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        if (before[at] != 0 && neighbours(before, x, y, width, height) < 2) {
          coverage[at] = 0;
        }
      }
    }
  }

  private static int neighbours(byte[] coverage, int x, int y, int width, int height) {
    int count = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int nx = x + dx;
        int ny = y + dy;
        if ((dx != 0 || dy != 0)
            && nx >= 0
            && ny >= 0
            && nx < width
            && ny < height
            && (coverage[ny * width + nx] & 255) > 60) {
          count++;
        }
      }
    }
    return count;
  }

  /**
   * How strong full ink is on this sheet, and its colour: pale and shaded prints become full.
   *
   * @param full strength of full ink
   */
  private record Strength(double full, int rgb) {

    static Strength of(Sheet sheet, FoundStamp stamp) {
      Ink ink = stamp.ink();
      Box box = stamp.box();
      int[] histogram = new int[LEVELS];
      int inked = 0;
      for (int y = box.top(); y <= box.bottom(); y++) {
        for (int x = box.left(); x <= box.right(); x++) {
          int strength = Math.min(LEVELS - 1, ink.strength(sheet.at(x, y)));
          if (strength >= ink.threshold()) {
            histogram[strength]++;
            inked++;
          }
        }
      }
      int middle = LEVELS - 1;
      for (int left = inked / 2; middle > ink.threshold() && left > 0; middle--) {
        left -= histogram[middle];
      }
      double full = Math.max(ink.threshold() * 1.2, middle * STRONGEST);
      return new Strength(full, colour(sheet, stamp, full));
    }

    private static int colour(Sheet sheet, FoundStamp stamp, double full) {
      long red = 0;
      long green = 0;
      long blue = 0;
      long count = 0;
      Box box = stamp.box();
      for (int y = box.top(); y <= box.bottom(); y++) {
        for (int x = box.left(); x <= box.right(); x++) {
          int rgb = sheet.at(x, y);
          if (stamp.ink().strength(rgb) >= full) {
            red += rgb >> 16 & 255;
            green += rgb >> 8 & 255;
            blue += rgb & 255;
            count++;
          }
        }
      }
      return count == 0
          ? 0
          : (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    }

    double coverage(double strength) {
      double from = full * WEAKEST;
      return Math.clamp((strength - from) / (full - from), 0, 1) * 255;
    }
  }
}
