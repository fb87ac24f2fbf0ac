package io.certhall.processes.document;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** A round official seal of nobody: ring, star and words along the ring. */
final class SealDrawing {

  private static final Color RED = new Color(0xC8, 0x10, 0x2E);
  private static final String AROUND = "示例单位印章样本";
  private static final String ACROSS = "样章";

  /** A quarter circle as a Bézier curve. */
  private static final float KAPPA = 0.5523f;

  /** The words leave the lower part of the ring open. */
  private static final double ARC = Math.toRadians(230);

  private final PDPageContentStream pen;
  private final PDFont font;

  SealDrawing(PDPageContentStream pen, PDFont font) {
    this.pen = pen;
    this.font = font;
  }

  void draw(float x, float y, float radius) throws IOException {
    pen.setStrokingColor(RED);
    pen.setNonStrokingColor(RED);
    pen.setLineWidth(radius * 0.07f);
    circle(x, y, radius * 0.965f);
    pen.stroke();
    star(x, y, radius * 0.3f);
    pen.fill();
    wordsAround(x, y, radius);
    float size = radius * 0.2f;
    float width = font.getStringWidth(ACROSS) / 1000 * size;
    text(ACROSS, size, Matrix.getTranslateInstance(x - width / 2, y - radius * 0.62f));
  }

  private void circle(float x, float y, float r) throws IOException {
    float k = r * KAPPA;
    pen.moveTo(x + r, y);
    pen.curveTo(x + r, y + k, x + k, y + r, x, y + r);
    pen.curveTo(x - k, y + r, x - r, y + k, x - r, y);
    pen.curveTo(x - r, y - k, x - k, y - r, x, y - r);
    pen.curveTo(x + k, y - r, x + r, y - k, x + r, y);
    pen.closePath();
  }

  private void star(float x, float y, float r) throws IOException {
    for (int i = 0; i < 10; i++) {
      double angle = Math.PI / 2 + i * Math.PI / 5;
      double length = i % 2 == 0 ? r : r * 0.382;
      float px = (float) (x + length * Math.cos(angle));
      float py = (float) (y + length * Math.sin(angle));
      if (i == 0) {
        pen.moveTo(px, py);
      } else {
        pen.lineTo(px, py);
      }
    }
    pen.closePath();
  }

  private void wordsAround(float x, float y, float radius) throws IOException {
    float size = radius * 0.27f;
    double baseline = radius * 0.65;
    double step = ARC / (AROUND.length() - 1);
    for (int i = 0; i < AROUND.length(); i++) {
      double angle = Math.PI / 2 + ARC / 2 - i * step;
      Matrix place =
          Matrix.getTranslateInstance(
              (float) (x + baseline * Math.cos(angle)), (float) (y + baseline * Math.sin(angle)));
      place.rotate(angle - Math.PI / 2);
      place.translate(-size / 2, 0);
      text(AROUND.substring(i, i + 1), size, place);
    }
  }

  private void text(String words, float size, Matrix place) throws IOException {
    pen.beginText();
    pen.setFont(font, size);
    pen.setTextMatrix(place);
    pen.showText(words);
    pen.endText();
  }
}
