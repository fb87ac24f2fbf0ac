package io.certhall.standalone.simulator;

import io.certhall.standalone.simulator.sms.SmsTemplates;
import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The simulators and a merchant that keeps what it is told. No annotation: never scanned. */
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
@Import(SimulatorsConfiguration.class)
class SimulatedWorld {

  @Bean
  ToldMerchant merchant() {
    return new ToldMerchant();
  }

  @Bean
  RouterFunction<ServerResponse> callbacks(ToldMerchant merchant) {
    return RouterFunctions.route()
        .POST("/callbacks/wechatpay/{hall}", merchant::take)
        .POST("/callbacks/alipay/{hall}", merchant::takeForm)
        .build();
  }

  @Bean
  SmsTemplates templates() {
    return Map.of(
            "SMS_LOGIN", "登录验证码${code}，${minutes}分钟内输入有效，请勿告诉他人。",
            "SMS_PLAIN", "您的证书已可以领取。")
        ::get;
  }

  @Bean
  @Order(2)
  SecurityFilterChain theRest(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests.requestMatchers("/callbacks/**").permitAll().anyRequest().denyAll())
        .csrf(csrf -> csrf.disable())
        .build();
  }
}
