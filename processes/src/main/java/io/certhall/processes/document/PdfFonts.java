package io.certhall.processes.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Noto Sans SC in two weights, parsed once and shared. A document embeds only the characters it
 * shows: some kilobytes instead of ten megabytes.
 */
@Component
@Lazy
class PdfFonts {

  static final String FAMILY = "Noto Sans SC";

  private final TrueTypeFont regular = read("NotoSansSC-Regular.ttf");
  private final TrueTypeFont bold = read("NotoSansSC-Bold.ttf");

  PDFont regular(PDDocument document) {
    return subset(document, regular);
  }

  PDFont bold(PDDocument document) {
    return subset(document, bold);
  }

  /** The bold weight itself, for its outlines. */
  TrueTypeFont outlines() {
    return bold;
  }

  private static PDFont subset(PDDocument document, TrueTypeFont font) {
    try {
      return PDType0Font.load(document, font, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrueTypeFont read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            PdfFonts.class.getResourceAsStream("fonts/" + name),
            () -> "the build did not provide " + name + ": run processes/src/fonts/provide.sh")) {
      return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
