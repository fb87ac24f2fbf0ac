package io.certhall.backoffice.api;

import io.certhall.processes.account.ApiTokens;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Everything machines call: stateless, by bearer token, apart from the UI's sessions. Callbacks
 * prove themselves by the provider's signature; certificates of authorities and their status are
 * public.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

  @Bean
  @Order(1)
  SecurityFilterChain apiSecurityChain(HttpSecurity http, ApiTokens tokens, ProblemWriter problems)
      throws Exception {
    return http.securityMatcher(
            "/api/**",
            "/callbacks/**",
            "/ocsp/**",
            "/crl/**",
            "/ca/**",
            "/v3/api-docs",
            "/v3/api-docs/**",
            "/v3/api-docs.yaml",
            "/swagger-ui.html",
            "/swagger-ui/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/tokens",
                        "/api/v1/captchas",
                        "/api/v1/accounts",
                        "/api/v1/accounts/codes",
                        "/api/v1/accounts/password-resets",
                        "/api/v1/halls/*/quotes")
                    .permitAll()
                    .requestMatchers("/api/v1/halls/*/policies", "/api/v1/halls/*/policies/**")
                    .authenticated()
                    .requestMatchers(
                        HttpMethod.GET,
                        "/api/v1/accounts/agreement",
                        "/api/v1/agent/grant-key",
                        "/api/v1/halls",
                        "/api/v1/halls/**")
                    .permitAll()
                    .requestMatchers("/api/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .addFilterBefore(
            new BearerTokenFilter(tokens, problems), AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(
                        (request, response, e) ->
                            problems.writeUnauthenticated(request, response, "TOKEN_MISSING"))
                    .accessDeniedHandler(
                        (request, response, e) ->
                            problems.write(
                                request,
                                response,
                                HttpServletResponse.SC_FORBIDDEN,
                                "ROLE_MISSING")))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }
}
