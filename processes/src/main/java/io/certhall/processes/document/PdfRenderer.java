package io.certhall.processes.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** XHTML to PDF. Nothing is ever fetched: pictures come inside the page as data. */
@Component
public class PdfRenderer {

  private final PdfFonts fonts;

  PdfRenderer(@org.springframework.context.annotation.Lazy PdfFonts fonts) {
    this.fonts = fonts;
    XRLog.setLoggingEnabled(false);
  }

  /** Draws on the finished pages what XHTML can't. */
  @FunctionalInterface
  public interface Finishing {
    void on(PDDocument document, PdfFonts fonts) throws IOException;
  }

  public byte[] render(String xhtml) {
    return render(xhtml, (document, fonts) -> {});
  }

  byte[] render(String xhtml, Finishing finishing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
    try (PDDocument document = new PDDocument();
        PdfBoxRenderer renderer = renderer(document, xhtml)) {
      renderer.createPDFWithoutClosing();
      finishing.on(document, fonts);
      document.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private PdfBoxRenderer renderer(PDDocument document, String xhtml) {
    return new PdfRendererBuilder()
        .usePDDocument(document)
        .withHtmlContent(xhtml, null)
        .withProducer("CertHall")
        .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
        .useFont(
            new PDFontSupplier(fonts.regular(document)),
            PdfFonts.FAMILY,
            400,
            FontStyle.NORMAL,
            true)
        .useFont(
            new PDFontSupplier(fonts.bold(document)), PdfFonts.FAMILY, 700, FontStyle.NORMAL, true)
        .buildPdfRenderer();
  }
}
