package io.certhall.standalone.simulator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * All simulators, below {@code /simulators}, where {@code certhall.simulators.enabled=true}. They
 * keep their state in {@code simulators} of the folder {@code certhall.data}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSimulators
@ComponentScan
public class SimulatorsConfiguration {

  /** Nobody signs in to a phone; providers prove themselves by signatures, not by sessions. */
  @Bean
  @Order(1)
  SecurityFilterChain simulatorsSecurity(HttpSecurity http) throws Exception {
    return http.securityMatcher("/simulators/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .sessionManagement(sessions -> sessions.disable())
        .requestCache(cache -> cache.disable())
        .build();
  }
}
