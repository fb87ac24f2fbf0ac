package io.certhall.standalone;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the log goes. Two applications share this process, so neither of them configures it. */
public final class HallLog {

  private HallLog() {}

  /** Before the first logger is made: {@code logback.xml} reads the folder once. */
  public static void in(Path data) {
    System.setProperty("certhall.logs", data.resolve("logs").toString());
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    // Tomcat speaks java.util.logging, which would print on the terminal.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
