package io.certhall.standalone.simulator.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.payment.PrepayOrder;
import io.certhall.processes.payment.ProviderPaymentState;
import io.certhall.standalone.simulator.RunningSimulators;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeChatPhonePageTest {

  private static RunningSimulators world;

  @BeforeAll
  static void start(@TempDir Path data) {
    world = RunningSimulators.start(data, 0);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static String page(String path) {
    return world.get(path, "text/html").body();
  }

  @Test
  void the_phone_shows_whom_what_and_how_much_and_pays_by_one_button() {
    world.weChat().prepay(world.order("PAY-PAGE-1", 30050));

    assertThat(page("/simulators/wechatpay"))
        .contains("href=\"/simulators/wechatpay/PAY-PAGE-1\"", "¥300.50", "待支付");
    assertThat(page("/simulators/wechatpay/PAY-PAGE-1"))
        .contains("¥300.50", "证书服务费", "证书网上大厅", "立即支付");

    var after = world.postForm("/simulators/wechatpay/PAY-PAGE-1/pay");

    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.body()).contains("支付成功", "¥300.50").doesNotContain("立即支付");
    assertThat(world.weChat().query("PAY-PAGE-1").state()).isEqualTo(ProviderPaymentState.PAID);
    assertThat(world.postForm("/simulators/wechatpay/PAY-PAGE-1/pay").body()).contains("支付成功");
  }

  @Test
  void pages_speak_english_when_asked() {
    world.weChat().prepay(world.order("PAY-PAGE-2", 100));

    assertThat(page("/simulators/wechatpay/PAY-PAGE-2?lang=en")).contains("Pay now");
    assertThat(world.postForm("/simulators/wechatpay/PAY-PAGE-2/pay?lang=en").body())
        .contains("<h1>Paid</h1>");
  }

  @Test
  void a_closed_payment_has_no_button() {
    world.weChat().prepay(world.order("PAY-PAGE-3", 100));
    world.weChat().close("PAY-PAGE-3");

    assertThat(page("/simulators/wechatpay/PAY-PAGE-3")).contains("订单已关闭").doesNotContain("立即支付");
  }

  @Test
  void a_description_is_shown_as_text_never_as_markup() {
    PrepayOrder order = world.order("PAY-PAGE-4", 100);
    world
        .weChat()
        .prepay(
            new PrepayOrder(
                order.paymentNo(), "<b>x</b>$1", 100, order.expiresAt(), order.notifyUrl()));

    assertThat(page("/simulators/wechatpay/PAY-PAGE-4")).contains("&lt;b&gt;x&lt;/b&gt;$1");
  }

  @Test
  void a_payment_that_does_not_exist_is_not_found() {
    assertThat(world.get("/simulators/wechatpay/PAY-NONE-1", "text/html").statusCode())
        .isEqualTo(404);
    assertThat(world.postJson("/simulators/wechatpay/PAY-NONE-1/pay", "{}").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amountFen\": 0}",
        "{\"times\": 0}",
        "{\"times\": 101}",
        "{\"delayMs\": -1}",
        "{\"amountFen\": \"much\"}"
      })
  void a_wrong_wish_is_refused_by_name(String json) {
    world.weChat().prepay(world.order("PAY-PAGE-5", 100));

    var answer = world.postJson("/simulators/wechatpay/PAY-PAGE-5/pay", json);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("PARAM_ERROR");
    assertThat(world.weChat().query("PAY-PAGE-5").state()).isEqualTo(ProviderPaymentState.NOT_PAID);
  }
}
