package io.certhall.processes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobilePhoneTest {

  @ParameterizedTest
  @ValueSource(strings = {"13812345678", "138 1234 5678", "138-1234-5678", "+86 13812345678"})
  void a_mainland_mobile_number_is_understood_however_it_is_written(String text) {
    assertThat(MobilePhone.parse(text)).contains(new MobilePhone("13812345678"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12812345678",
        "1381234567",
        "138123456789",
        "0931-8888888",
        "+1 13812345678",
        "１３８１２３４５６７８",
        "138+8612345678",
        "a13812345678"
      })
  void anything_else_is_not(String text) {
    assertThat(MobilePhone.parse(text)).isEmpty();
  }

  @Test
  void a_number_without_form_cannot_exist() {
    assertThatThrownBy(() -> new MobilePhone("10086")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_number_shows_itself_masked() {
    assertThat(new MobilePhone("13812345678")).hasToString("138****5678");
  }
}
