package io.certhall.standalone.journey;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;

/** What a manager does with a hall's policy, in the editors of the browser. */
final class ManagerAtScreen {

  private final Screen screen;

  private ManagerAtScreen(Screen screen) {
    this.screen = screen;
  }

  static ManagerAtScreen signIn(Screen screen, String username) {
    screen.signIn(username);
    return new ManagerAtScreen(screen);
  }

  void openDraft(String hall) {
    screen.go("/admin/policies/" + hall);
    screen.sees(screen.button("编辑草稿"));
    screen.fittingPicture("60-policies");
    screen.press("编辑草稿");
    awaitEditor("主流程");
    screen.sees("检查通过");
    screen.fittingPicture("61-draft-process");
  }

  /** Time to pay, on the call of the payment block. */
  void setPaymentTime(String span) {
    open("order.bpmn", "主流程");
    editor().locator("[data-element-id=payment]").first().click();
    Locator value =
        editor().getByLabel("缴费时限", new FrameLocator.GetByLabelOptions().setExact(true));
    value.fill(span);
    value.press("Tab");
    screen.sees("有未保存的修改");
    screen.picture("62-draft-call");
    save();
  }

  void raiseFirstFee(String from, String to) {
    open("fees.dmn", "价格");
    Locator cell =
        editor()
            .locator("td.output-cell")
            .filter(new Locator.FilterOptions().setHasText(from))
            .first();
    type(cell, to);
    screen.sees("有未保存的修改");
    screen.fittingPicture("63-draft-fees");
    save();
  }

  /** Copies the row of the application form and makes another document of it. */
  void addDocument(String code, String name, String english) {
    open("materials.dmn", "材料");
    Locator form =
        editor()
            .locator("td")
            .filter(new Locator.FilterOptions().setHasText("\"APPLICATION_FORM\""))
            .first();
    fromMenu(form, "复制此行");
    fromMenu(form, "粘贴到下方");
    Locator cells = editor().locator("tbody tr").nth(1).locator("td.output-cell");
    type(cells.nth(0), '"' + code + '"');
    screen.sees("有未保存的修改");
    type(cells.nth(1), '"' + name + '"');
    type(cells.nth(2), '"' + english + '"');
    type(cells.nth(6), "\"\"");
    save();
    screen.sees("检查通过");
    screen.fittingPicture("64-draft-materials");
  }

  /** An error blocks; its line in the findings leads to the place. */
  void breakAndMendYears() {
    open("hall.yaml");
    Locator years = screen.field("最长年限");
    years.fill("44");
    years.press("Tab");
    screen.sees("应在1到10之间");
    PlaywrightAssertions.assertThat(screen.button("发布")).isDisabled();
    screen.fittingPicture("65-draft-settings");
    screen
        .page()
        .locator(".policy-findings")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("years.max"))
        .click();
    PlaywrightAssertions.assertThat(years).isFocused();
    years.fill("5");
    years.press("Tab");
    screen.sees("检查通过");
    save();
  }

  void publish(String why) {
    screen.press("发布");
    Locator dialog = dialog();
    dialog.getByLabel("为什么修改").fill(why);
    screen.picture("66-publish");
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("发布").setExact(true))
        .click();
    screen.sees("已发布");
  }

  /** From the history, with what comes back before the eyes. */
  void restoreOldest(String hall, String why) {
    screen.go("/admin/policies/" + hall);
    screen.page().getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("发布记录")).click();
    screen.sees(screen.button("恢复此版本"));
    screen.page().getByText("与前一版比较").first().click();
    screen.sees(screen.page().locator(".policy-difference"));
    screen.fittingPicture("67-history");
    screen.button("恢复此版本").last().click();
    Locator dialog = dialog();
    dialog.getByLabel("为什么修改").fill(why);
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("恢复此版本")).click();
    screen.sees("已发布");
    screen.picture("68-restored");
  }

  private void open(String file, String title) {
    open(file);
    awaitEditor(title);
  }

  private void open(String file) {
    screen.page().locator("[data-file='" + file + "']").click();
  }

  private void awaitEditor(String title) {
    screen
        .page()
        .locator("policy-editor[data-shown='" + title + "']")
        .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
  }

  private void save() {
    screen.press("保存");
    PlaywrightAssertions.assertThat(screen.page().locator(".policy-saved")).containsText("于");
  }

  private FrameLocator editor() {
    return screen.page().frameLocator("policy-editor iframe");
  }

  private Locator dialog() {
    return screen.page().getByRole(AriaRole.DIALOG);
  }

  private void fromMenu(Locator cell, String entry) {
    cell.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
    editor().getByText(entry).click();
  }

  /** As a hand does: into the cell, all of it away, the new text. */
  private void type(Locator cell, String text) {
    cell.click();
    Keyboard keyboard = screen.page().keyboard();
    keyboard.press("Control+a");
    keyboard.press("Delete");
    keyboard.type(text);
  }
}
