package io.certhall.processes.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Outlines of characters for drawn seals, from the papers' own font: no font of the machine has a
 * say.
 */
@Component
public class SealGlyphs {

  private final ObjectProvider<PdfFonts> fonts;

  SealGlyphs(ObjectProvider<PdfFonts> fonts) {
    this.fonts = fonts;
  }

  /** The character in a square of side 1 around the origin, y downwards; empty when unknown. */
  public Path2D of(int codePoint) {
    TrueTypeFont font = fonts.getObject().outlines();
    try {
      int glyph = font.getUnicodeCmapLookup().getGlyphId(codePoint);
      GlyphData data = glyph == 0 ? null : font.getGlyph().getGlyph(glyph);
      GeneralPath path = data == null ? new GeneralPath() : data.getPath();
      double em = font.getUnitsPerEm();
      AffineTransform place = AffineTransform.getScaleInstance(1 / em, -1 / em);
      // Chinese characters stand in a square that begins a little below the base line.
      place.translate(-font.getAdvanceWidth(glyph) / 2.0, -0.38 * em);
      path.transform(place);
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
