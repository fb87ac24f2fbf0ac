package io.certhall.processes.stamp;

import io.certhall.bpmn.SealForm;
import io.certhall.bpmn.SealForm.Shape;

/** Measures one group of ink: its exact box, its outline, how it is turned, how large it is. */
final class StampMeasure {

  /** Rows and columns with less ink than this share of the box are stray dots. */
  private static final double STRAY = 0.006;

  private static final double TURNED = 0.95;

  /** An oval comes near the sides along little more than half of them. */
  private static final double FRAMED = 0.8;

  private static final int MOST_DEGREES = 44;
  private static final int SAMPLES = 4_000;

  private StampMeasure() {}

  static FoundStamp of(Sheet sheet, Ink ink, Box group, SealForm form) {
    Box box = tight(sheet, ink, group);
    double angle = 0;
    double width = box.width();
    double height = box.height();
    Shape shape = outline(sheet, ink, box, width, height, 0).shape();
    if (form.shape() != Shape.SIGNATURE) {
      Turned turned = straightened(sheet, ink, box);
      if (turned.width() * turned.height() < TURNED * width * height
          && outline(sheet, ink, box, turned.width(), turned.height(), turned.angle()).frame()
              >= FRAMED) {
        shape = Shape.SQUARE;
        angle = turned.angle();
        width = turned.width();
        height = turned.height();
      }
    }
    return new FoundStamp(
        box,
        ink,
        shape,
        angle,
        width,
        height,
        pixelsPerMm(sheet, form, width, height),
        isAtBorder(sheet, box));
  }

  /**
   * As the sheet says; where it says nothing, or something impossible for a picture that is no
   * whole sheet, the seal is as large as such seals are.
   */
  private static double pixelsPerMm(Sheet sheet, SealForm form, double width, double height) {
    double usual = Math.max(width, height) / Math.max(form.widthMm(), form.heightMm());
    if (!sheet.scale().isKnown()) {
      return usual;
    }
    double told = sheet.scale().pixelsPerMm();
    double factor = usual / told;
    return sheet.scale().certain() || factor > 0.5 && factor < 1.7 ? told : usual;
  }

  private static boolean isAtBorder(Sheet sheet, Box box) {
    return box.left() <= 1
        || box.top() <= 1
        || box.right() >= sheet.width() - 2
        || box.bottom() >= sheet.height() - 2;
  }

  private static Box tight(Sheet sheet, Ink ink, Box group) {
    int cell = sheet.cell();
    Box area = group.grown(cell, sheet.width(), sheet.height());
    int[] columns = new int[area.width()];
    int[] rows = new int[area.height()];
    for (int y = area.top(); y <= area.bottom(); y++) {
      for (int x = area.left(); x <= area.right(); x++) {
        if (ink.isPresent(sheet.at(x, y))) {
          columns[x - area.left()]++;
          rows[y - area.top()]++;
        }
      }
    }
    int perColumn = (int) Math.max(1, Math.round(area.height() * STRAY));
    int perRow = (int) Math.max(1, Math.round(area.width() * STRAY));
    return new Box(
        area.left() + first(columns, perColumn),
        area.top() + first(rows, perRow),
        area.left() + last(columns, perColumn),
        area.top() + last(rows, perRow));
  }

  private static int first(int[] counts, int least) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] >= least) {
        return i;
      }
    }
    return 0;
  }

  private static int last(int[] counts, int least) {
    for (int i = counts.length - 1; i >= 0; i--) {
      if (counts[i] >= least) {
        return i;
      }
    }
    return counts.length - 1;
  }

  private static Outline outline(
      Sheet sheet, Ink ink, Box box, double width, double height, double angle) {
    return new Outline(
        sheet,
        ink,
        (box.left() + box.right()) / 2.0,
        (box.top() + box.bottom()) / 2.0,
        width,
        height,
        angle);
  }

  private record Turned(double angle, double width, double height) {}

  /** The angle at which the box around the ink is smallest. */
  private static Turned straightened(Sheet sheet, Ink ink, Box box) {
    int step = (int) Math.max(1, Math.sqrt((double) box.width() * box.height() / SAMPLES / 4));
    double[] xs = new double[box.width() * box.height() / step + 1];
    double[] ys = new double[xs.length];
    int count = 0;
    for (int y = box.top(); y <= box.bottom(); y += step) {
      for (int x = box.left(); x <= box.right(); x += step) {
        if (ink.isPresent(sheet.at(x, y)) && count < xs.length) {
          xs[count] = x;
          ys[count++] = y;
        }
      }
    }
    Turned best = new Turned(0, box.width(), box.height());
    for (int tenths = -10 * MOST_DEGREES; tenths <= 10 * MOST_DEGREES; tenths += 5) {
      double angle = Math.toRadians(tenths / 10.0);
      double cos = Math.cos(angle);
      double sin = Math.sin(angle);
      double left = Double.MAX_VALUE;
      double right = -Double.MAX_VALUE;
      double top = Double.MAX_VALUE;
      double bottom = -Double.MAX_VALUE;
      for (int i = 0; i < count; i++) {
        double u = xs[i] * cos + ys[i] * sin;
        double v = -xs[i] * sin + ys[i] * cos;
        left = Math.min(left, u);
        right = Math.max(right, u);
        top = Math.min(top, v);
        bottom = Math.max(bottom, v);
      }
      double width = right - left + step;
      double height = bottom - top + step;
      if (width * height < best.width() * best.height()) {
        best = new Turned(angle, width, height);
      }
    }
    return best;
  }
}
