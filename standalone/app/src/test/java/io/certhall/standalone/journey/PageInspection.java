package io.certhall.standalone.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;

/** Opens pages as one person and collects what is wrong with them, in both languages. */
final class PageInspection {

  /** Placeholders that were not filled and keys that no bundle has; addresses are neither. */
  private static final String UNTRANSLATED =
      """
      () => (document.body.innerText
          .match(/!\\{[^}]*\\}|\\b[a-z]+(\\.[a-zA-Z][a-zA-Z-]*){2,}\\b/g) || [])
          .filter(word => !/example|\\.cn|\\.com/.test(word))
      """;

  private static final String NAMELESS =
      """
      () => [...document.querySelectorAll('vaadin-button, button, a')]
          .filter(part => part.offsetParent && !part.innerText.trim()
              && !['aria-label', 'aria-labelledby', 'aria-hidden', 'title']
                  .some(name => part.getAttribute(name)))
          .map(part => part.outerHTML.slice(0, 120))
      """;

  /** In English pages only names and data are Chinese; labels of fields and buttons are not. */
  private static final String CHINESE_LABELS =
      """
      () => [...document.querySelectorAll('label, vaadin-button, h1, h2, th, vaadin-tab')]
          .filter(part => part.offsetParent)
          .map(part => part.innerText.trim())
          .filter(text => /[\\u4e00-\\u9fff]/.test(text) && text !== '中文' && text !== '中')
      """;

  private final Screen screen;
  private final List<String> findings = new ArrayList<>();

  PageInspection(Screen screen) {
    this.screen = screen;
    Page page = screen.page();
    page.onPageError(error -> findings.add(page.url() + " script: " + error));
    page.onResponse(this::note);
  }

  private void note(Response response) {
    if (response.status() >= 400) {
      findings.add(response.url() + " answered " + response.status());
    }
  }

  void inspect(String path) {
    open(path);
    Page page = screen.page();
    add(path, "untranslated", page.evaluate(UNTRANSLATED));
    add(path, "without a name", page.evaluate(NAMELESS));
    int width = screen.widthOnPhone();
    if (width > Screen.PHONE) {
      findings.add(path + " is " + width + " wide on a phone");
    }
  }

  void inspectEnglish(String path) {
    inspect(path);
    add(path, "Chinese label", screen.page().evaluate(CHINESE_LABELS));
  }

  void switchToEnglish() {
    open("/");
    screen.press("English");
    PlaywrightAssertions.assertThat(screen.button("中文")).isVisible();
  }

  private void open(String path) {
    try {
      screen.go(path);
      screen.page().locator("h1").first().waitFor();
      screen.settles();
    } catch (PlaywrightException e) {
      throw new AssertionError(path + " does not open", e);
    }
  }

  private void add(String path, String what, Object found) {
    ((List<?>) found).forEach(item -> findings.add(path + " " + what + ": " + item));
  }

  List<String> findings() {
    return findings;
  }
}
