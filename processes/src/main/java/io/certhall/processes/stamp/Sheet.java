package io.certhall.processes.stamp;

/**
 * A sheet in memory.
 *
 * @param rgb row by row
 */
record Sheet(int width, int height, int[] rgb, SheetScale scale) {

  int at(int x, int y) {
    return rgb[y * width + x];
  }

  /** Half a millimetre, or what is that much when the picture shows a whole A4 sheet. */
  int cell() {
    double pixels = scale.isKnown() ? scale.pixelsPerMm() / 2 : Math.max(width, height) / 600.0;
    return (int) Math.max(1, Math.round(pixels));
  }
}
