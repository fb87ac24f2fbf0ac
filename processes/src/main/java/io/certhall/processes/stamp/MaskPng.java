package io.certhall.processes.stamp;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/**
 * A picture of one ink on nothing: a coverage of 0 to 255 for each pixel and one colour. Sixteen
 * steps are enough for smooth edges and make a small file.
 */
public final class MaskPng {

  private static final int LEVELS = 16;

  /** Signature and header chunk; what comes next is free. */
  private static final int AFTER_HEADER = 33;

  private MaskPng() {}

  public static byte[] write(byte[] coverage, int width, int height, int rgb, double pixelsPerMm) {
    byte[] red = new byte[LEVELS];
    byte[] green = new byte[LEVELS];
    byte[] blue = new byte[LEVELS];
    byte[] alpha = new byte[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      red[i] = (byte) (rgb >> 16);
      green[i] = (byte) (rgb >> 8);
      blue[i] = (byte) rgb;
      alpha[i] = (byte) (i * 255 / (LEVELS - 1));
    }
    BufferedImage image =
        new BufferedImage(
            width,
            height,
            BufferedImage.TYPE_BYTE_BINARY,
            new IndexColorModel(4, LEVELS, red, green, blue, alpha));
    WritableRaster raster = image.getRaster();
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = ((coverage[y * width + x] & 255) * (LEVELS - 1) + 127) / 255;
      }
      raster.setSamples(0, y, width, 1, 0, row);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sized(out.toByteArray(), pixelsPerMm);
  }

  /** Says in the file how large a pixel is. */
  private static byte[] sized(byte[] png, double pixelsPerMm) {
    int perMetre = (int) Math.round(pixelsPerMm * 1000);
    ByteBuffer body = ByteBuffer.allocate(13);
    body.put(new byte[] {'p', 'H', 'Y', 's'}).putInt(perMetre).putInt(perMetre).put((byte) 1);
    CRC32 crc = new CRC32();
    crc.update(body.array());
    return ByteBuffer.allocate(png.length + 21)
        .put(png, 0, AFTER_HEADER)
        .putInt(9)
        .put(body.array())
        .putInt((int) crc.getValue())
        .put(png, AFTER_HEADER, png.length - AFTER_HEADER)
        .array();
  }
}
