package io.certhall.standalone.simulator.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.backoffice.identity.aliyun.AliyunIdentitySettings;
import io.certhall.backoffice.identity.aliyun.AliyunIdentityVerification;
import io.certhall.processes.identity.IdentityFault;
import io.certhall.processes.identity.IdentityQuestion;
import io.certhall.processes.identity.IdentityVerdict.Outcome;
import io.certhall.standalone.simulator.RunningSimulators;
import io.certhall.workers.notification.aliyun.AliyunSmsSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitySimulatorTest {

  private static RunningSimulators world;
  private static AliyunSmsSettings keys;

  @BeforeAll
  static void start(@TempDir Path data) {
    world = RunningSimulators.start(data, 0);
    keys = world.smsSettings();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  @Tag("SZ-29")
  void everybody_matches_until_told_otherwise() {
    AliyunIdentityVerification provider = provider(keys.accessKeySecret());
    IdentityQuestion question = new IdentityQuestion("李四", "34052419800101001X", "13812345678");
    assertThat(provider.verify(question).outcome()).isEqualTo(Outcome.MATCH);
    assertThat(provider.verify(new IdentityQuestion("李四", "34052419800101001X", null)).outcome())
        .isEqualTo(Outcome.MATCH);

    rule("34052419800101001X", "MISMATCH");
    assertThat(provider.verify(question).outcome()).isEqualTo(Outcome.MISMATCH);
    rule("34052419800101001X", "NO_RECORD");
    assertThat(provider.verify(question).outcome()).isEqualTo(Outcome.NO_RECORD);
    rule("34052419800101001X", "FAULT");
    assertThatThrownBy(() -> provider.verify(question)).isInstanceOf(IdentityFault.class);

    String shown = get("/simulators/identity", "application/json");
    assertThat(shown).contains("NO_RECORD", "3405**********001X").doesNotContain("34052419800101");
    assertThat(get("/simulators/identity", "text/html")).contains("身份核验（模拟）", "MISMATCH");
  }

  @Test
  void a_call_with_another_key_or_without_a_number_gets_no_verdict() {
    assertThatThrownBy(
            () -> provider("wrong").verify(new IdentityQuestion("李四", "34052419800101001X", null)))
        .isInstanceOf(IdentityFault.class)
        .hasMessageContaining("SignatureDoesNotMatch");
    assertThatThrownBy(
            () -> provider(keys.accessKeySecret()).verify(new IdentityQuestion("李四", "123", null)))
        .isInstanceOf(IdentityFault.class)
        .hasMessageContaining("参数非法");
  }

  private static AliyunIdentityVerification provider(String secret) {
    return new AliyunIdentityVerification(
        new AliyunIdentitySettings(
            keys.accessKeyId(), secret, world.address("/simulators/identity/aliyun")));
  }

  private static void rule(String idNo, String answer) {
    assertThat(
            world
                .postJson(
                    "/simulators/identity/people",
                    "{\"idNo\":\"%s\",\"answer\":\"%s\"}".formatted(idNo, answer))
                .statusCode())
        .isEqualTo(204);
  }

  private static String get(String path, String accept) {
    return world.get(path, accept).body();
  }
}
