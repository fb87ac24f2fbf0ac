package io.certhall.backoffice.review.ui;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A PDF as pictures of its pages: readable on every device, and no script of it ever runs. */
final class PdfPages {

  /** Enough to read small print and to see whether a seal is genuine ink. */
  private static final float WIDTH = 1300;

  private static final float MOST_SCALE = 4;

  private final byte[] pdf;
  private final int count;

  /**
   * @throws IOException when it can't be read
   */
  PdfPages(byte[] pdf) throws IOException {
    this.pdf = pdf;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      this.count = document.getNumberOfPages();
    }
  }

  int count() {
    return count;
  }

  /** JPEG of one page, counted from 0. */
  byte[] page(int index) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      float width = Math.max(1, document.getPage(index).getCropBox().getWidth());
      BufferedImage picture =
          renderer.renderImage(index, Math.min(MOST_SCALE, WIDTH / width), ImageType.RGB);
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(picture, "jpg", jpeg);
      return jpeg.toByteArray();
    }
  }
}
