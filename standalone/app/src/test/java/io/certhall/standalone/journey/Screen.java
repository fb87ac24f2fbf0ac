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
  static final int PHONE = 390;
  private static final double PATIENCE = 60_000;
  private static final Path PICTURES = Path.of("target", "journey");

  private static final String PAINTED =
      """
      () => new Promise(done =>
          requestAnimationFrame(() => requestAnimationFrame(() => done())))
      """;

  /** What scrolls may be the document or a part of the layout. */
  private static final String SCROLLERS =
      """
      const layout = document.querySelector('vaadin-app-layout');
      const scrollers = [document.documentElement,
          ...(layout ? [layout, ...layout.shadowRoot.querySelectorAll('*')] : [])];
      """;

  private static final String CONTENT_HEIGHT =
      "() => {"
          + SCROLLERS
          + """
          return Math.ceil(Math.max(...scrollers.map(
              part => part.getBoundingClientRect().top + part.scrollHeight)));
          }
          """;
  private static final String CONTENT_WIDTH =
      "() => {" + SCROLLERS + "return Math.max(...scrollers.map(part => part.scrollWidth)); }";

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

  /** On the page to pay; the code to scan comes with the choice. */
  void choosePayment(String method) {
    Locator choice =
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(method).setExact(true));
    sees(choice);
    choice.check();
    sees(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(method + "付款二维码")));
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

  void signIn(String username) {
    go("/login");
    fill("用户名", username);
    fill("密码", RunningHall.PASSWORD);
    page.locator(".access-card")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登录").setExact(true))
        .click();
    page.waitForURL(url -> !url.endsWith("/login"));
  }

  /** What a link opens in a tab of its own. */
  Screen follow(String link) {
    return new Screen(
        page.waitForPopup(
            () ->
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click()));
  }

  /** The server has answered all that the browser told it. */
  void settles() {
    page.waitForFunction(
        "() => Object.values(window.Vaadin?.Flow?.clients ?? {})"
            + ".every(client => !client.isActive || !client.isActive())");
  }

  void sees(Locator shown) {
    PlaywrightAssertions.assertThat(shown.first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
  }

  void sees(String text) {
    sees(page.getByText(text));
  }

  /** Pictures of the whole page on a desk and on a phone. */
  void picture(String name) {
    take(name + "-desktop", DESKTOP);
    take(name + "-phone", PHONE);
    page.setViewportSize(DESKTOP, HEIGHT);
  }

  /** As {@link #picture}; on a phone nothing may reach beyond the right edge. */
  void fittingPicture(String name) {
    take(name + "-desktop", DESKTOP);
    take(name + "-phone", PHONE);
    Assertions.assertThat(page.evaluate(CONTENT_WIDTH))
        .as("width of %s at %s", name, page.url())
        .isEqualTo(PHONE);
    page.setViewportSize(DESKTOP, HEIGHT);
  }

  int widthOnPhone() {
    page.setViewportSize(PHONE, HEIGHT);
    page.evaluate(PAINTED);
    int width = (int) page.evaluate(CONTENT_WIDTH);
    page.setViewportSize(DESKTOP, HEIGHT);
    return width;
  }

  /** As high as the content, which scrolls inside the page. */
  private void take(String name, int width) {
    page.setViewportSize(width, HEIGHT);
    page.evaluate(PAINTED);
    int height = (int) page.evaluate(CONTENT_HEIGHT);
    page.setViewportSize(width, Math.max(HEIGHT, height));
    page.evaluate(PAINTED);
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }
}
