package io.certhall.processes.stamp;

/** A rectangle of pixels; the right and lower edge belong to it. */
record Box(int left, int top, int right, int bottom) {

  int width() {
    return right - left + 1;
  }

  int height() {
    return bottom - top + 1;
  }

  boolean holdsCentreOf(Box other) {
    int x = (other.left + other.right) / 2;
    int y = (other.top + other.bottom) / 2;
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  Box with(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  Box grown(int by, int width, int height) {
    return new Box(
        Math.max(0, left - by),
        Math.max(0, top - by),
        Math.min(width - 1, right + by),
        Math.min(height - 1, bottom + by));
  }
}
