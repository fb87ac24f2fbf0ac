package io.certhall.processes.document;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** 样例 across each page, so that nobody takes an example for a filled paper. */
final class SampleMark {

  private static final float SIZE = 110;
  private static final Color GREY = new Color(90, 100, 115);

  private SampleMark() {}

  static void draw(PDDocument document, PdfFonts fonts) throws IOException {
    PDFont font = fonts.bold(document);
    PDExtendedGraphicsState pale = new PDExtendedGraphicsState();
    pale.setNonStrokingAlphaConstant(0.08f);
    String words = "样　例";
    float width = font.getStringWidth(words) / 1000 * SIZE;
    for (PDPage page : document.getPages()) {
      float centreX = page.getMediaBox().getWidth() / 2;
      float centreY = page.getMediaBox().getHeight() / 2;
      Matrix slanted = Matrix.getTranslateInstance(centreX, centreY);
      slanted.rotate(Math.toRadians(32));
      slanted.translate(-width / 2, -SIZE / 3);
      try (PDPageContentStream pen =
          new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
        pen.setGraphicsStateParameters(pale);
        pen.setNonStrokingColor(GREY);
        pen.beginText();
        pen.setFont(font, SIZE);
        pen.setTextMatrix(slanted);
        pen.showText(words);
        pen.endText();
      }
    }
  }
}
