package io.certhall.processes.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files as applicants upload them, good ones and bad ones. */
public final class SampleFiles {

  private SampleFiles() {}

  public static byte[] pdf() {
    return pdf(null, null);
  }

  /** Can't be opened without the password. */
  public static byte[] pdfWithPassword() {
    return pdf("owner", "user");
  }

  /** Opens, but says what may not be done with it. */
  public static byte[] pdfWithPermissions() {
    return pdf("owner", "");
  }

  public static byte[] pdfWithoutPages() {
    try (PDDocument document = new PDDocument()) {
      return bytes(document::save);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A table of 60 kB that unfolds into 64 MB.
   *
   * @param dictionary how the table is announced, e.g. {@code /Type /ObjStm /Filter /FlateDecode}
   */
  public static byte[] pdfBomb(String dictionary) {
    return bytes(
        out -> {
          out.write(("%PDF-1.7\n1 0 obj\n<< " + dictionary + " >>\nstream\n").getBytes());
          try (var zeros = new java.util.zip.DeflaterOutputStream(out)) {
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) {
              zeros.write(megabyte);
            }
          }
        });
  }

  public static byte[] jpeg() {
    return picture("jpg", 600, 400);
  }

  public static byte[] picture(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.RED);
    pen.drawOval(width / 4, height / 4, width / 2, height / 2);
    pen.dispose();
    return bytes(out -> ImageIO.write(image, format, out));
  }

  /** 67 kB or so that unfold into 1.2 GB. */
  public static byte[] pictureBomb() {
    BufferedImage image = new BufferedImage(20_000, 20_000, BufferedImage.TYPE_BYTE_BINARY);
    return bytes(out -> ImageIO.write(image, "png", out));
  }

  public static byte[] docx() {
    return bytes(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<w:document/>".getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  public static byte[] exe() {
    byte[] program = new byte[2048];
    program[0] = 'M';
    program[1] = 'Z';
    return program;
  }

  private static byte[] pdf(
      @org.jspecify.annotations.Nullable String owner,
      @org.jspecify.annotations.Nullable String user) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      if (owner != null) {
        document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
      }
      return bytes(document::save);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
