package io.certhall.standalone.simulator.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.payment.PrepayOrder;
import io.certhall.processes.payment.ProviderPaymentState;
import io.certhall.processes.payment.RefundOrder;
import io.certhall.standalone.simulator.RunningSimulators;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlipayPhonePageTest {

  @Test
  void the_phone_pays_in_both_languages_and_remembers_it_after_a_restart(@TempDir Path data) {
    int port;
    PrepayOrder first;
    try (RunningSimulators world = RunningSimulators.start(data, 0)) {
      port = world.port();
      first = world.alipayOrder("ALP-PAGE-1", 30_050);
      world.alipay("sdca").prepay(first);
      world.alipay("sdca").prepay(world.alipayOrder("ALP-PAGE-2", 1));

      assertThat(page(world, "")).contains("/simulators/alipay/ALP-PAGE-1", "¥300.50", "待扫码");
      assertThat(page(world, "/ALP-PAGE-1")).contains("确认付款", "¥300.50", "ALP-PAGE-1");
      assertThat(page(world, "/ALP-PAGE-1?lang=en")).contains("Pay now");
      assertThat(world.postForm("/simulators/alipay/ALP-PAGE-1/pay").body()).contains("付款成功");
      assertThat(world.postForm("/simulators/alipay/ALP-PAGE-1/pay").body()).contains("付款成功");
    }
    try (RunningSimulators world = RunningSimulators.start(data, port)) {
      assertThat(world.alipay("sdca").query("ALP-PAGE-1").state())
          .isEqualTo(ProviderPaymentState.PAID);
      world.alipay("sdca").refund(new RefundOrder("R-1", "ALP-PAGE-1", 30_050, 30_050, "取消"));
      assertThat(page(world, "/ALP-PAGE-1")).contains("已退款").doesNotContain("<button");
    }
  }

  @Test
  void what_is_not_there_or_not_understood_is_refused(@TempDir Path data) {
    try (RunningSimulators world = RunningSimulators.start(data, 0)) {
      world.alipay("sdca").prepay(world.alipayOrder("ALP-ODD-1", 1));

      assertThat(world.get("/simulators/alipay/ALP-NONE-1", "text/html").statusCode())
          .isEqualTo(404);
      assertThat(world.postJson("/simulators/alipay/ALP-NONE-1/pay", "{}").statusCode())
          .isEqualTo(404);
      for (String odd : new String[] {"{\"times\": 0}", "{\"amountFen\": -1}", "[]", "{"}) {
        assertThat(world.postJson("/simulators/alipay/ALP-ODD-1/pay", odd).statusCode())
            .isEqualTo(400);
      }
    }
  }

  private static String page(RunningSimulators world, String path) {
    return world.get("/simulators/alipay" + path, "text/html").body();
  }
}
