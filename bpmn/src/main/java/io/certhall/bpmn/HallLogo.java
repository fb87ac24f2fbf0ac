package io.certhall.bpmn;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hall's own mark: shapes in a square of 32, white on the hall's colour; where shapes overlap
 * they are cut out. Each is a path of absolute commands M, L, H, V, C, Q and Z, as SVG writes them.
 */
public record HallLogo(List<String> paths) {

  public static final int SIDE = 32;

  private static final Pattern FORM = Pattern.compile("[MLHVCQZ0-9 .,-]{1,600}");
  private static final Pattern STEP = Pattern.compile("([MLHVCQZ])([^MLHVCQZ]*)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  public HallLogo {
    paths = List.copyOf(paths);
  }

  /**
   * @throws IllegalArgumentException with what is wrong in words
   */
  public Path2D shape() {
    Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    paths.forEach(path -> add(shape, path));
    return shape;
  }

  /** The whole picture, to be shown as it is; nothing but numbers and commands gets into it. */
  public String svg(String accent) {
    shape();
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">"
        + "<rect width=\"32\" height=\"32\" rx=\"7\" fill=\""
        + accent
        + "\"/><path fill=\"#fff\" fill-rule=\"evenodd\" d=\""
        + String.join(" ", paths)
        + "\"/></svg>";
  }

  private static void add(Path2D shape, String path) {
    if (!FORM.matcher(path).matches() || !path.startsWith("M")) {
      throw new IllegalArgumentException("only M, L, H, V, C, Q, Z and numbers: " + path);
    }
    Matcher steps = STEP.matcher(path);
    double x = 0;
    double y = 0;
    while (steps.find()) {
      List<Double> at = numbers(steps.group(2));
      char command = steps.group(1).charAt(0);
      int wanted =
          switch (command) {
            case 'M', 'L' -> 2;
            case 'H', 'V' -> 1;
            case 'C' -> 6;
            case 'Q' -> 4;
            default -> 0;
          };
      if (at.size() != wanted) {
        throw new IllegalArgumentException(command + " takes " + wanted + " numbers: " + path);
      }
      switch (command) {
        case 'M' -> shape.moveTo(at.get(0), at.get(1));
        case 'L' -> shape.lineTo(at.get(0), at.get(1));
        case 'H' -> shape.lineTo(at.get(0), y);
        case 'V' -> shape.lineTo(x, at.get(0));
        case 'C' -> shape.curveTo(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4), at.get(5));
        case 'Q' -> shape.quadTo(at.get(0), at.get(1), at.get(2), at.get(3));
        default -> shape.closePath();
      }
      if (command == 'H') {
        x = at.get(0);
      } else if (command == 'V') {
        y = at.get(0);
      } else if (!at.isEmpty()) {
        x = at.get(at.size() - 2);
        y = at.getLast();
      }
    }
  }

  private static List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    Matcher found = NUMBER.matcher(text);
    while (found.find()) {
      double number = Double.parseDouble(found.group());
      if (number < 0 || number > SIDE) {
        throw new IllegalArgumentException("outside of 0 to " + SIDE + ": " + number);
      }
      numbers.add(number);
    }
    return numbers;
  }
}
