package io.certhall.processes.attachment;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF must open without a password and show at least one page. */
final class PdfCheck {

  private PdfCheck() {}

  static void check(byte[] content, List<String> formats) {
    if (PdfStructure.unfoldsTooFar(content)) {
      throw FileCheck.unsupported("FILE_DAMAGED", formats);
    }
    try (PDDocument document = Loader.loadPDF(content)) {
      if (document.isEncrypted()) {
        throw FileCheck.unsupported("PDF_ENCRYPTED", formats);
      }
      if (document.getNumberOfPages() < 1 || document.getPage(0).getMediaBox().getWidth() <= 0) {
        throw FileCheck.unsupported("FILE_DAMAGED", formats);
      }
    } catch (InvalidPasswordException e) {
      throw FileCheck.unsupported("PDF_ENCRYPTED", formats);
    } catch (IOException
        | IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | ClassCastException
        | NullPointerException e) {
      // The parser meets hostile files with all of these.
      throw FileCheck.unsupported("FILE_DAMAGED", formats);
    }
  }
}
