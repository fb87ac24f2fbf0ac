package io.certhall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnlockTest extends AgentTest {

  @Test
  void a_locked_key_is_unlocked_with_the_halls_grant_once() throws Exception {
    lock();
    assertThat(ask("/v1/pin", "pin", SoftKeys.PIN, "newPin", "111111").code())
        .isEqualTo("PIN_LOCKED");
    String grant =
        grant(UUID.randomUUID().toString(), Instant.now().plusSeconds(60), SoftKeys.SO_PIN);

    assertThat(ask("/v1/unlock", "grant", grant, "newPin", "222222").status()).isEqualTo(200);

    assertThat(plugged().path("pinState").asString()).isEqualTo("OK");
    assertThat(ask("/v1/pin", "pin", "222222", "newPin", "333333").status()).isEqualTo(200);
    assertThat(ask("/v1/unlock", "grant", grant, "newPin", "444444").code())
        .isEqualTo("GRANT_USED");
  }

  @Test
  void grants_that_are_old_altered_or_of_another_hall_are_refused() throws Exception {
    String id = UUID.randomUUID().toString();
    String old = grant(id, Instant.now().minusSeconds(1), SoftKeys.SO_PIN);
    String good = grant(id, Instant.now().plusSeconds(60), SoftKeys.SO_PIN);
    String foreign =
        new TestHall()
            .grant(
                id,
                key,
                Instant.now().plusSeconds(60),
                SoftKeys.SO_PIN,
                call(HALL, "/v1/tokens", Map.of()).body().path("transportKey").asString());
    String otherAgent =
        hall.grant(
            id,
            key,
            Instant.now().plusSeconds(60),
            SoftKeys.SO_PIN,
            Base64.getEncoder()
                .encodeToString(
                    KeyPairGenerator.getInstance("RSA")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded()));

    for (var refused :
        List.of(
            Map.entry(old, "GRANT_EXPIRED"),
            Map.entry("x" + good, "GRANT_INVALID"),
            Map.entry(foreign, "GRANT_INVALID"),
            Map.entry(otherAgent, "GRANT_OF_OTHER_AGENT"),
            Map.entry("nothing", "GRANT_INVALID"))) {
      assertThat(ask("/v1/unlock", "grant", refused.getKey(), "newPin", "222222").code())
          .isEqualTo(refused.getValue());
    }
  }

  @Test
  void a_key_with_another_officers_pin_is_not_reset() throws Exception {
    String grant = grant(UUID.randomUUID().toString(), Instant.now().plusSeconds(60), "00000000");

    assertThat(ask("/v1/unlock", "grant", grant, "newPin", "222222").code())
        .isEqualTo("SO_PIN_WRONG");
    assertThat(ask("/v1/pin", "pin", SoftKeys.PIN, "newPin", "111111").status()).isEqualTo(200);
  }
}
