package io.certhall.standalone;

/** What the person at the terminal reads; everything else goes to the log file. */
public final class Console {

  private Console() {}

  public static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  public static void progress(String line) {
    System.err.println(line);
  }

  public static void error(String line) {
    System.err.println(line);
  }
}
