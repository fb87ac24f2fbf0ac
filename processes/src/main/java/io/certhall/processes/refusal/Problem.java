package io.certhall.processes.refusal;

import java.util.List;

/**
 * One defect of the input.
 *
 * @param path JSON path of the field, e.g. {@code items[0].years}; empty when it concerns the whole
 * @param code stable code; the words are found under {@code refusal.<code>} in the bundle
 * @param args arguments of the words, in the order of the bundle's placeholders
 */
public record Problem(String path, String code, List<Object> args) {

  public static Problem of(String path, String code, Object... args) {
    return new Problem(path, code, List.of(args));
  }
}
