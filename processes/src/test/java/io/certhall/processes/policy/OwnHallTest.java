package io.certhall.processes.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.application.Quotes;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.support.ProcessesTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hall is made from the template by editing files only, and opens at the next start. */
@ProcessesTest
class OwnHallTest {

  /** The files one copies by hand, as CONTRIBUTING says. */
  private static final Path TEMPLATE =
      Path.of("../bpmn/src/main/resources/policies/templates/hall");

  private final PolicyPublication publication;
  private final PublishedPolicies policies;
  private final Quotes quotes;

  @TempDir private Path folder;

  OwnHallTest(PolicyPublication publication, PublishedPolicies policies, Quotes quotes) {
    this.publication = publication;
    this.policies = policies;
    this.quotes = quotes;
  }

  @Test
  void a_hall_made_from_the_template_is_open_after_the_start_and_quotes_its_prices()
      throws IOException {
    copyTemplate("demo");
    edit("demo", "hall.yaml", "code: template", "code: demo");
    edit("demo", "hall.yaml", "模板大厅", "示范大厅");
    edit("demo", "fees.dmn", "<text>20000</text>", "<text>12000</text>");

    seeds().start();

    PublishedPolicy demo = policies.active("demo");
    assertThat(demo.settings().shortName().zh()).isEqualTo("示范大厅");
    assertThat(demo.firstState("NEW", "ORGANISATION", 1)).isEqualTo("REVIEW_PENDING");
    assertThat(
            quotes.quote("demo", Service.NEW, Holder.ORGANISATION, List.of(oneYear())).totalFen())
        .isEqualTo(12000 + 15000);
  }

  @Test
  void a_hall_with_mistakes_stays_closed_and_the_others_open() throws IOException {
    copyTemplate("unready");
    edit("unready", "hall.yaml", "code: template", "code: unready");
    edit("unready", "fees.dmn", "<text>15000</text>", "<text></text>");
    copyTemplate("misnamed");

    seeds().start();

    for (String hall : List.of("unready", "misnamed", "template")) {
      assertThatThrownBy(() -> policies.active(hall)).hasMessageContaining("HALL_UNKNOWN");
    }
    assertThat(policies.active("gscamce").settings().code()).isEqualTo("gscamce");
  }

  @Test
  void a_folder_that_is_not_there_is_named() {
    PolicySeeds seeds = new PolicySeeds(publication, folder.resolve("nowhere").toString());

    assertThatThrownBy(seeds::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("certhall.policies.folder");
  }

  private PolicySeeds seeds() {
    return new PolicySeeds(publication, folder.toString());
  }

  private static ItemForm oneYear() {
    return new ItemForm(CertificateType.ORG, null, 1, 1, List.of(), false, null);
  }

  private void copyTemplate(String hall) throws IOException {
    Path target = Files.createDirectory(folder.resolve(hall));
    try (Stream<Path> files = Files.list(TEMPLATE)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName().toString()));
      }
    }
  }

  private void edit(String hall, String file, String old, String replacement) throws IOException {
    Path path = folder.resolve(hall).resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, replacement));
  }
}
