package io.certhall.backoffice.api.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Base64;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Settings of an application at {@link AlipayProvider}, as an operator would write them. */
final class AlipayMerchant
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    AlipayProvider provider = AlipayProvider.running();
    String merchant = "certhall.payment.alipay.merchants.default.";
    TestPropertyValues.of(
            merchant + "app-id=" + AlipayProvider.APP_ID,
            merchant + "seller-id=" + AlipayProvider.SELLER_ID,
            merchant + "private-key=" + file(provider.application().getPrivate()),
            merchant + "alipay-public-key=" + file(provider.platform().getPublic()),
            merchant + "gateway=" + provider.address())
        .applyTo(context);
  }

  /** One line of Base64, as the provider's own tool writes it. */
  private static Path file(Key key) {
    try {
      Path file = Files.createTempFile("certhall-alipay-test", ".txt");
      file.toFile().deleteOnExit();
      return Files.writeString(file, Base64.getEncoder().encodeToString(key.getEncoded()) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
