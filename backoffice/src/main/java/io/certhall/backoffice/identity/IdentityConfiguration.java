package io.certhall.backoffice.identity;

import io.certhall.backoffice.identity.aliyun.AliyunIdentitySettings;
import io.certhall.backoffice.identity.aliyun.AliyunIdentityVerification;
import io.certhall.processes.identity.IdentityVerification;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the provider of identity checks, where there is an account for one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("certhall.identity.aliyun.access-key-id")
@EnableConfigurationProperties(AliyunIdentitySettings.class)
class IdentityConfiguration {

  @Bean
  IdentityVerification identityVerification(AliyunIdentitySettings settings) {
    return new AliyunIdentityVerification(settings);
  }
}
