package io.certhall.backoffice.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeChatPaySettingsTest {

  private static final String V3_KEY = "0123456789abcdef0123456789abcdef";
  private static KeyPair keys;

  @BeforeAll
  static void keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
  }

  private static WeChatPaySettings settings(
      String merchantId, String v3Key, @Nullable String baseUrl) {
    return WeChatPaySettings.fromPem(
        "wx1",
        merchantId,
        "AB12",
        pem("PRIVATE", keys.getPrivate()),
        pem("PUBLIC", keys.getPublic()),
        "PUB_KEY_ID_1",
        v3Key,
        baseUrl == null ? null : URI.create(baseUrl));
  }

  private static String pem(String kind, Key key) {
    return "-----BEGIN %s KEY-----\n%s\n-----END %s KEY-----\n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded()), kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080/simulators/wechatpay", "https://pay.example"})
  void a_simulator_on_this_machine_or_a_safe_address_is_allowed(String baseUrl) {
    assertThat(settings("1900000001", V3_KEY, baseUrl).baseUrl()).isEqualTo(URI.create(baseUrl));
    assertThat(settings("1900000001", V3_KEY, null).baseUrl()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://pay.example", "ftp://127.0.0.1", "/simulators"})
  void any_other_address_is_refused(String baseUrl) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("1900000001", V3_KEY, baseUrl))
        .withMessageContaining("baseUrl");
  }

  @Test
  void a_key_of_the_wrong_length_is_refused_without_showing_it() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("1900000001", "short", null))
        .withMessageContaining("apiV3Key")
        .withMessageNotContaining("short");
  }

  @Test
  void a_missing_merchant_is_refused_by_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(" ", V3_KEY, null))
        .withMessageContaining("merchantId");
  }

  @Test
  void keys_do_not_get_into_logs() {
    assertThat(settings("1900000001", V3_KEY, null).toString())
        .contains("1900000001")
        .doesNotContain(V3_KEY, "PRIVATE");
  }
}
