package io.certhall.standalone.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** One person's page: what is on it by role and label, and how it looks. */
final class Screen {

  static final int DESKTOP = 1280;
  static final int HEIGHT = 900;
  private static final int PHONE = 390;
  private static final double PATIENCE = 60_000;
  private static final Path PICTURES = Path.of("target", "journey");

  private final Page page;

  Screen(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  void go(String path) {
    page.navigate(path);
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  void press(String name) {
    button(name).click();
  }

  /** Two clicks in one turn of the browser: faster than any hand. */
  void pressTwice(String name) {
    Locator button = button(name);
    PlaywrightAssertions.assertThat(button).isEnabled();
    button.evaluate("button => { button.click(); button.click(); }");
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  void fill(String label, String value) {
    field(label).fill(value);
  }

  void choose(String label) {
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(label).setExact(true))
        .check();
  }

  Locator heading(String text) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text)).first();
  }

  void sees(Locator shown) {
    PlaywrightAssertions.assertThat(shown.first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
  }

  void sees(String text) {
    sees(page.getByText(text));
  }

  /** A picture on a desk and one on a phone. */
  void picture(String name) {
    take(name + "-desktop");
    narrow();
    take(name + "-phone");
    wide();
  }

  /** Pictures as of {@link #picture}; on a phone nothing may reach beyond the right edge. */
  void fittingPicture(String name) {
    take(name + "-desktop");
    narrow();
    take(name + "-phone");
    Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of %s at %s", name, page.url())
        .isEqualTo(PHONE);
    wide();
  }

  private void take(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }

  /** The page has turned to its narrow form when the browser has painted it at that width. */
  private void narrow() {
    page.setViewportSize(PHONE, HEIGHT);
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  private void wide() {
    page.setViewportSize(DESKTOP, HEIGHT);
  }
}
