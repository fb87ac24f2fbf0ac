package io.certhall.processes.stamp;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** A sheet of paper as a scanner sees it, with stamps where the test puts them. */
final class DrawnSheet {

  static final Color RED = new Color(205, 30, 40);
  static final Color BLUE = new Color(35, 60, 160);

  private final BufferedImage image;
  private final double perMm;

  DrawnSheet(double widthMm, double heightMm, int dpi) {
    this.perMm = dpi / 25.4;
    this.image =
        new BufferedImage(
            (int) Math.round(widthMm * perMm),
            (int) Math.round(heightMm * perMm),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(246, 243, 236));
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.dispose();
  }

  static DrawnSheet a4(int dpi) {
    return new DrawnSheet(210, 297, dpi);
  }

  double perMm() {
    return perMm;
  }

  /** In millimetres around the origin. */
  static Area round(double diameter) {
    Area seal = ring(diameter, diameter);
    seal.add(star(diameter * 0.15));
    for (int i = 0; i < 12; i++) {
      AffineTransform place =
          AffineTransform.getRotateInstance(Math.toRadians(-125 + 250.0 * i / 11));
      place.translate(0, -diameter * 0.36);
      seal.add(letter(diameter * 0.11).createTransformedArea(place));
    }
    return seal;
  }

  static Area oval(double width, double height) {
    Area seal = ring(width, height);
    for (int i = 0; i < 7; i++) {
      seal.add(
          letter(height * 0.2)
              .createTransformedArea(
                  AffineTransform.getTranslateInstance((i - 3) * height * 0.17, 0)));
    }
    return seal;
  }

  static Area square(double side) {
    Area seal = new Area(new Rectangle2D.Double(-side / 2, -side / 2, side, side));
    double inner = side * 0.88;
    seal.subtract(new Area(new Rectangle2D.Double(-inner / 2, -inner / 2, inner, inner)));
    for (int i = 0; i < 4; i++) {
      double x = (i % 2 == 0 ? -1 : 1) * side * 0.21;
      double y = (i < 2 ? -1 : 1) * side * 0.21;
      seal.add(
          letter(side * 0.36).createTransformedArea(AffineTransform.getTranslateInstance(x, y)));
    }
    return seal;
  }

  static Area signature(double width, double height) {
    Path2D line = new Path2D.Double();
    line.moveTo(-width / 2, height / 4);
    for (int i = 1; i <= 12; i++) {
      double x = -width / 2 + width * i / 12;
      line.quadTo(x - width / 24, i % 2 == 0 ? -height / 2 : height / 2, x, i % 3 * height / 8);
    }
    return new Area(new BasicStroke(0.7f).createStrokedShape(line));
  }

  private static Area ring(double width, double height) {
    double stroke = Math.min(width, height) * 0.03;
    Area ring = new Area(new Ellipse2D.Double(-width / 2, -height / 2, width, height));
    ring.subtract(
        new Area(
            new Ellipse2D.Double(
                -width / 2 + stroke,
                -height / 2 + stroke,
                width - 2 * stroke,
                height - 2 * stroke)));
    return ring;
  }

  private static Area star(double radius) {
    Path2D star = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double length = i % 2 == 0 ? radius : radius * 0.382;
      double angle = -Math.PI / 2 + i * Math.PI / 5;
      if (i == 0) {
        star.moveTo(length * Math.cos(angle), length * Math.sin(angle));
      } else {
        star.lineTo(length * Math.cos(angle), length * Math.sin(angle));
      }
    }
    star.closePath();
    return new Area(star);
  }

  /** Three bars and a post: as much ink as a character. */
  private static Area letter(double size) {
    Area letter = new Area();
    for (int i = -1; i <= 1; i++) {
      letter.add(
          new Area(
              new Rectangle2D.Double(-size / 2, i * size * 0.35 - size * 0.06, size, size * 0.12)));
    }
    letter.add(new Area(new Rectangle2D.Double(-size * 0.06, -size / 2, size * 0.12, size)));
    return letter;
  }

  /** Where a stamp is put; returns what was inked, in pixels. */
  Area stamp(Area stamp, double centreXmm, double centreYmm, double degrees, Color colour) {
    AffineTransform place = AffineTransform.getScaleInstance(perMm, perMm);
    place.translate(centreXmm, centreYmm);
    place.rotate(Math.toRadians(degrees));
    Area inked = stamp.createTransformedArea(place);
    Graphics2D pen = pen();
    pen.setColor(colour);
    pen.fill(inked);
    pen.dispose();
    return inked;
  }

  /** Lines of printed words, black. */
  DrawnSheet printed(double leftMm, double topMm, double widthMm, int lines) {
    Graphics2D pen = pen();
    pen.setColor(new Color(50, 50, 50));
    for (int line = 0; line < lines; line++) {
      for (double x = leftMm; x < leftMm + widthMm; x += 4.5) {
        AffineTransform place = AffineTransform.getScaleInstance(perMm, perMm);
        place.translate(x, topMm + line * 8);
        pen.fill(letter(3.5).createTransformedArea(place));
      }
    }
    pen.dispose();
    return this;
  }

  /** A scanner's noise, and a shadow that falls over the sheet. */
  DrawnSheet scanned(double noise, double shadow) {
    Random random = new Random(7);
    int width = image.getWidth();
    int height = image.getHeight();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = image.getRGB(x, y);
        double light = 1 - shadow * (x + y) / (width + height);
        double grain = random.nextGaussian() * noise;
        image.setRGB(
            x,
            y,
            new Color(
                    level((rgb >> 16 & 255) * light + grain),
                    level((rgb >> 8 & 255) * light + grain),
                    level((rgb & 255) * light + grain))
                .getRGB());
      }
    }
    return this;
  }

  private static int level(double value) {
    return (int) Math.clamp(value, 0, 255);
  }

  private Graphics2D pen() {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return pen;
  }

  byte[] file(String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A PNG that says how large a pixel is. */
  byte[] sizedPng() {
    byte[] png = file("png");
    ByteBuffer body = ByteBuffer.allocate(13);
    int perMetre = (int) Math.round(perMm * 1000);
    body.put(new byte[] {'p', 'H', 'Y', 's'}).putInt(perMetre).putInt(perMetre).put((byte) 1);
    CRC32 crc = new CRC32();
    crc.update(body.array());
    return ByteBuffer.allocate(png.length + 21)
        .put(png, 0, 33)
        .putInt(9)
        .put(body.array())
        .putInt((int) crc.getValue())
        .put(png, 33, png.length - 33)
        .array();
  }

  /** A JPEG whose JFIF segment says the resolution. */
  byte[] sizedJpeg() {
    byte[] jpeg = file("jpg");
    int dpi = (int) Math.round(perMm * 25.4);
    if (jpeg[6] != 'J') {
      throw new IllegalStateException("no JFIF segment");
    }
    jpeg[13] = 1;
    jpeg[14] = (byte) (dpi >> 8);
    jpeg[15] = (byte) dpi;
    jpeg[16] = (byte) (dpi >> 8);
    jpeg[17] = (byte) dpi;
    return jpeg;
  }

  BufferedImage image() {
    return image;
  }
}
