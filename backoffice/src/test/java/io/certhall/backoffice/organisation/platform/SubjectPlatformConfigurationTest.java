package io.certhall.backoffice.organisation.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.organisation.SubjectPlatform;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SubjectPlatformConfigurationTest {

  private static final String CONNECTION = "certhall.subject-platform.halls.gscamce.";

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(SubjectPlatformConfiguration.class);

  @Test
  void without_a_connection_there_is_no_platform() {
    runner.run(context -> assertThat(context).doesNotHaveBean(SubjectPlatform.class));
  }

  @Test
  void a_hall_is_connected_by_address_account_and_secret_and_the_secret_is_not_told() {
    runner
        .withPropertyValues(
            CONNECTION + "endpoint=https://platform.example/api",
            CONNECTION + "app-id=certhall",
            CONNECTION + "secret=s3cret-of-both")
        .run(
            context -> {
              assertThat(context).hasSingleBean(SubjectPlatform.class);
              SubjectPlatformSettings settings = context.getBean(SubjectPlatformSettings.class);
              assertThat(settings.halls().get("gscamce"))
                  .isEqualTo(
                      new SubjectPlatformSettings.Connection(
                          URI.create("https://platform.example/api"),
                          "certhall",
                          "s3cret-of-both"));
              assertThat(settings.toString()).contains("certhall").doesNotContain("s3cret");
            });
  }

  @Test
  void a_connection_that_lacks_its_secret_is_told_at_the_start() {
    runner
        .withPropertyValues(
            CONNECTION + "endpoint=https://platform.example", CONNECTION + "app-id=certhall")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("certhall.subject-platform.halls"));
  }
}
