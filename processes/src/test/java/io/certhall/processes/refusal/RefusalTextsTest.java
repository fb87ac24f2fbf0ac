package io.certhall.processes.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RefusalTextsTest {

  @Test
  void every_refusal_has_words_in_both_languages() throws IOException {
    assertThat(load("refusals.properties").stringPropertyNames())
        .isEqualTo(load("refusals_en.properties").stringPropertyNames())
        .isNotEmpty();
  }

  @Test
  void both_languages_take_the_same_arguments() throws IOException {
    Properties english = load("refusals_en.properties");
    load("refusals.properties")
        .forEach(
            (code, chinese) ->
                assertThat(new MessageFormat(chinese.toString()).getFormatsByArgumentIndex())
                    .as(code.toString())
                    .hasSameSizeAs(
                        new MessageFormat(english.getProperty(code.toString()))
                            .getFormatsByArgumentIndex()));
  }

  @Test
  void words_are_chinese_unless_english_is_asked_for() {
    List<Object> args = List.of(10);

    assertThat(RefusalTexts.text("PASSWORD_TOO_SHORT", args, Locale.CHINA)).isEqualTo("密码至少10个字符。");
    assertThat(RefusalTexts.text("PASSWORD_TOO_SHORT", args, Locale.FRENCH))
        .isEqualTo("密码至少10个字符。");
    assertThat(RefusalTexts.text("PASSWORD_TOO_SHORT", args, Locale.US))
        .isEqualTo("A password has at least 10 characters.");
  }

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                RefusalTexts.class.getResourceAsStream("/io/certhall/processes/" + name)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
