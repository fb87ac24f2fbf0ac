package io.certhall.processes.seal;

import io.certhall.processes.document.SealGlyphs;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws one seal around the origin. */
final class SealBrush {

  private static final double STROKE = 0.06;
  private static final double ARC = Math.toRadians(250);

  /** Leaves room for a title. */
  private static final double SHORT_ARC = Math.toRadians(222);

  private static final String TITLE_SAID_BY_THE_STAR = "公章";

  private final Graphics2D pen;
  private final SealGlyphs glyphs;
  private final double halfWidth;
  private final double halfHeight;

  SealBrush(Graphics2D pen, SealGlyphs glyphs, int width, int height) {
    this.pen = pen;
    this.glyphs = glyphs;
    this.halfWidth = width / 2.0;
    this.halfHeight = height / 2.0;
  }

  /** Ring, star, the owner along the ring and the kind below the star. */
  void round(String owner, String name) {
    ring();
    double radius = Math.min(halfWidth, halfHeight);
    star(radius * 0.3);
    int[] letters = owner.codePoints().toArray();
    double size = radius * 0.27;
    boolean titled = !name.equals(TITLE_SAID_BY_THE_STAR);
    double arc = titled ? SHORT_ARC : ARC;
    double step = letters.length < 2 ? 0 : arc / (letters.length - 1);
    double space = radius * 0.72 * (letters.length < 2 ? 1 : step);
    for (int i = 0; i < letters.length; i++) {
      double angle = letters.length < 2 ? 0 : -arc / 2 + i * step;
      AffineTransform place = AffineTransform.getRotateInstance(angle);
      place.translate(0, -radius * 0.72);
      place.scale(Math.min(size, space), size);
      letter(letters[i], place);
    }
    if (titled) {
      line(name, radius * 0.62, radius, radius * 0.19);
    }
  }

  /** An oval with the owner above and the kind below. */
  void oval(String owner, String name) {
    ring();
    line(owner, -halfHeight * 0.18, halfWidth * 1.5, halfHeight * 0.42);
    line(name, halfHeight * 0.42, halfWidth * 1.1, halfHeight * 0.32);
  }

  /** A frame with the owner's characters from the right column to the left. */
  void square(String owner) {
    double stroke = halfWidth * STROKE * 1.4;
    pen.setStroke(new BasicStroke((float) stroke));
    pen.draw(
        new Rectangle2D.Double(
            -halfWidth + stroke / 2,
            -halfHeight + stroke / 2,
            2 * halfWidth - stroke,
            2 * halfHeight - stroke));
    int count = (int) owner.codePoints().count();
    String words = count == 2 ? owner + "之印" : count == 3 ? owner + "印" : owner;
    int[] letters = words.codePoints().toArray();
    int rows = (int) Math.ceil(Math.sqrt(letters.length));
    int columns = (letters.length + rows - 1) / rows;
    double cellWidth = 2 * halfWidth * 0.86 / columns;
    double cellHeight = 2 * halfHeight * 0.86 / rows;
    for (int i = 0; i < letters.length; i++) {
      int column = columns - 1 - i / rows;
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              -halfWidth * 0.86 + (column + 0.5) * cellWidth,
              -halfHeight * 0.86 + (i % rows + 0.5) * cellHeight);
      place.scale(cellWidth * 0.98, cellHeight * 0.98);
      letter(letters[i], place);
    }
  }

  /** The name alone. */
  void signature(String owner) {
    line(owner, 0, halfWidth * 1.96, halfHeight * 1.6);
  }

  private void ring() {
    double stroke = Math.min(halfWidth, halfHeight) * STROKE;
    pen.setStroke(new BasicStroke((float) stroke));
    pen.draw(
        new Ellipse2D.Double(
            -halfWidth + stroke / 2,
            -halfHeight + stroke / 2,
            2 * halfWidth - stroke,
            2 * halfHeight - stroke));
  }

  private void star(double radius) {
    Path2D star = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double length = i % 2 == 0 ? radius : radius * 0.382;
      double angle = -Math.PI / 2 + i * Math.PI / 5;
      if (i == 0) {
        star.moveTo(length * Math.cos(angle), length * Math.sin(angle));
      } else {
        star.lineTo(length * Math.cos(angle), length * Math.sin(angle));
      }
    }
    star.closePath();
    pen.fill(star);
  }

  /** Words around the middle, narrower where they would not fit. */
  private void line(String words, double centreY, double mostWidth, double size) {
    int[] letters = words.codePoints().toArray();
    double step = Math.min(size, mostWidth / Math.max(1, letters.length));
    for (int i = 0; i < letters.length; i++) {
      AffineTransform place =
          AffineTransform.getTranslateInstance((i - (letters.length - 1) / 2.0) * step, centreY);
      place.scale(step, size);
      letter(letters[i], place);
    }
  }

  private void letter(int codePoint, AffineTransform place) {
    pen.fill(place.createTransformedShape(glyphs.of(codePoint)));
  }
}
