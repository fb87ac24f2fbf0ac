package io.certhall.backoffice.api.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Base64;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Settings of a merchant at {@link WeChatProvider}, as an operator would write them. */
final class WeChatMerchant
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    WeChatProvider provider = WeChatProvider.running();
    String merchant = "certhall.payment.wechat.merchants.default.";
    TestPropertyValues.of(
            "certhall.public-url=https://hall.example",
            merchant + "app-id=" + WeChatProvider.APP_ID,
            merchant + "merchant-id=" + WeChatProvider.MERCHANT_ID,
            merchant + "merchant-serial=7777",
            merchant + "private-key=" + file("PRIVATE KEY", provider.merchantKey()),
            merchant + "platform-public-key=" + file("PUBLIC KEY", provider.platformKey()),
            merchant + "platform-public-key-id=" + WeChatProvider.KEY_ID,
            merchant + "api-v3-key=" + WeChatProvider.API_V3_KEY,
            merchant + "base-url=" + provider.address())
        .applyTo(context);
  }

  private static Path file(String kind, Key key) {
    try {
      Path file = Files.createTempFile("certhall-wechat-test", ".pem");
      file.toFile().deleteOnExit();
      String body =
          Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
              .encodeToString(key.getEncoded());
      return Files.writeString(
          file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
