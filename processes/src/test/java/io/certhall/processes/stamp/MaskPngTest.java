package io.certhall.processes.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskPngTest {

  private static final int RED = 0xC8102E;

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "8, 3", "480, 480"})
  void other_readers_see_ink_as_dense_as_it_covers(int width, int height) throws IOException {
    byte[] coverage = new byte[width * height];
    for (int i = 0; i < coverage.length; i++) {
      coverage[i] = (byte) (i * 37);
    }

    byte[] png = MaskPng.write(coverage, width, height, RED, 12);

    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(seen.getWidth()).isEqualTo(width);
    assertThat(seen.getHeight()).isEqualTo(height);
    for (int i = 0; i < coverage.length; i++) {
      int pixel = seen.getRGB(i % width, i / width);
      assertThat(pixel & 0xFFFFFF).isEqualTo(RED);
      // Sixteen steps are seventeen apart.
      assertThat(Math.abs((pixel >>> 24) - (coverage[i] & 255))).isLessThanOrEqualTo(9);
    }
  }

  @ParameterizedTest
  @CsvSource({"12, 12000", "11.811, 11811"})
  void the_file_says_how_large_a_pixel_is(double pixelsPerMm, int perMetre) {
    byte[] png = MaskPng.write(new byte[4], 2, 2, RED, pixelsPerMm);

    // Signature and header take 33 bytes; the chunk's length and name eight more.
    assertThat(java.nio.ByteBuffer.wrap(png, 41, 8).getInt()).isEqualTo(perMetre);
    assertThat(png[49]).isEqualTo((byte) 1);
  }
}
