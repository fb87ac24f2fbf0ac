package io.certhall.backoffice.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.identity.IdentityAccess;
import io.certhall.processes.identity.IdentityChecks;
import io.certhall.processes.identity.IdentityConsent;
import io.certhall.processes.identity.IdentitySide;
import io.certhall.processes.identity.IdentityStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IdentityPagesTest extends ViewTest {

  private final Fixtures fixtures;
  private final TestOrders orders;
  private final Orders stored;
  private final IdentityChecks checks;
  private final IdentityPanels panels;
  private final Actor owner;
  private final String orderNo;

  IdentityPagesTest(
      Fixtures fixtures,
      TestOrders orders,
      Orders stored,
      TestSteps steps,
      IdentityChecks checks,
      IdentityPanels panels) {
    this.fixtures = fixtures;
    this.orders = orders;
    this.stored = stored;
    this.checks = checks;
    this.panels = panels;
    this.owner = orders.applicant();
    this.orderNo = orders.submitted(owner);
    steps.arrive(orderNo, "identity.verify", OrderState.IDENTITY_PENDING, TaskQueue.IDENTITY);
  }

  @Test
  @Tag("SZ-26")
  void the_orders_page_shows_a_code_for_the_phone() {
    signIn(owner);
    OrderView page = navigate(OrderView.class, Map.of("orderNo", orderNo));
    assertThat(words(page)).contains("实名认证", "请由经办人李*本人");

    press("获取二维码");

    assertThat(find(Image.class, page).all())
        .anyMatch(image -> image.getSrc().startsWith("data:image/png"));
    assertThat(find(Anchor.class, page).all())
        .anyMatch(link -> link.getHref().contains("/identity/"));
  }

  @Test
  @Tag("SZ-06")
  @Tag("SZ-27")
  @Tag("AC-38")
  void the_phone_leads_through_consents_pictures_and_verification() throws IOException {
    IdentityPhoneView page =
        navigate(IdentityPhoneView.class, Map.of("token", checks.invite(owner, orderNo).token()));
    assertThat(words(page)).contains("第一步", "敏感个人信息单独授权书", "版本 2026-1");
    find(Checkbox.class, page).all().getFirst().setValue(true);
    press("继续");
    assertThat(notices()).anyMatch(notice -> notice.contains("分别勾选"));

    find(Checkbox.class, page).all().forEach(box -> box.setValue(true));
    press("继续");

    assertThat(words(page)).contains("第二步", "人像面", "国徽面").doesNotContain("第三步");
    photos();
    IdentityPhoneView again =
        navigate(IdentityPhoneView.class, Map.of("token", checks.invite(owner, orderNo).token()));
    var agent = Objects.requireNonNull(stored.contact(orderNo).agent());
    field(again, "姓名").setValue("王五");
    field(again, "身份证号码").setValue(Objects.requireNonNull(agent.idNo()));
    press("开始核验");
    assertThat(words(again)).contains("与申请表中填写的不一致");

    field(again, "姓名").setValue(Objects.requireNonNull(agent.name()));
    press("开始核验");

    assertThat(words(again)).contains("认证通过");
    assertThat(checks.status(IdentityAccess.of(owner, orderNo)).state())
        .isEqualTo(IdentityStatus.State.PASSED);
  }

  @Test
  void a_code_that_was_used_opens_nothing() {
    String token = checks.invite(owner, orderNo).token();
    checks.open(token);

    IdentityPhoneView page = navigate(IdentityPhoneView.class, Map.of("token", token));

    assertThat(words(page)).contains("无法打开认证页面", "已被使用");
    assertThat(find(Button.class, page).all()).isEmpty();
  }

  @Test
  void a_reviewer_finds_the_pictures_and_nobody_else_does() throws IOException {
    for (IdentityConsent consent : IdentityConsent.values()) {
      checks.consent(
          IdentityAccess.of(owner, orderNo), consent.name(), consent.version(), Locale.CHINESE);
    }
    photos();
    Order order = orders.order(orderNo);

    assertThat(words(panels.pictures(fixtures.staff(Role.REVIEWER), order).orElseThrow()))
        .contains("查看人像面", "查看国徽面");
    assertThat(panels.pictures(fixtures.staff(Role.FINANCE), order)).isEmpty();
    assertThat(panels.pictures(owner, order)).isEmpty();
    assertThat(panels.invitation(fixtures.staff(Role.REVIEWER), order)).isEmpty();
  }

  private void photos() throws IOException {
    for (IdentitySide side : IdentitySide.values()) {
      checks.photo(
          IdentityAccess.of(owner, orderNo),
          side,
          "card.jpg",
          new ByteArrayInputStream(SampleFiles.picture("jpg", 600 + side.ordinal(), 400)));
    }
  }

  private TextField field(IdentityPhoneView page, String label) {
    assertThat(UI.getCurrent()).isNotNull();
    return find(TextField.class, page).all().stream()
        .filter(field -> field.getLabel().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
