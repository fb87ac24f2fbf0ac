package io.certhall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;

class DeskGrantTest extends AgentTest {

  private static final String HALLS_PIN = "HALLSOFFICERPIN2";

  private String officerGrant(String id) throws Exception {
    return deskGrant(id, "SET_OFFICER_PIN", Map.of("soPin", HALLS_PIN));
  }

  private String deskGrant(String id, String action, Map<String, String> pins) throws Exception {
    String transport = call(HALL, "/v1/tokens", Map.of()).body().path("transportKey").asString();
    return hall.grant(id, action, key, Instant.now().plusSeconds(60), transport, pins);
  }

  private Told prepare(String grant, String officerPin) throws Exception {
    return ask(
        "/v1/prepare",
        "grant",
        grant,
        "officerPin",
        officerPin,
        "newPin",
        "135790",
        "algorithm",
        "EC_P256",
        "subject",
        "CN=a");
  }

  @Test
  void a_key_prepared_at_the_desk_is_the_halls_and_can_be_unlocked_later() throws Exception {
    Told made = prepare(officerGrant(UUID.randomUUID().toString()), SoftKeys.SO_PIN);
    assertThat(made.body().path("csr").asString()).contains("CERTIFICATE REQUEST");
    assertThat(ask("/v1/pin", "pin", "135790", "newPin", SoftKeys.PIN).status()).isEqualTo(200);
    lock();

    String grant = grant(UUID.randomUUID().toString(), Instant.now().plusSeconds(60), HALLS_PIN);
    assertThat(ask("/v1/unlock", "grant", grant, "newPin", "222222").status()).isEqualTo(200);

    assertThat(ask("/v1/pin", "pin", "222222", "newPin", "333333").status()).isEqualTo(200);
  }

  @Test
  void preparing_again_after_a_lost_answer_does_no_harm_and_a_wrong_makers_pin_is_refused()
      throws Exception {
    prepare(officerGrant(UUID.randomUUID().toString()), SoftKeys.SO_PIN);
    assertThat(prepare(officerGrant(UUID.randomUUID().toString()), SoftKeys.SO_PIN).status())
        .isEqualTo(200);

    key = agent.freshToken();
    String grant = officerGrant(UUID.randomUUID().toString());
    assertThat(prepare(grant, "00000000").code()).isEqualTo("SO_PIN_WRONG");
    assertThat(prepare(grant, SoftKeys.SO_PIN).code())
        .as("tokens count wrong officer PINs: each try needs a grant")
        .isEqualTo("GRANT_USED");
  }

  @Test
  void the_first_pin_goes_on_the_key_with_the_certificate() throws Exception {
    Told made = prepare(officerGrant(UUID.randomUUID().toString()), SoftKeys.SO_PIN);
    PKCS10CertificationRequest request =
        new PKCS10CertificationRequest(
            Base64.getMimeDecoder()
                .decode(made.body().path("csr").asString().replaceAll("-----[A-Z ]+-----", "")));
    String certificate = base64(hall.certify("CN=a", request.getSubjectPublicKeyInfo()));
    String grant =
        deskGrant(
            UUID.randomUUID().toString(),
            "FIRST_PIN",
            Map.of("soPin", HALLS_PIN, "firstPin", "86420975"));

    Told written = ask("/v1/certificates", "pin", "135790", "signing", certificate, "grant", grant);

    assertThat(written.body().path("firstPin").asBoolean()).isTrue();
    assertThat(ask("/v1/pin", "pin", "86420975", "newPin", "111111").status()).isEqualTo(200);
  }

  @Test
  void a_grant_serves_its_own_purpose_and_key_only() throws Exception {
    String officer = officerGrant(UUID.randomUUID().toString());
    assertThat(ask("/v1/unlock", "grant", officer, "newPin", "222222").code())
        .isEqualTo("GRANT_INVALID");
    key = agent.freshToken();
    assertThat(prepare(officer, SoftKeys.SO_PIN).code()).isEqualTo("GRANT_INVALID");
    assertThat(ask("/v1/pin", "pin", SoftKeys.PIN, "newPin", "111111").status()).isEqualTo(200);
  }

  @Test
  void a_grant_is_still_good_after_a_pin_that_did_not_fit() throws Exception {
    String grant =
        grant(UUID.randomUUID().toString(), Instant.now().plusSeconds(60), SoftKeys.SO_PIN);

    assertThat(ask("/v1/unlock", "grant", grant, "newPin", "1").code()).isEqualTo("PIN_UNFIT");
    assertThat(ask("/v1/unlock", "grant", grant, "newPin", "222222").status()).isEqualTo(200);
  }
}
