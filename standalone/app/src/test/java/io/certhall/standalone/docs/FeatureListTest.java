package io.certhall.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/features.md} true; with {@code -Dfeatures.write=true} renews it. */
class FeatureListTest {

  private static final Path ROOT = Path.of("../..");
  private static final Path PAGE = ROOT.resolve("docs/features.md");
  private static final Pattern ROW =
      Pattern.compile("\\| ([A-Z]+-?\\d+[a-z]?) \\| (.*) \\| (.*) \\|");
  private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
  private static final String NOT_YET = "not yet";
  private static final int MOST_NAMED = 3;

  private final FeatureProofs proofs = FeatureProofs.in(ROOT);

  @Test
  void the_page_says_what_the_tests_prove() throws IOException {
    List<String> written = Files.readAllLines(PAGE);
    if (Boolean.getBoolean("features.write")) {
      Files.write(PAGE, written.stream().map(this::proven).toList());
      return;
    }
    for (String line : written) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        assertTrue(row.group(1), row.group(3));
      }
    }
  }

  /** An id named as proven has these tests, and one without proof is not claimed to be missing. */
  private void assertTrue(String id, String claim) {
    SortedSet<String> tests = proofs.of(id);
    if (claim.equals(NOT_YET)) {
      assertThat(tests).as(id + " is proven, the page says not yet: renew it").isEmpty();
    } else {
      assertThat(tests).as(id).containsAll(named(claim)).isNotEmpty();
    }
  }

  private static List<String> named(String claim) {
    return NAMED.matcher(claim).results().map(name -> name.group(1)).toList();
  }

  @Test
  void every_id_of_a_test_is_on_the_page() throws IOException {
    Set<String> onPage =
        Files.readAllLines(PAGE).stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(row -> row.group(1))
            .collect(Collectors.toSet());

    assertThat(onPage).containsAll(proofs.ids());
  }

  private String proven(String line) {
    Matcher row = ROW.matcher(line);
    return row.matches()
        ? "| " + row.group(1) + " | " + row.group(2) + " | " + proof(row.group(1)) + " |"
        : line;
  }

  private String proof(String id) {
    SortedSet<String> tests = proofs.of(id);
    if (tests.isEmpty()) {
      return NOT_YET;
    }
    String named =
        tests.stream()
            .limit(MOST_NAMED)
            .map(test -> "`" + test + "`")
            .collect(Collectors.joining(" "));
    return tests.size() > MOST_NAMED ? named + " …" : named;
  }
}
