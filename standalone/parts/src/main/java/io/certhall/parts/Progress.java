package io.certhall.parts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a waiting person what is going on and why. */
@FunctionalInterface
public interface Progress {
  void say(String message);

  /** Lines on standard error: standard output belongs to results. */
  static Progress console() {
    return System.err::println;
  }

  static Progress logging() {
    Logger log = LoggerFactory.getLogger("io.certhall.parts");
    return log::info;
  }

  static Progress silent() {
    return message -> {};
  }
}
