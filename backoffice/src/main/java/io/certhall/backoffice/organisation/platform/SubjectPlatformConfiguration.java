package io.certhall.backoffice.organisation.platform;

import io.certhall.processes.organisation.SubjectPlatform;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Wires the platforms, where there is a connection to one. */
@Configuration(proxyBeanMethods = false)
@Conditional(PlatformConnected.class)
@EnableConfigurationProperties(SubjectPlatformSettings.class)
class SubjectPlatformConfiguration {

  @Bean
  SubjectPlatform subjectPlatform(SubjectPlatformSettings settings) {
    return new HttpSubjectPlatform(settings);
  }
}
