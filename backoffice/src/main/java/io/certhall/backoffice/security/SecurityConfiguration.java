package io.certhall.backoffice.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.certhall.backoffice.account.ui.LoginView;
import io.certhall.backoffice.key.AgentSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Protects the views. Chains of other features (the REST API) come first, by a lower order. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

  /** The order of the views' chain: everything that no earlier chain took. */
  public static final int LAST = 1000;

  /**
   * Flow starts with an inline script and needs eval; nothing may come from elsewhere. The one
   * connection elsewhere is the key agent on the user's own machine.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
          + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
          + "connect-src 'self' http://127.0.0.1:%d; object-src 'none'; base-uri 'self'; form-action 'self'; "
          + "frame-src 'self' blob:; frame-ancestors 'self'";

  @Bean
  @Order(LAST)
  SecurityFilterChain views(HttpSecurity http, AgentSettings agent) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/simulators",
                        "/simulators/**",
                        "/styles.css",
                        "/staff.css",
                        "/policy.css",
                        "/modelers/**",
                        "/key/**",
                        "/favicon.svg")
                    .permitAll())
        // Phones of the simulators have no session.
        .csrf(csrf -> csrf.ignoringRequestMatchers("/simulators/**"))
        .headers(
            headers ->
                headers
                    .withObjectPostProcessor(eager())
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                    .contentSecurityPolicy(
                        csp ->
                            csp.policyDirectives(CONTENT_SECURITY_POLICY.formatted(agent.port())))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .with(
            VaadinSecurityConfigurer.vaadin(), views -> views.loginView(LoginView.class, "/login"))
        .build();
  }

  /** Pages are forwarded to Vaadin's servlet: once it has answered it is too late for headers. */
  private static ObjectPostProcessor<HeaderWriterFilter> eager() {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends HeaderWriterFilter> F postProcess(F filter) {
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
      }
    };
  }
}
