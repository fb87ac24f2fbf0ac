package io.certhall.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.order.Service;
import io.certhall.processes.organisation.InstitutionDocument;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentState;
import io.certhall.processes.security.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class HallTextsTest {

  private static final Pattern KEY_IN_CODE = Pattern.compile("Texts\\.of\\(\\s*\"([\\w.]+)\"");

  private final HallTexts texts = new HallTexts();

  @Test
  void every_text_exists_in_both_languages() throws IOException {
    assertThat(bundle(true).keySet()).isEqualTo(bundle(false).keySet());
  }

  @Test
  void both_languages_take_the_same_arguments_and_can_be_formatted() throws IOException {
    Map<String, String> english = bundle(true);
    bundle(false)
        .forEach(
            (key, text) -> {
              String other = english.getOrDefault(key, "");
              assertThat(arguments(other)).as(key).isEqualTo(arguments(text));
              assertThat(text + other).as("apostrophe in " + key).doesNotContain("'");
            });
  }

  @Test
  void every_text_that_a_view_asks_for_exists() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = KEY_IN_CODE.matcher(Files.readString(file));
        while (matcher.find()) {
          asked.add(matcher.group(1));
        }
      }
    }
    Set<String> known = bundle(false).keySet();
    assertThat(asked)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            key ->
                assertThat(known.contains(key) || key.endsWith("."))
                    .as("text for " + key)
                    .isTrue());
  }

  @Test
  void every_constant_that_people_read_has_a_label() {
    Stream.of(
            OrderState.values(),
            PayStatus.values(),
            ReviewStatus.values(),
            DeliveryStatus.values(),
            InvoiceStatus.values(),
            ItemStatus.values(),
            OrderEventKind.values(),
            Service.values(),
            CertificateType.values(),
            DeliveryMethod.values(),
            InvoiceKind.values(),
            PaymentMethod.values(),
            PaymentState.values(),
            InstitutionDocument.values(),
            Role.values())
        .flatMap(Stream::of)
        .map(constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name())
        .forEach(key -> assertThat(texts.knows(key)).as(key).isTrue());
  }

  @Test
  void each_state_says_whose_move_it_is() {
    for (OrderState state : OrderState.values()) {
      assertThat(texts.knows("move." + state.mover().name())).as(state.name()).isTrue();
      if (state.mover() == OrderState.Mover.APPLICANT) {
        assertThat(texts.knows("move.do." + state.name())).as(state.name()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "zh-TW", "de"})
  void who_reads_no_english_reads_chinese(String language) {
    assertThat(texts.getTranslation("OrderState.DRAFT", Locale.forLanguageTag(language)))
        .isEqualTo("待提交");
  }

  @Test
  void arguments_are_put_into_the_words() {
    assertThat(texts.getTranslation("shell.count", Locale.ENGLISH, 3)).isEqualTo("3 in all");
  }

  private static Set<Object> arguments(String text) {
    Matcher matcher = Pattern.compile("\\{(\\d)").matcher(text);
    Set<Object> found = new TreeSet<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    assertThat(new MessageFormat(text, Locale.ROOT).getFormats().length).isNotNegative();
    return found;
  }

  private static Map<String, String> bundle(boolean english) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties")) {
      if (String.valueOf(file.getFilename()).endsWith("_en.properties") == english) {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties.forEach((key, text) -> all.put(key.toString(), text.toString()));
      }
    }
    return all;
  }
}
