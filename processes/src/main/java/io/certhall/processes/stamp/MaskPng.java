package io.certhall.processes.stamp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A picture of one ink on nothing: a coverage of 0 to 255 for each pixel and one colour. Sixteen
 * steps are enough for smooth edges and make a small file. Written chunk by chunk, since ImageIO
 * filters the rows of such a picture, which makes the file larger by a quarter: each seal is
 * hashed, encrypted and stored with it.
 */
public final class MaskPng {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int LEVELS = 16;
  private static final int BITS = 4;
  private static final byte PALETTE = 3;
  private static final byte UNIT_METRE = 1;

  private MaskPng() {}

  public static byte[] write(byte[] coverage, int width, int height, int rgb, double pixelsPerMm) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(png, "IHDR", header.put((byte) BITS).put(PALETTE).array());
    int perMetre = (int) Math.round(pixelsPerMm * 1000);
    ByteBuffer size = ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre);
    chunk(png, "pHYs", size.put(UNIT_METRE).array());
    ByteBuffer colours = ByteBuffer.allocate(3 * LEVELS);
    byte[] alpha = new byte[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      colours.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
      alpha[i] = (byte) (i * 255 / (LEVELS - 1));
    }
    chunk(png, "PLTE", colours.array());
    chunk(png, "tRNS", alpha);
    chunk(png, "IDAT", deflated(rows(coverage, width, height)));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** Two pixels a byte, the left one high; before each row a zero: not filtered. */
  private static byte[] rows(byte[] coverage, int width, int height) {
    int rowBytes = 1 + (width + 1) / 2;
    byte[] rows = new byte[rowBytes * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int level = ((coverage[y * width + x] & 255) * (LEVELS - 1) + 127) / 255;
        rows[y * rowBytes + 1 + x / 2] |= (byte) (x % 2 == 0 ? level << BITS : level);
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] rows) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(rows);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] some = new byte[16384];
      while (!deflater.finished()) {
        out.write(some, 0, deflater.deflate(some));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] body =
        ByteBuffer.allocate(4 + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 crc = new CRC32();
    crc.update(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
