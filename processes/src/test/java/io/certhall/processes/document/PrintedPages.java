package io.certhall.processes.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a reader finds in a PDF.
 *
 * @param text without blanks and line ends: where a cell breaks its line is no matter
 */
public record PrintedPages(int pages, String text, boolean allFontsEmbedded) {

  /** Also leaves the file in {@code target/documents}, to be looked at. */
  public static PrintedPages of(String name, byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Path folder = Files.createDirectories(Path.of("target/documents"));
      Files.write(folder.resolve(name + ".pdf"), pdf);
      boolean embedded = true;
      for (var page : document.getPages()) {
        for (var font : page.getResources().getFontNames()) {
          embedded &= page.getResources().getFont(font).isEmbedded();
        }
      }
      return new PrintedPages(
          document.getNumberOfPages(),
          new PDFTextStripper().getText(document).replaceAll("\\s", ""),
          embedded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
