package io.certhall.processes.attachment;

import io.certhall.processes.refusal.RefusalKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture must decode to its end, and must not unfold into more than a scanner makes. */
final class ImageCheck {

  /** A3 at 600 dpi is 7016 × 9921. */
  static final int LONGEST_SIDE = 12_000;

  static final long MOST_PIXELS = 80_000_000;
  private static final int THUMBNAIL = 256;

  private ImageCheck() {}

  static void check(FileKind kind, byte[] content, List<String> formats) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(kind.extension()).next();
    boolean[] cutShort = {false};
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener((source, warning) -> cutShort[0] |= isCutShort(warning));
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      // Asked before anything is unfolded: a few kilobytes can claim gigabytes.
      if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
        throw FileCheck.refusal(
            RefusalKind.UNSUPPORTED_TYPE, "IMAGE_TOO_BIG", width, height, LONGEST_SIDE);
      }
      decode(reader, Math.max(1, Math.max(width, height) / THUMBNAIL));
    } catch (IOException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | NullPointerException e) {
      // The decoders meet hostile files with all of these.
      throw FileCheck.unsupported("FILE_DAMAGED", formats);
    } finally {
      reader.dispose();
    }
    if (cutShort[0]) {
      throw FileCheck.unsupported("FILE_DAMAGED", formats);
    }
  }

  /** Every line is read, but only every n-th pixel is kept. */
  private static void decode(ImageReader reader, int step) throws IOException {
    ImageReadParam every = reader.getDefaultReadParam();
    every.setSourceSubsampling(step, step, 0, 0);
    if (reader.canReadRaster()) {
      // Also takes CMYK, which print shops use and read() refuses.
      reader.readRaster(0, every);
    } else {
      reader.read(0, every);
    }
  }

  private static boolean isCutShort(String warning) {
    return warning.contains("Truncated") || warning.contains("Premature end");
  }
}
