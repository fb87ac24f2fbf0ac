package io.certhall.processes.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.identifier.ResidentId.Defect;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentIdTest {

  @Test
  void a_right_number_is_understood_with_either_x() {
    assertThat(ResidentId.parse(" 34052419800101001x "))
        .contains(new ResidentId("34052419800101001X"));
    assertThat(ResidentId.defect("34052419800101001X")).isEmpty();
    assertThat(new ResidentId("34052419800101001X").birthDate())
        .isEqualTo(LocalDate.of(1980, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "'', FORM",
    "340524800101001, FORM",
    "34052419800101001XX, FORM",
    "3405241980010100XX, FORM",
    "04052419800101001X, FORM",
    "３4052419800101001X, FORM",
    "16052419800101001X, PROVINCE",
    "91052419800101001X, PROVINCE",
    "34052419800230001X, BIRTH_DATE",
    "34052419811301001X, BIRTH_DATE",
    "34052418991231001X, BIRTH_DATE",
    "340524198001010011, CHECK_DIGIT",
    "340524198001010019, CHECK_DIGIT",
    "34052419800110001X, CHECK_DIGIT",
  })
  void each_defect_has_its_name(String text, Defect defect) {
    assertThat(ResidentId.defect(text)).contains(defect);
    assertThat(ResidentId.parse(text)).isEmpty();
    assertThatThrownBy(() -> new ResidentId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_leap_day_exists_in_leap_years_only() {
    assertThat(ResidentId.defect("34052419810229001X")).contains(Defect.BIRTH_DATE);
    assertThat(ResidentId.defect("34052419800229001X")).contains(Defect.CHECK_DIGIT);
  }

  @Test
  void exactly_one_last_character_is_right() {
    long right =
        "0123456789X"
            .chars()
            .filter(last -> ResidentId.defect("62010219900307123" + (char) last).isEmpty())
            .count();

    assertThat(right).isOne();
  }

  @Test
  void a_number_shows_itself_masked() {
    assertThat(new ResidentId("34052419800101001X")).hasToString("3405**********001X");
  }
}
