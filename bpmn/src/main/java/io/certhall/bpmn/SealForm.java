package io.certhall.bpmn;

import java.util.Arrays;

/**
 * What a kind of seal usually looks like; real ones differ by some millimetres.
 *
 * @param personal whether it stands for a person, not for the unit
 */
public record SealForm(Shape shape, int widthMm, int heightMm, boolean personal) {

  /** The smallest and largest side of a seal, in millimetres. */
  public static final int SMALLEST = 5;

  public static final int LARGEST = 100;

  /** The outline; a signature has none. */
  public enum Shape {
    ROUND,
    OVAL,
    SQUARE,
    SIGNATURE;

    static boolean isKnown(String name) {
      return Arrays.stream(values()).anyMatch(shape -> shape.name().equals(name));
    }
  }

  /** For halls that say nothing else about a code. */
  public static SealForm usual(String code) {
    return switch (code) {
      case "LEGAL_REP" -> new SealForm(Shape.SQUARE, 20, 20, true);
      case "SIGNATURE" -> new SealForm(Shape.SIGNATURE, 40, 15, true);
      case "PRACTICE" -> new SealForm(Shape.OVAL, 45, 30, true);
      case "FINANCE" -> new SealForm(Shape.ROUND, 40, 40, false);
      default -> new SealForm(Shape.ROUND, 42, 42, false);
    };
  }
}
