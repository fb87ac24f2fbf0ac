package io.certhall.processes.document;

import io.certhall.bpmn.HallLogo;
import io.certhall.bpmn.HallSettings;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A hall's mark as a picture inside a page. */
final class LogoPicture {

  private static final int PIXELS = 256;
  private static final double CORNER = 14;

  private LogoPicture() {}

  /** One entry with {@code uri}, or none where the hall has no mark. */
  static List<Map<String, String>> of(HallSettings hall) {
    HallLogo logo = hall.logo();
    return logo == null ? List.of() : List.of(Map.of("uri", dataUri(logo, hall.accent())));
  }

  private static String dataUri(HallLogo logo, String accent) {
    BufferedImage picture = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.scale((double) PIXELS / HallLogo.SIDE, (double) PIXELS / HallLogo.SIDE);
    pen.setColor(Color.decode(accent));
    pen.fill(new RoundRectangle2D.Double(0, 0, HallLogo.SIDE, HallLogo.SIDE, CORNER, CORNER));
    pen.setColor(Color.WHITE);
    pen.fill(logo.shape());
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
