package io.certhall.processes.account;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Draws characters made of straight strokes, bent by two waves, with curves across. No font is
 * needed: servers often have none.
 */
final class CaptchaPicture {

  static final int WIDTH = 160;
  static final int HEIGHT = 56;

  /** Strokes on a grid 4 wide and 6 high; a blank begins a new stroke. */
  private static final Map<Character, String> STROKES =
      Map.ofEntries(
          Map.entry('A', "062046 1333"),
          Map.entry('E', "40000646 0333"),
          Map.entry('F', "400006 0333"),
          Map.entry('H', "0006 4046 0343"),
          Map.entry('K', "0006 400346"),
          Map.entry('L', "000646"),
          Map.entry('M', "0600234046"),
          Map.entry('N', "06004640"),
          Map.entry('T', "0040 2026"),
          Map.entry('V', "002640"),
          Map.entry('W', "0016233640"),
          Map.entry('X', "0046 4006"),
          Map.entry('Y', "002340 2326"),
          Map.entry('Z', "00400646"),
          Map.entry('4', "36300444"),
          Map.entry('7', "004016"));

  private static final String CHARACTERS = "AEFHKLMNTVWXYZ47";
  private static final int STEPS = 8;

  private CaptchaPicture() {}

  static String randomText(Random random, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  static byte[] png(String text, Random random) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(0xf4f6f8));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    Wave wave = Wave.random(random);
    double cell = (double) (WIDTH - 16) / text.length();
    for (int i = 0; i < text.length(); i++) {
      drawCharacter(graphics, text.charAt(i), 8 + cell * i, cell, wave, random);
    }
    for (int i = 0; i < 3; i++) {
      drawCurve(graphics, random);
    }
    graphics.dispose();
    return encode(image);
  }

  private static void drawCharacter(
      Graphics2D graphics, char character, double left, double cell, Wave wave, Random random) {
    AffineTransform place = new AffineTransform();
    place.translate(left + cell / 2, HEIGHT / 2.0 + random.nextInt(7) - 3);
    place.rotate((random.nextDouble() - 0.5) * 0.7);
    place.shear((random.nextDouble() - 0.5) * 0.5, 0);
    place.scale(cell / 6, 4.5 + random.nextDouble() * 1.5);
    place.translate(-2, -3);
    graphics.setColor(ink(random));
    graphics.setStroke(
        new BasicStroke(
            2 + random.nextFloat() * 1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (String stroke : STROKES.get(character).split(" ")) {
      Path2D path = new Path2D.Double();
      for (int corner = 0; corner < stroke.length(); corner += 2) {
        addCorner(path, stroke, corner, place, wave);
      }
      graphics.draw(path);
    }
  }

  /** Goes to the corner in small steps, so that the wave bends the line. */
  private static void addCorner(
      Path2D path, String stroke, int corner, AffineTransform place, Wave wave) {
    int x = stroke.charAt(corner) - '0';
    int y = stroke.charAt(corner + 1) - '0';
    if (corner == 0) {
      Point2D start = wave.bend(place.transform(new Point2D.Double(x, y), null));
      path.moveTo(start.getX(), start.getY());
      return;
    }
    int fromX = stroke.charAt(corner - 2) - '0';
    int fromY = stroke.charAt(corner - 1) - '0';
    for (int step = 1; step <= STEPS; step++) {
      double part = (double) step / STEPS;
      Point2D onGrid = new Point2D.Double(fromX + (x - fromX) * part, fromY + (y - fromY) * part);
      Point2D next = wave.bend(place.transform(onGrid, null));
      path.lineTo(next.getX(), next.getY());
    }
  }

  private static void drawCurve(Graphics2D graphics, Random random) {
    Path2D curve = new Path2D.Double();
    curve.moveTo(0, random.nextInt(HEIGHT));
    curve.curveTo(
        WIDTH / 3.0,
        random.nextInt(HEIGHT),
        WIDTH * 2 / 3.0,
        random.nextInt(HEIGHT),
        WIDTH,
        random.nextInt(HEIGHT));
    graphics.setColor(ink(random));
    graphics.setStroke(new BasicStroke(1 + random.nextFloat()));
    graphics.draw(curve);
  }

  private static Color ink(Random random) {
    return new Color(random.nextInt(110), random.nextInt(110), random.nextInt(130));
  }

  private static byte[] encode(BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot draw a captcha", e);
    }
  }

  private record Wave(double phaseX, double phaseY, double lengthX, double lengthY) {

    static Wave random(Random random) {
      return new Wave(
          random.nextDouble() * Math.PI * 2,
          random.nextDouble() * Math.PI * 2,
          18 + random.nextDouble() * 14,
          24 + random.nextDouble() * 16);
    }

    Point2D bend(Point2D point) {
      return new Point2D.Double(
          point.getX() + 2.2 * Math.sin(point.getY() / lengthX + phaseX),
          point.getY() + 2.6 * Math.sin(point.getX() / lengthY + phaseY));
    }
  }
}
