package io.certhall.processes.document;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** One good print of a seal and three bad ones, drawn into the frames of the sample sheet. */
final class SealSamples {

  private static final float MM = 72 / 25.4f;

  /** Where the frames of seal-image.xhtml stand, from the left and from the bottom of the page. */
  private static final float FIRST_CENTRE = 39.6f * MM;

  private static final float PITCH = 43.5f * MM;
  private static final float CENTRE_Y = 205.6f * MM;
  private static final float RADIUS = 14.5f * MM;

  private SealSamples() {}

  static void draw(PDDocument document, PdfFonts fonts) throws IOException {
    PDPage page = document.getPage(0);
    PDFont font = fonts.bold(document);
    try (PDPageContentStream pen =
        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      SealDrawing seal = new SealDrawing(pen, font);
      seal.draw(FIRST_CENTRE, CENTRE_Y, RADIUS);
      overlapping(pen, fonts.regular(document), seal, FIRST_CENTRE + PITCH);
      cropped(pen, seal, FIRST_CENTRE + 2 * PITCH);
      pale(pen, seal, FIRST_CENTRE + 3 * PITCH);
    }
  }

  private static void overlapping(
      PDPageContentStream pen, PDFont font, SealDrawing seal, float centre) throws IOException {
    seal.draw(centre, CENTRE_Y, RADIUS);
    pen.setNonStrokingColor(Color.BLACK);
    for (int line = 0; line < 3; line++) {
      pen.beginText();
      pen.setFont(font, 8);
      pen.newLineAtOffset(centre - 16 * MM, CENTRE_Y + (6 - 7 * line) * MM);
      pen.showText("本单位法定代表人授权经办");
      pen.endText();
    }
  }

  private static void cropped(PDPageContentStream pen, SealDrawing seal, float centre)
      throws IOException {
    pen.saveGraphicsState();
    pen.addRect(centre - 17 * MM, CENTRE_Y - 17 * MM, 34 * MM, 25 * MM);
    pen.clip();
    seal.draw(centre, CENTRE_Y, RADIUS);
    pen.restoreGraphicsState();
  }

  private static void pale(PDPageContentStream pen, SealDrawing seal, float centre)
      throws IOException {
    PDExtendedGraphicsState faint = new PDExtendedGraphicsState();
    faint.setNonStrokingAlphaConstant(0.18f);
    faint.setStrokingAlphaConstant(0.18f);
    pen.saveGraphicsState();
    pen.setGraphicsStateParameters(faint);
    seal.draw(centre, CENTRE_Y, RADIUS);
    pen.restoreGraphicsState();
  }
}
