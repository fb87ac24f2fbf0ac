package io.certhall.processes.stamp;

import io.certhall.bpmn.SealForm.Shape;

/** Tells the outline of what stands in a box: a ring, a frame, or neither. */
final class Outline {

  private static final int PLACES = 72;
  private static final double DEPTH = 0.14;
  private static final double ENOUGH = 0.6;
  private static final double ROUND_FROM = 0.87;
  private static final double ROUND_TO = 1.15;

  private final Sheet sheet;
  private final Ink ink;
  private final double centreX;
  private final double centreY;
  private final double halfWidth;
  private final double halfHeight;
  private final double cos;
  private final double sin;

  /**
   * @param angle by which the box is turned around its centre, in radians
   */
  Outline(
      Sheet sheet,
      Ink ink,
      double centreX,
      double centreY,
      double width,
      double height,
      double angle) {
    this.sheet = sheet;
    this.ink = ink;
    this.centreX = centreX;
    this.centreY = centreY;
    this.halfWidth = width / 2;
    this.halfHeight = height / 2;
    this.cos = Math.cos(angle);
    this.sin = Math.sin(angle);
  }

  Shape shape() {
    double frame = frame();
    double ring = ring();
    if (ring >= ENOUGH && ring >= frame) {
      double ratio = halfWidth / halfHeight;
      return ratio > ROUND_FROM && ratio < ROUND_TO ? Shape.ROUND : Shape.OVAL;
    }
    return frame >= ENOUGH ? Shape.SQUARE : Shape.SIGNATURE;
  }

  /** The part of the inscribed ellipse along which there is ink. */
  private double ring() {
    int found = 0;
    for (int i = 0; i < PLACES; i++) {
      double angle = 2 * Math.PI * i / PLACES;
      if (isInked(Math.cos(angle), Math.sin(angle))) {
        found++;
      }
    }
    return (double) found / PLACES;
  }

  /** The part of the four sides along which there is ink. */
  double frame() {
    int found = 0;
    int perSide = PLACES / 4;
    for (int i = 0; i < perSide; i++) {
      double at = -0.95 + 1.9 * i / (perSide - 1);
      found += isInked(at, -1) ? 1 : 0;
      found += isInked(at, 1) ? 1 : 0;
      found += isInked(-1, at) ? 1 : 0;
      found += isInked(1, at) ? 1 : 0;
    }
    return (double) found / PLACES;
  }

  /** From the outline inwards, for a seventh of the way to the middle. */
  private boolean isInked(double x, double y) {
    int steps = (int) Math.max(4, Math.ceil(Math.max(halfWidth, halfHeight) * DEPTH));
    // Along a side only the part that points inwards moves.
    boolean side = Math.abs(x) == 1 || Math.abs(y) == 1;
    for (int i = 0; i <= steps; i++) {
      double in = 1.02 - (DEPTH + 0.02) * i / steps;
      double dx = (side && Math.abs(x) != 1 ? x : x * in) * halfWidth;
      double dy = (side && Math.abs(y) != 1 ? y : y * in) * halfHeight;
      int px = (int) Math.round(centreX + dx * cos - dy * sin);
      int py = (int) Math.round(centreY + dx * sin + dy * cos);
      if (px >= 0
          && py >= 0
          && px < sheet.width()
          && py < sheet.height()
          && ink.isPresent(sheet.at(px, py))) {
        return true;
      }
    }
    return false;
  }
}
