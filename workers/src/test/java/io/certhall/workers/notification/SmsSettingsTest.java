package io.certhall.workers.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SmsSettingsTest {

  @Test
  void a_halls_own_template_goes_before_the_shared_one() {
    SmsSettings settings =
        new SmsSettings("id", "secret", null, null, Map.of("MSG-01", "SMS_1", "a.MSG-01", "SMS_2"));

    assertThat(settings.templateId("a", "MSG-01")).isEqualTo("SMS_2");
    assertThat(settings.templateId("b", "MSG-01")).isEqualTo("SMS_1");
    assertThat(settings.templateId("b", "MSG-05")).isEqualTo("b.MSG-05");
  }

  @Test
  void an_access_key_without_secret_is_refused_and_the_secret_is_never_shown() {
    assertThatThrownBy(() -> new SmsSettings("id", " ", null, null, null))
        .hasMessageContaining("access-key-secret");
    assertThat(new SmsSettings("id", "secret-1", null, null, null).toString())
        .doesNotContain("secret-1");
  }
}
