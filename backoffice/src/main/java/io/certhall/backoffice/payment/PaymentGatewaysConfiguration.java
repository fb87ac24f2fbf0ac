package io.certhall.backoffice.payment;

import io.certhall.processes.payment.PaymentGateways;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gateways for the merchants of a simulator where one runs, else for those of the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WeChatMerchantProperties.class, AlipayMerchantProperties.class})
class PaymentGatewaysConfiguration {

  @Bean
  PaymentGateways paymentGateways(
      ObjectProvider<WeChatMerchants> simulatedWeChat,
      ObjectProvider<AlipayMerchants> simulatedAlipay,
      WeChatMerchantProperties weChat,
      AlipayMerchantProperties alipay,
      PublicUrl publicUrl) {
    return new HallPaymentGateways(
        simulatedWeChat.getIfAvailable(() -> new ConfiguredWeChatMerchants(weChat)),
        simulatedAlipay.getIfAvailable(() -> new ConfiguredAlipayMerchants(alipay)),
        publicUrl);
  }
}
