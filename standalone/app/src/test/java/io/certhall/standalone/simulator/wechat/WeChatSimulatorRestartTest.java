package io.certhall.standalone.simulator.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.certhall.processes.payment.ProviderPaymentState;
import io.certhall.processes.payment.ProviderRefundState;
import io.certhall.processes.payment.RefundOrder;
import io.certhall.standalone.simulator.RunningSimulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeChatSimulatorRestartTest {

  @TempDir Path folder;

  /** The disk as a kill would leave it: taken while the simulator runs, last line torn. */
  private Path killed(Path data) throws IOException {
    Path copy = folder.resolve("after-kill");
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(data.relativize(file).toString()));
      }
    }
    Files.writeString(
        copy.resolve("simulators/wechatpay/journal.jsonl"),
        "{\"payment\":{\"outTradeNo\":\"PAY-TO",
        StandardOpenOption.APPEND);
    return copy;
  }

  @Test
  void payments_and_refunds_survive_a_kill() throws IOException {
    Path data = folder.resolve("data");
    Path left;
    try (RunningSimulators world = RunningSimulators.start(data, 0)) {
      var gateway = world.weChat();
      gateway.prepay(world.order("PAY-OPEN-1", 100));
      gateway.prepay(world.order("PAY-PAID-1", 200));
      gateway.prepay(world.order("PAY-SHUT-1", 300));
      gateway.prepay(world.order("PAY-BACK-1", 400));
      world.postJson("/simulators/wechatpay/PAY-PAID-1/pay", "{}");
      world.postJson("/simulators/wechatpay/PAY-BACK-1/pay", "{}");
      gateway.close("PAY-SHUT-1");
      gateway.refund(new RefundOrder("R-1", "PAY-BACK-1", 400, 400, "退费"));
      left = killed(data);
    }

    try (RunningSimulators world = RunningSimulators.start(left, 0)) {
      var gateway = world.weChat();
      assertThat(gateway.query("PAY-OPEN-1").state()).isEqualTo(ProviderPaymentState.NOT_PAID);
      assertThat(gateway.query("PAY-PAID-1").state()).isEqualTo(ProviderPaymentState.PAID);
      assertThat(gateway.query("PAY-PAID-1").amountFen()).isEqualTo(200);
      assertThat(gateway.query("PAY-SHUT-1").state()).isEqualTo(ProviderPaymentState.CLOSED);
      assertThat(gateway.query("PAY-BACK-1").state()).isEqualTo(ProviderPaymentState.REFUNDED);
      assertThat(gateway.queryRefund("PAY-1", "R-1").state())
          .isIn(ProviderRefundState.PROCESSING, ProviderRefundState.SUCCESS);
      gateway.prepay(world.order("PAY-NEXT-1", 500));
    }

    try (RunningSimulators world = RunningSimulators.start(left, 0)) {
      assertThat(world.weChat().query("PAY-NEXT-1").state())
          .isEqualTo(ProviderPaymentState.NOT_PAID);
    }
  }

  @Test
  void a_report_not_yet_accepted_is_brought_after_the_restart() throws IOException {
    Path data = folder.resolve("data");
    Path left;
    int port;
    try (RunningSimulators world = RunningSimulators.start(data, 0)) {
      port = world.port();
      world.weChat().prepay(world.order("PAY-LATER-1", 100));
      world.postJson("/simulators/wechatpay/PAY-LATER-1/pay", "{\"delayMs\": 600000}");
      left = killed(data);
    }

    try (RunningSimulators world = RunningSimulators.start(left, port)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> world.merchant().told().size() == 1);
      assertThat(
              world
                  .weChat()
                  .parseNotification(RunningSimulators.request(world.merchant().told().get(0)))
                  .paymentNo())
          .isEqualTo("PAY-LATER-1");
    }
  }

  @Test
  void keys_are_made_once_and_only_their_owner_may_read_them() throws IOException {
    Path keys = folder.resolve("simulators/wechatpay");

    SimulatedWeChatKeys first = SimulatedWeChatKeys.loadOrCreate(keys);
    SimulatedWeChatKeys second = SimulatedWeChatKeys.loadOrCreate(keys);

    assertThat(second.merchant().getPublic()).isEqualTo(first.merchant().getPublic());
    assertThat(second.platformPublicKeyId()).isEqualTo(first.platformPublicKeyId());
    assertThat(second.apiV3Key()).isEqualTo(first.apiV3Key()).hasSize(32);
    try (Stream<Path> files = Files.list(keys)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(3);
      for (Path file : all) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
    assertThat(first.toString()).doesNotContain(first.apiV3Key());
  }

  @Test
  void all_who_ask_at_once_on_the_first_start_get_the_same_keys() {
    Path keys = folder.resolve("simulators/wechatpay");

    List<String> apiKeys =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> SimulatedWeChatKeys.loadOrCreate(keys))
            .map(k -> k.apiV3Key() + k.merchantSerial() + k.platformPublicKeyId())
            .distinct()
            .toList();

    assertThat(apiKeys).hasSize(1);
  }
}
