package io.certhall.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.backoffice.payment.WeChatMerchantProperties.Merchant;
import io.certhall.backoffice.payment.wechat.WeChatPaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredWeChatMerchantsTest {

  @TempDir private static Path folder;
  private static Path privateKey;
  private static Path publicKey;

  @BeforeAll
  static void keys() throws IOException, NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    privateKey = write("apiclient_key.pem", "PRIVATE KEY", pair.getPrivate());
    publicKey = write("pub_key.pem", "PUBLIC KEY", pair.getPublic());
  }

  @Test
  void a_hall_has_its_own_account_or_the_default_one() {
    ConfiguredWeChatMerchants merchants =
        merchants(Map.of("default", merchant("1900000001"), "sdca", merchant("1900000002")));

    assertThat(merchants.of("sdca")).map(WeChatPaySettings::merchantId).contains("1900000002");
    assertThat(merchants.of("gscamce")).map(WeChatPaySettings::merchantId).contains("1900000001");
  }

  @Test
  void without_settings_no_hall_has_an_account() {
    assertThat(merchants(Map.of()).of("gscamce")).isEmpty();
    assertThat(merchants(Map.of("sdca", merchant("1900000002"))).of("gscamce")).isEmpty();
  }

  @Test
  void a_missing_setting_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> merchants(Map.of("sdca", merchant(null))))
        .withMessage("certhall.payment.wechat.merchants.sdca.merchant-id must be set");
  }

  @Test
  void a_key_file_that_is_not_there_is_named() {
    Path missing = folder.resolve("missing.pem");
    Merchant merchant =
        new Merchant(
            "wx8888888888888888",
            "1900000001",
            "77",
            missing,
            publicKey,
            "PUB_KEY_ID_01",
            "0123456789abcdef0123456789abcdef",
            null);

    assertThatThrownBy(() -> merchants(Map.of("sdca", merchant)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing.pem");
  }

  @Test
  void keys_stay_out_of_logs() {
    assertThat(merchant("1900000001").toString()).doesNotContain("0123456789abcdef");
  }

  private static ConfiguredWeChatMerchants merchants(Map<String, Merchant> merchants) {
    return new ConfiguredWeChatMerchants(new WeChatMerchantProperties(merchants));
  }

  private static Merchant merchant(@Nullable String merchantId) {
    return new Merchant(
        "wx8888888888888888",
        merchantId,
        "7777",
        privateKey,
        publicKey,
        "PUB_KEY_ID_0190000000120261120",
        "0123456789abcdef0123456789abcdef",
        null);
  }

  private static Path write(String name, String kind, Key key) throws IOException {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(key.getEncoded());
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }
}
