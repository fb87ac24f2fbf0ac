package io.certhall.standalone.simulator.wechat;

import io.certhall.backoffice.payment.WeChatMerchants;
import io.certhall.processes.time.HallClock;
import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.JsonLinesFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires the simulated provider. Its signatures always carry real time, as the SDK checks it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSimulators
class WeChatPaySimulator {

  private static final Clock REAL_TIME = Clock.systemUTC();

  @Bean
  SimulatedWeChatKeys simulatedWeChatKeys(@Value("${certhall.data}") Path data) {
    return SimulatedWeChatKeys.loadOrCreate(data.resolve("simulators/wechatpay"));
  }

  /** Every hall's money goes to the one simulated merchant, at the port this server found. */
  @Bean
  WeChatMerchants simulatedMerchants(SimulatedWeChatKeys keys, Environment environment) {
    return hall ->
        Optional.of(
            keys.gatewaySettings(
                URI.create(
                    "http://127.0.0.1:"
                        + environment.getRequiredProperty("local.server.port")
                        + "/simulators/wechatpay")));
  }

  @Bean
  PaymentBook simulatedPayments(@Value("${certhall.data}") Path data) {
    return new PaymentBook(
        new JsonLinesFile<>(
            data.resolve("simulators/wechatpay/journal.jsonl"), PaymentBook.Change.class));
  }

  @Bean
  MerchantSignature merchantSignature(SimulatedWeChatKeys keys) {
    return new MerchantSignature(keys, REAL_TIME);
  }

  @Bean
  PlatformSignature platformSignature(SimulatedWeChatKeys keys) {
    return new PlatformSignature(keys, REAL_TIME);
  }

  @Bean
  WeChatMessages weChatMessages(SimulatedWeChatKeys keys, PlatformSignature signature) {
    return new WeChatMessages(keys, signature, REAL_TIME);
  }

  @Bean
  WeChatRequests weChatRequests(SimulatedWeChatKeys keys) {
    return new WeChatRequests(keys);
  }

  @Bean
  WeChatProvider weChatProvider(
      PaymentBook book, WeChatMessages messages, ObjectProvider<HallClock> hallClock) {
    return new WeChatProvider(book, messages, hallTime(hallClock), REAL_TIME);
  }

  @Bean
  WeChatNotifier weChatNotifier(
      PaymentBook book,
      PlatformSignature signature,
      @Value("${certhall.simulators.wechatpay.retry-after:}") List<Duration> waits) {
    return new WeChatNotifier(book, signature, waits);
  }

  @Bean
  WeChatWallet weChatWallet(
      WeChatProvider provider,
      WeChatNotifier notifier,
      PaymentBook book,
      ObjectProvider<HallClock> hallClock) {
    return new WeChatWallet(provider, notifier, book, hallTime(hallClock));
  }

  /** Not earlier: the merchant that is called back is this same server. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> resumeWeChatNotifications(WeChatNotifier notifier) {
    return ready -> notifier.resume();
  }

  private static Clock hallTime(ObjectProvider<HallClock> hallClock) {
    HallClock clock = hallClock.getIfAvailable();
    return clock == null ? REAL_TIME : clock;
  }
}
