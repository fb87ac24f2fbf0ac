package io.certhall.standalone.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The installed Chromium, without a screen. */
final class Chromium implements AutoCloseable {

  private static final double PATIENCE = 60_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<Screen> screens = new ArrayList<>();

  private Chromium(Path program) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  static Chromium start() {
    return new Chromium(installed().orElseThrow());
  }

  static boolean isInstalled() {
    return installed().isPresent();
  }

  private static Optional<Path> installed() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A browser of one person, with cookies of its own. */
  Screen open(URI hall) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(hall.toString())
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(Screen.DESKTOP, Screen.HEIGHT));
    context.setDefaultTimeout(PATIENCE);
    Screen screen = new Screen(context.newPage());
    screens.add(screen);
    return screen;
  }

  /** What everyone saw last. */
  void pictures(String name) {
    for (int i = 0; i < screens.size(); i++) {
      screens.get(i).picture(name + "-" + i);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
