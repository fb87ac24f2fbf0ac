package io.certhall.workers.notification;

import io.certhall.processes.notification.SmsGateway;
import io.certhall.processes.notification.SmsQueue;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.workers.notification.aliyun.AliyunSmsGateway;
import io.certhall.workers.notification.aliyun.AliyunSmsSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the provider of text messages, where there is an account for one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("certhall.sms.aliyun.access-key-id")
@EnableConfigurationProperties(SmsSettings.class)
class SmsConfiguration {

  @Bean
  SmsGateway smsGateway(SmsSettings settings) {
    return new AliyunSmsGateway(
        new AliyunSmsSettings(
            settings.accessKeyId(), settings.accessKeySecret(), settings.endpoint()));
  }

  @Bean
  SmsDispatcher smsDispatcher(
      SmsQueue queue,
      SmsGateway gateway,
      SmsSettings settings,
      PublishedPolicies policies,
      Clock clock) {
    return new SmsDispatcher(queue, new SmsSender(gateway, settings, policies), clock);
  }
}
