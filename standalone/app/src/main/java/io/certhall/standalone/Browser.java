package io.certhall.standalone;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens the hall in the person's browser, where there is one. */
final class Browser {

  private Browser() {}

  static void open(URI address) {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    boolean hasScreen = mac || System.getenv("DISPLAY") != null;
    if (!hasScreen) {
      return;
    }
    try {
      new ProcessBuilder(List.of(mac ? "open" : "xdg-open", address.toString()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // No browser: the address is on the screen.
    }
  }
}
