package io.certhall.backoffice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.shell.HallTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the checks find, there is a sentence in both languages about what to do. */
class FindingTextsTest {

  private static final Path CHECKS = Path.of("../bpmn/src/main/java/io/certhall/bpmn");

  /** A code and the Chinese message behind it. */
  private static final Pattern FINDING =
      Pattern.compile(
          "\"([A-Z][A-Z_]+)\",\\s*(?:\"[^\"]*\\p{IsHan}|[\\w.()\\s?]+[+?]\\s*\"[^\"]*\\p{IsHan})");

  private final HallTexts texts = new HallTexts();

  @Test
  void every_finding_says_what_to_do() throws IOException {
    Set<String> codes = codes();

    assertThat(codes)
        .hasSizeGreaterThan(40)
        .contains("MATERIAL_TWICE", "UNREADABLE", "PRICES_EXAMPLE");
    assertThat(codes)
        .allSatisfy(
            code -> {
              assertThat(texts.knows("finding." + code)).as(code).isTrue();
              assertThat(texts.getTranslation("finding." + code, Locale.ENGLISH))
                  .as(code)
                  .isNotBlank()
                  .doesNotContainPattern("\\p{IsHan}");
            });
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.list(CHECKS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        FINDING
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> codes.add(found.group(1)));
      }
    }
    return codes;
  }
}
