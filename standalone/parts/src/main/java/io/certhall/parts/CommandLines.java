package io.certhall.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The arguments a running process was started with, read from the system, not from a file. */
final class CommandLines {
  private CommandLines() {}

  /** Empty when the process is gone or belongs to somebody else. */
  static List<String> of(ProcessHandle process) {
    Path proc = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      return List.of(Files.readString(proc, StandardCharsets.ISO_8859_1).split("\0"));
    } catch (IOException notLinuxOrGone) {
      return process.info().commandLine().map(line -> List.of(line.split(" "))).orElse(List.of());
    }
  }
}
