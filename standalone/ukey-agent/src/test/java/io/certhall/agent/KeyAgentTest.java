package io.certhall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.agent.token.KeyWork;
import io.certhall.agent.token.Mechanisms;
import io.certhall.agent.token.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeyAgentTest {

  private static final String HALL = "https://hall.example";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TestHall hall = new TestHall();
  private static final HttpClient client = HttpClient.newHttpClient();
  private static final AtomicReference<String> shown = new AtomicReference<>("");

  private static final String HALLS_PIN = "HALLSOFFICERPIN2";

  private static final Deque<String> unused = new ArrayDeque<>();

  @TempDir static Path folder;

  private static Tokens tokens;
  private static AgentServer server;
  private String bearer = "";
  private String key = "";

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Path library = SoftKeys.library();
    SoftKeys.prepare(30);
    tokens = new Tokens(library, SoftKeys.counter(folder));
    tokens.plugged().forEach(token -> unused.add(token.serial()));
    server =
        new AgentServer(
            0,
            Set.of(HALL),
            new Pairing(Clock.systemUTC(), shown::set),
            new AgentCalls(
                tokens,
                new KeyWork(tokens, Mechanisms.withSm2(1, 2, 3)),
                new HallGrants(
                    origin -> hall.grantKey(), folder.resolve("used"), Clock.systemUTC())));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void pair() throws Exception {
    bearer = call(HALL, "/v1/pair", Map.of("code", shown.get())).body().path("token").asString();
    key = fresh();
  }

  /** A token no test has used. */
  private static String fresh() {
    return unused.pop();
  }

  private record Told(int status, JsonNode body) {
    String code() {
      return body.path("code").asString("");
    }
  }

  private Told call(String origin, String path, Map<String, String> body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Origin", origin)
            .header("Content-Type", "application/json");
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    HttpRequest built =
        body.isEmpty()
            ? request.GET().build()
            : request
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
    HttpResponse<byte[]> answer = client.send(built, HttpResponse.BodyHandlers.ofByteArray());
    return new Told(answer.statusCode(), JSON.readTree(answer.body()));
  }

  private Told ask(String path, String... pairs) throws Exception {
    Map<String, String> body = new HashMap<>(Map.of("token", key));
    for (int i = 0; i < pairs.length; i += 2) {
      body.put(pairs[i], pairs[i + 1]);
    }
    return call(HALL, path, body);
  }

  private PKCS10CertificationRequest request(String algorithm) throws Exception {
    Told made =
        ask("/v1/csr", "pin", SoftKeys.PIN, "algorithm", algorithm, "subject", "CN=甲公司,C=CN");
    assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
    return new PKCS10CertificationRequest(
        Base64.getMimeDecoder()
            .decode(made.body().path("csr").asString().replaceAll("-----[A-Z ]+-----", "")));
  }

  private static String base64(X509CertificateHolder certificate) throws IOException {
    return Base64.getEncoder().encodeToString(certificate.getEncoded());
  }

  private JsonNode plugged() throws Exception {
    for (JsonNode token : call(HALL, "/v1/tokens", Map.of()).body().path("tokens")) {
      if (token.path("serial").asString().equals(key)) {
        return token;
      }
    }
    throw new AssertionError("not plugged");
  }

  private String grant(String id, Instant expires, String soPin) throws Exception {
    String transport = call(HALL, "/v1/tokens", Map.of()).body().path("transportKey").asString();
    return hall.grant(id, key, expires, soPin, transport);
  }

  private void lock() throws Exception {
    for (int i = 0; i < 10; i++) {
      ask("/v1/pin", "pin", "000000", "newPin", "111111");
    }
    assertThat(plugged().path("pinState").asString()).isEqualTo("LOCKED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC_P256", "RSA_2048"})
  void a_pair_made_on_the_key_is_certified_and_signs_a_challenge(String algorithm)
      throws Exception {
    PKCS10CertificationRequest request = request(algorithm);
    assertThat(
            request.isSignatureValid(
                new JcaContentVerifierProviderBuilder().build(request.getSubjectPublicKeyInfo())))
        .isTrue();
    X509CertificateHolder certificate =
        hall.certify("CN=甲公司,C=CN", request.getSubjectPublicKeyInfo());

    assertThat(
            ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", base64(certificate)).status())
        .isEqualTo(200);

    JsonNode entry = plugged().path("certificates").get(0);
    assertThat(entry.path("issuer").asString()).contains("Test Hall CA");
    Told signed =
        ask(
            "/v1/sign",
            "pin",
            SoftKeys.PIN,
            "certificate",
            entry.path("serial").asString(),
            "challenge",
            "nonce-1");
    Signature verifier = Signature.getInstance(signed.body().path("algorithm").asString());
    verifier.initVerify(new JcaX509CertificateConverter().getCertificate(certificate));
    verifier.update("certhall-login:https://hall.example:nonce-1".getBytes());
    assertThat(
            verifier.verify(Base64.getDecoder().decode(signed.body().path("signature").asString())))
        .isTrue();
  }

  @Test
  void a_certificate_is_written_again_without_a_second_copy() throws Exception {
    String certificate = base64(hall.certify("CN=a", request("EC_P256").getSubjectPublicKeyInfo()));

    ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", certificate);
    Told again = ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", certificate);

    assertThat(again.status()).isEqualTo(200);
    assertThat(plugged().path("certificates")).hasSize(1);
  }

  @Test
  void a_certificate_of_another_key_is_refused() throws Exception {
    String certificate = base64(hall.certify("CN=a", request("EC_P256").getSubjectPublicKeyInfo()));
    key = fresh();

    Told refused = ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", certificate);

    assertThat(refused.code()).isEqualTo("CERTIFICATE_OF_OTHER_KEY");
    assertThat(plugged().path("certificates")).isEmpty();
  }

  @Test
  void an_enveloped_encryption_key_is_opened_on_the_key() throws Exception {
    X509CertificateHolder signing =
        hall.certify("CN=a", request("RSA_2048").getSubjectPublicKeyInfo());
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    X509CertificateHolder encryption =
        hall.certify("CN=a", SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(
        new JceKeyTransRecipientInfoGenerator(
            new JcaX509CertificateConverter().getCertificate(signing)));
    String envelope =
        Base64.getEncoder()
            .encodeToString(
                generator
                    .generate(
                        new CMSProcessableByteArray(pair.getPrivate().getEncoded()),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                    .getEncoded());

    for (int round = 0; round < 2; round++) {
      Told written =
          ask(
              "/v1/certificates",
              "pin",
              SoftKeys.PIN,
              "signing",
              base64(signing),
              "encryption",
              base64(encryption),
              "envelopedKey",
              envelope);
      assertThat(written.status()).as(written.body().toString()).isEqualTo(200);
    }
    assertThat(plugged().path("certificates")).hasSize(2);

    Told broken =
        ask(
            "/v1/certificates",
            "pin",
            SoftKeys.PIN,
            "signing",
            base64(signing),
            "encryption",
            base64(hall.certify("CN=b", signing.getSubjectPublicKeyInfo())),
            "envelopedKey",
            envelope);
    assertThat(broken.code()).isEqualTo("ENVELOPE_INVALID");
  }

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

    key = fresh();
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
    key = fresh();
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

  @Test
  void a_new_request_comes_with_the_old_keys_proof() throws Exception {
    X509CertificateHolder old = hall.certify("CN=a", request("RSA_2048").getSubjectPublicKeyInfo());
    ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", base64(old));
    String serial = plugged().path("certificates").get(0).path("serial").asString();

    Told made =
        ask(
            "/v1/csr",
            "pin",
            SoftKeys.PIN,
            "algorithm",
            "RSA_2048",
            "subject",
            "CN=a",
            "certificate",
            serial,
            "challenge",
            "nonce-7");

    JsonNode proof = made.body().path("proof");
    Signature verifier = Signature.getInstance(proof.path("algorithm").asString());
    verifier.initVerify(new JcaX509CertificateConverter().getCertificate(old));
    verifier.update("certhall-key:https://hall.example:nonce-7".getBytes());
    assertThat(verifier.verify(Base64.getDecoder().decode(proof.path("signature").asString())))
        .isTrue();
    assertThat(
            ask(
                    "/v1/csr",
                    "pin",
                    SoftKeys.PIN,
                    "algorithm",
                    "RSA_2048",
                    "subject",
                    "CN=a",
                    "certificate",
                    "77",
                    "challenge",
                    "nonce-8")
                .code())
        .isEqualTo("KEY_UNKNOWN");
  }

  @Test
  void a_wrong_pin_is_counted_and_a_right_one_clears_the_count() throws Exception {
    assertThat(ask("/v1/pin", "pin", "000000", "newPin", "111111").code()).isEqualTo("PIN_WRONG");
    assertThat(plugged().path("wrongPins").asInt()).isEqualTo(1);
    assertThat(SoftKeys.counter(folder).of(key)).as("kept over a restart").isEqualTo(1);

    assertThat(ask("/v1/pin", "pin", SoftKeys.PIN, "newPin", "1").code()).isEqualTo("PIN_UNFIT");
    assertThat(plugged().path("wrongPins").asInt()).isZero();
  }

  @Test
  void pages_of_other_origins_and_other_hosts_are_refused() throws Exception {
    assertThat(call("https://evil.example", "/v1/status", Map.of()).code())
        .isEqualTo("ORIGIN_REFUSED");
    assertThat(call(HALL + ".evil.example", "/v1/tokens", Map.of()).status()).isEqualTo(403);
    try (var socket = new java.net.Socket("127.0.0.1", server.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET /v1/status HTTP/1.1\r\nHost: rebound.example\r\nOrigin: "
                      + HALL
                      + "\r\nConnection: close\r\n\r\n")
                  .getBytes());
      assertThat(new String(socket.getInputStream().readAllBytes())).contains("HOST_REFUSED");
    }
  }

  @Test
  void a_page_that_is_not_paired_gets_nothing() throws Exception {
    bearer = "";
    assertThat(call(HALL, "/v1/status", Map.of()).body().path("paired").asBoolean()).isFalse();
    assertThat(call(HALL, "/v1/tokens", Map.of()).code()).isEqualTo("NOT_PAIRED");
    bearer = "guessed";
    assertThat(ask("/v1/pin", "pin", SoftKeys.PIN, "newPin", "111111").code())
        .isEqualTo("NOT_PAIRED");
  }

  @Test
  void bad_requests_are_told_what_is_missing() throws Exception {
    assertThat(ask("/v1/pin", "pin", SoftKeys.PIN).body().path("detail").asString())
        .startsWith("newPin");
    assertThat(ask("/v1/csr", "pin", SoftKeys.PIN, "algorithm", "DES", "subject", "CN=a").code())
        .isEqualTo("ALGORITHM_UNKNOWN");
    assertThat(
            ask("/v1/csr", "pin", SoftKeys.PIN, "algorithm", "EC_P256", "subject", "nobody").code())
        .isEqualTo("SUBJECT_INVALID");
    assertThat(ask("/v1/certificates", "pin", SoftKeys.PIN, "signing", "AAAA").code())
        .isEqualTo("CERTIFICATE_INVALID");
    key = "0000";
    assertThat(ask("/v1/pin", "pin", SoftKeys.PIN, "newPin", "111111").code())
        .isEqualTo("TOKEN_NOT_PLUGGED");
    assertThat(ask("/v1/format").code()).isEqualTo("CALL_UNKNOWN");
  }
}
