package io.certhall.workers.notification;

import io.certhall.processes.configuration.ProcessesConfiguration;
import io.certhall.processes.notification.SmsQueue;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.support.RecordedEngine;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The rules of an order with a dispatcher of text messages, and a provider that obeys. */
@EnableAutoConfiguration
@Import({ProcessesConfiguration.class, RecordedEngine.class, ScriptedSms.class})
class SmsHall {

  @Bean
  SmsDispatcher smsDispatcher(
      SmsQueue queue, ScriptedSms provider, PublishedPolicies policies, Clock clock) {
    SmsSettings settings =
        new SmsSettings("id", "secret", null, null, Map.of("MSG-20", "SMS_20", "MSG-21", "SMS_21"));
    return new SmsDispatcher(queue, new SmsSender(provider, settings, policies), clock);
  }
}
