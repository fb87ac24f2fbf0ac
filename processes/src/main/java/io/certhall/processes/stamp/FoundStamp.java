package io.certhall.processes.stamp;

import io.certhall.bpmn.SealForm.Shape;

/**
 * A stamp on a sheet, straightened when it is a frame.
 *
 * @param box around it, in pixels
 * @param angle by which a frame is turned, in radians; 0 for others
 * @param width of the straightened stamp, in pixels
 * @param pixelsPerMm as the sheet says, or from the usual size of such seals
 * @param atBorder touches the edge of the sheet, so that part of it may be missing
 */
record FoundStamp(
    Box box,
    Ink ink,
    Shape shape,
    double angle,
    double width,
    double height,
    double pixelsPerMm,
    boolean atBorder) {

  double widthMm() {
    return width / pixelsPerMm;
  }

  double heightMm() {
    return height / pixelsPerMm;
  }

  double centreX() {
    return (box.left() + box.right()) / 2.0;
  }

  double centreY() {
    return (box.top() + box.bottom()) / 2.0;
  }
}
