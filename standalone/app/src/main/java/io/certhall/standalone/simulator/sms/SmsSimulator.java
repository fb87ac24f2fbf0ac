package io.certhall.standalone.simulator.sms;

import io.certhall.processes.time.HallClock;
import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.JsonLinesFile;
import io.certhall.standalone.simulator.aliyun.Acs3Signature;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the simulated provider. Without a bean {@link SmsTemplates} no template is approved. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSimulators
class SmsSimulator {

  @Bean
  SimulatedSmsKeys simulatedSmsKeys(@Value("${certhall.data}") Path data) {
    return SimulatedSmsKeys.loadOrCreate(data.resolve("simulators/sms"));
  }

  @Bean
  Acs3Signature acs3Signature(SimulatedSmsKeys keys) {
    return new Acs3Signature(keys, Clock.systemUTC());
  }

  @Bean
  Phones simulatedPhones(@Value("${certhall.data}") Path data) {
    return new Phones(
        new JsonLinesFile<>(data.resolve("simulators/sms/messages.jsonl"), ReceivedSms.class));
  }

  @Bean
  SmsProvider simulatedSmsProvider(
      Phones phones, ObjectProvider<SmsTemplates> templates, ObjectProvider<HallClock> hallClock) {
    HallClock clock = hallClock.getIfAvailable();
    return new SmsProvider(
        phones,
        templates.getIfAvailable(() -> none -> null),
        clock == null ? Clock.systemUTC() : clock);
  }

  @Bean
  SmsPage smsPage() {
    return new SmsPage();
  }
}
