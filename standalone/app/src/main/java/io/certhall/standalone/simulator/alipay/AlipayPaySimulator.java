package io.certhall.standalone.simulator.alipay;

import io.certhall.backoffice.payment.AlipayMerchants;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
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

/** Wires the simulated provider. Its signatures always carry real time, as merchants check it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSimulators
class AlipayPaySimulator {

  private static final Clock REAL_TIME = Clock.systemUTC();

  @Bean
  SimulatedAlipayMerchants simulatedAlipayMerchants(@Value("${certhall.data}") Path data) {
    return new SimulatedAlipayMerchants(data.resolve("simulators/alipay"));
  }

  /** Every published hall has an application of its own, at the port this server found. */
  @Bean
  AlipayMerchants alipayMerchants(
      SimulatedAlipayMerchants merchants,
      ObjectProvider<PublishedPolicies> policies,
      Environment environment) {
    return hall ->
        hall(policies, hall).isPresent()
            ? Optional.of(
                merchants.gatewaySettings(
                    hall,
                    URI.create(
                        "http://127.0.0.1:"
                            + environment.getRequiredProperty("local.server.port")
                            + "/simulators/alipay/gateway.do")))
            : Optional.empty();
  }

  private static Optional<HallSettings> hall(
      ObjectProvider<PublishedPolicies> policies, String code) {
    return policies.stream()
        .flatMap(published -> published.active().stream())
        .map(PublishedPolicy::settings)
        .filter(settings -> settings.code().equals(code))
        .findFirst();
  }

  @Bean
  TradeBook simulatedTrades(@Value("${certhall.data}") Path data) {
    return new TradeBook(
        new JsonLinesFile<>(
            data.resolve("simulators/alipay/journal.jsonl"), TradeBook.Change.class));
  }

  @Bean
  AlipaySignatures alipaySignatures(SimulatedAlipayMerchants merchants) {
    return new AlipaySignatures(merchants, REAL_TIME);
  }

  @Bean
  AlipayMessages alipayMessages(SimulatedAlipayMerchants merchants, AlipaySignatures signatures) {
    return new AlipayMessages(merchants, signatures, REAL_TIME);
  }

  @Bean
  AlipayProvider alipayProvider(
      TradeBook book, AlipayMessages messages, ObjectProvider<HallClock> hallClock) {
    return new AlipayProvider(book, messages, hallTime(hallClock));
  }

  @Bean
  AlipayNotifier alipayNotifier(
      TradeBook book, @Value("${certhall.simulators.alipay.retry-after:}") List<Duration> waits) {
    return new AlipayNotifier(book, waits);
  }

  @Bean
  AlipayWallet alipayWallet(
      AlipayProvider provider,
      AlipayNotifier notifier,
      TradeBook book,
      SimulatedAlipayMerchants merchants,
      ObjectProvider<PublishedPolicies> policies,
      ObjectProvider<HallClock> hallClock) {
    return new AlipayWallet(
        provider,
        notifier,
        book,
        merchants,
        code -> hall(policies, code).map(hall -> hall.name().zh()).orElse(code),
        hallTime(hallClock));
  }

  /** Not earlier: the merchant that is called back is this same server. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> resumeAlipayReports(AlipayNotifier notifier) {
    return ready -> notifier.resume();
  }

  private static Clock hallTime(ObjectProvider<HallClock> hallClock) {
    HallClock clock = hallClock.getIfAvailable();
    return clock == null ? REAL_TIME : clock;
  }
}
