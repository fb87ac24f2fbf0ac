package io.certhall.processes.seal;

import io.certhall.bpmn.SealForm;
import io.certhall.bpmn.SealForm.Shape;
import io.certhall.processes.document.SealGlyphs;
import io.certhall.processes.seal.SealPicture.Source;
import io.certhall.processes.stamp.MaskPng;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Seals drawn from the registered name, where no stamp was brought. */
@Component
class DrawnSeals {

  /** About 300 dots per inch, as a scanner gives. */
  private static final int PIXELS_PER_MM = 12;

  private static final int RED = 0xC8102E;
  private static final int BLACK = 0x202020;
  private static final int REMEMBERED = 64;

  private final SealGlyphs glyphs;

  /** Several certificates of one holder carry the same seal. */
  private final Map<Key, SealPicture> recent =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SealPicture> eldest) {
          return size() > REMEMBERED;
        }
      };

  DrawnSeals(SealGlyphs glyphs) {
    this.glyphs = glyphs;
  }

  private record Key(SealForm form, String owner, String name) {}

  /**
   * @param owner whose seal it is
   * @param name its kind, e.g. 合同专用章
   */
  SealPicture of(SealForm form, String owner, String name) {
    Key key = new Key(form, owner, name);
    synchronized (recent) {
      SealPicture known = recent.get(key);
      if (known != null) {
        return known;
      }
    }
    SealPicture drawn = draw(form, owner, name);
    synchronized (recent) {
      recent.put(key, drawn);
    }
    return drawn;
  }

  private SealPicture draw(SealForm form, String owner, String name) {
    int width = form.widthMm() * PIXELS_PER_MM;
    int height = form.heightMm() * PIXELS_PER_MM;
    BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = mask.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setColor(Color.WHITE);
      pen.translate(width / 2.0, height / 2.0);
      SealBrush brush = new SealBrush(pen, glyphs, width, height);
      switch (form.shape()) {
        case ROUND -> brush.round(owner, name);
        case OVAL -> brush.oval(owner, name);
        case SQUARE -> brush.square(owner);
        case SIGNATURE -> brush.signature(owner);
      }
    } finally {
      pen.dispose();
    }
    byte[] coverage = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
    int ink = form.shape() == Shape.SIGNATURE ? BLACK : RED;
    return new SealPicture(
        MaskPng.write(coverage, width, height, ink, PIXELS_PER_MM),
        form.widthMm(),
        form.heightMm(),
        Source.DRAWN);
  }
}
