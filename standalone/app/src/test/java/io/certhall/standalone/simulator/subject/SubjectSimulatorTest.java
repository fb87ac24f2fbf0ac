package io.certhall.standalone.simulator.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.backoffice.organisation.platform.HttpSubjectPlatform;
import io.certhall.backoffice.organisation.platform.SubjectPlatformSettings;
import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.organisation.SubjectPlatformFault;
import io.certhall.standalone.simulator.RunningSimulators;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real adapter against the simulator: one protocol, signed on both sides. */
class SubjectSimulatorTest {

  private static final CreditCode CODE = new CreditCode("91620000000000001A");

  private static RunningSimulators world;
  private static SimulatedSubjectKey key;

  @BeforeAll
  static void start(@TempDir Path data) {
    world = RunningSimulators.start(data, 0);
    key = SimulatedSubjectKey.loadOrCreate(data.resolve("simulators/subject"));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  @Tag("GS-14")
  void a_unit_that_registered_at_the_platform_is_read_and_others_are_not() {
    HttpSubjectPlatform platform = platform(key.secret(), world.address("/simulators/subject"));
    assertThat(platform.find("gscamce", CODE)).isEmpty();
    assertThat(
            world
                .postJson(
                    "/simulators/subject/register",
                    """
                    {"creditCode":"91620000000000001A","name":"甘肃共享建设有限公司",
                     "documentType":"CREDIT_CODE","legalRepName":"赵共享",
                     "registeredAddress":"甘肃省兰州市共享路8号","province":"甘肃省","city":"兰州市"}
                    """)
                .statusCode())
        .isEqualTo(204);

    assertThat(platform.find("gscamce", CODE).orElseThrow().name()).isEqualTo("甘肃共享建设有限公司");
  }

  @Test
  void another_key_gets_no_answer_that_counts() {
    HttpSubjectPlatform platform = platform("wrong", world.address("/simulators/subject"));

    assertThatThrownBy(() -> platform.find("gscamce", CODE))
        .isInstanceOf(SubjectPlatformFault.class)
        .hasMessageContaining("not signed");
  }

  @Test
  void a_question_without_signature_is_refused() {
    assertThat(
            world
                .send(
                    HttpRequest.newBuilder(
                            world.address("/simulators/subject/subjects/" + CODE.value()))
                        .GET())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_platform_that_is_not_there_or_not_set_is_a_fault() {
    HttpSubjectPlatform platform = platform(key.secret(), URI.create("http://127.0.0.1:1"));

    assertThatThrownBy(() -> platform.find("gscamce", CODE))
        .isInstanceOf(SubjectPlatformFault.class)
        .hasMessageContaining("can't be reached");
    assertThatThrownBy(() -> platform.find("sdca", CODE))
        .isInstanceOf(SubjectPlatformFault.class)
        .hasMessageContaining("certhall.subject-platform.halls.sdca");
  }

  private static HttpSubjectPlatform platform(String secret, URI endpoint) {
    return new HttpSubjectPlatform(
        new SubjectPlatformSettings(
            Map.of(
                "gscamce", new SubjectPlatformSettings.Connection(endpoint, key.appId(), secret))));
  }
}
