package io.certhall.processes.stamp;

/** The colours stamps and signatures have. Strength is 0 on paper and grows with the ink. */
enum Ink {
  /** Hue within 30° of red: brown, orange and pink paper do not count. */
  RED(45) {
    @Override
    int strength(int rgb) {
      int r = rgb >> 16 & 255;
      int g = rgb >> 8 & 255;
      int b = rgb & 255;
      int most = Math.max(g, b);
      int chroma = r - Math.min(g, b);
      return 2 * Math.abs(g - b) > chroma ? 0 : Math.max(0, r - most);
    }
  },
  /** Hue from 195° to 270°. */
  BLUE(40) {
    @Override
    int strength(int rgb) {
      int r = rgb >> 16 & 255;
      int g = rgb >> 8 & 255;
      int b = rgb & 255;
      int chroma = b - Math.min(r, g);
      boolean green = g > r && 4 * (g - r) > 3 * chroma;
      boolean purple = r > g && 2 * (r - g) > chroma;
      return green || purple ? 0 : Math.max(0, chroma);
    }
  },
  /** Dark and without colour. */
  BLACK(90) {
    @Override
    int strength(int rgb) {
      int r = rgb >> 16 & 255;
      int g = rgb >> 8 & 255;
      int b = rgb & 255;
      int most = Math.max(r, Math.max(g, b));
      int chroma = most - Math.min(r, Math.min(g, b));
      return chroma > 60 ? 0 : Math.max(0, 210 - most);
    }
  };

  private final int present;

  Ink(int present) {
    this.present = present;
  }

  abstract int strength(int rgb);

  boolean isPresent(int rgb) {
    return strength(rgb) >= present;
  }

  int threshold() {
    return present;
  }
}
