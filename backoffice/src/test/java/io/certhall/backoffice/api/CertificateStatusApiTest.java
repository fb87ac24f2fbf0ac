package io.certhall.backoffice.api;

import static io.certhall.db.generated.Tables.CERTIFICATE_STATUS;
import static io.certhall.db.generated.Tables.CRL;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.processes.status.StatusQueue;
import io.certhall.processes.status.StatusShard;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class CertificateStatusApiTest {

  private static final byte[] SIGNED = {0x30, 3, 0x0a, 1, 0};
  private static final String MALFORMED = "30030a0101";
  private static final String TRY_LATER = "30030a0103";
  private static final String UNAUTHORIZED = "30030a0106";

  private final Api api;
  private final DSLContext dsl;
  private final StatusQueue queue;
  private final String nameHash = random(20);
  private final String keyHash = random(20);
  private final String ca = "ca-" + random(6);
  private final String serial = "7F" + random(15).toUpperCase();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  CertificateStatusApiTest(Api api, DSLContext dsl, StatusQueue queue) {
    this.api = api;
    this.dsl = dsl;
    this.queue = queue;
  }

  @BeforeEach
  void publish() throws Exception {
    queue.publishIssuer(ca, nameHash, keyHash);
    put(serial, SIGNED, now.plus(Duration.ofDays(1)));
    // The responder looks for new authorities every two seconds.
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !hex(post(request(serial))).equals(UNAUTHORIZED));
  }

  @Test
  void a_posted_request_is_answered_with_what_was_signed() {
    Answer answer = post(request(serial)).is(200);

    assertThat(answer.bytes()).isEqualTo(SIGNED);
    assertThat(answer.header("Content-Type")).isEqualTo("application/ocsp-response");
  }

  @Test
  void a_request_in_the_path_is_answered_however_its_slashes_are_written() {
    byte[] request = request(serial);
    String plain = Base64.getEncoder().encodeToString(request);
    String escaped = plain.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D");

    for (String path : new String[] {plain, escaped, plain.replace('/', '_').replace('+', '-')}) {
      assertThat(api.get("/ocsp/" + path).is(200).bytes()).as(path).isEqualTo(SIGNED);
    }
  }

  @Test
  void caches_keep_an_answer_for_half_a_minute_and_ask_again_by_its_tag() {
    String path = "/ocsp/" + Base64.getUrlEncoder().encodeToString(request(serial));

    Answer first = api.get(path).is(200);

    assertThat(first.header("Cache-Control"))
        .isEqualTo("max-age=30, public, no-transform, must-revalidate");
    assertThat(first.header("Expires")).isNotEmpty();
    assertThat(first.header("Last-Modified")).isNotEmpty();
    Answer second = api.get(path, "If-None-Match", first.header("ETag")).is(304);
    assertThat(second.bytes()).isEmpty();
  }

  @Test
  void an_answer_that_has_run_out_is_not_told() {
    put(serial, SIGNED, now.minusSeconds(1));

    assertThat(hex(post(request(serial)))).isEqualTo(TRY_LATER);
  }

  @Test
  void a_certificate_whose_first_answer_is_not_signed_yet_is_to_be_asked_later() {
    String fresh = "7E" + random(15).toUpperCase();
    put(fresh, null, null);

    assertThat(hex(post(request(fresh)))).isEqualTo(TRY_LATER);
  }

  @Test
  void unknown_certificates_and_authorities_are_not_answered() {
    assertThat(hex(post(request("7D" + random(15).toUpperCase())))).isEqualTo(UNAUTHORIZED);
    assertThat(hex(post(request(random(20), keyHash, serial)))).isEqualTo(UNAUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3000", "30820fff", "ff", "300530030a0101", "3080308000000000"})
  void bytes_that_are_no_request_are_refused_as_malformed(String bytes) {
    assertThat(hex(post(HexFormat.of().parseHex(bytes)))).isEqualTo(MALFORMED);
    assertThat(hex(api.get("/ocsp/%21not-base64").is(200))).isEqualTo(MALFORMED);
  }

  @Test
  void too_much_or_another_type_or_method_is_refused() {
    post(new byte[5000]).is(413);
    api.post("/ocsp", "{}").is(415);
    api.delete("/ocsp").is(405);
  }

  @Test
  void slashes_in_code_stay_refused_elsewhere() {
    api.get("/api%2Fv1/orders").is(400);
  }

  @Test
  void a_revocation_list_and_its_partitions_are_public() {
    list(StatusShard.FULL, new byte[] {1});
    list(11, new byte[] {2});

    Answer full = api.get("/crl/" + ca + ".crl").is(200);

    assertThat(full.bytes()).containsExactly(1);
    assertThat(full.header("Content-Type")).isEqualTo("application/pkix-crl");
    assertThat(full.header("Cache-Control")).startsWith("max-age=30");
    assertThat(api.get("/crl/" + ca + "/b.crl").is(200).bytes()).containsExactly(2);
    api.get("/crl/" + ca + ".crl", "If-None-Match", full.header("ETag")).is(304);
    api.get("/crl/" + ca + "/c.crl").isProblem(404, "CA_UNKNOWN");
    api.get("/crl/" + ca + "/g.crl").isProblem(404, "PATH_UNKNOWN");
    api.get("/crl/nobody.crl").isProblem(404, "CA_UNKNOWN");
  }

  private Answer post(byte[] request) {
    return api.send(
        api.request("/ocsp", "Content-Type", "application/ocsp-request")
            .POST(BodyPublishers.ofByteArray(request)));
  }

  private byte[] request(String certificate) {
    return request(nameHash, keyHash, certificate);
  }

  /** With SHA-1, as most clients ask. */
  private static byte[] request(String name, String key, String certificate) {
    String id =
        value("30", "06052b0e03021a" + "0500")
            + value("04", name)
            + value("04", key)
            + value("02", certificate);
    return HexFormat.of()
        .parseHex(value("30", value("30", value("30", value("30", value("30", id))))));
  }

  private static String value(String tag, String content) {
    return tag + "%02x".formatted(content.length() / 2) + content;
  }

  private void put(String certificate, byte[] answer, Instant nextUpdate) {
    dsl.insertInto(CERTIFICATE_STATUS)
        .set(CERTIFICATE_STATUS.SERIAL, certificate)
        .set(CERTIFICATE_STATUS.CA, ca)
        .set(CERTIFICATE_STATUS.SHARD, 0)
        .set(CERTIFICATE_STATUS.STATUS, "GOOD")
        .set(CERTIFICATE_STATUS.NOT_AFTER, now.plus(Duration.ofDays(9)))
        .set(CERTIFICATE_STATUS.ANSWER, answer)
        .set(CERTIFICATE_STATUS.THIS_UPDATE, now)
        .set(CERTIFICATE_STATUS.NEXT_UPDATE, nextUpdate)
        .onDuplicateKeyUpdate()
        .set(CERTIFICATE_STATUS.NEXT_UPDATE, nextUpdate)
        .execute();
  }

  private void list(int shard, byte[] der) {
    dsl.insertInto(CRL)
        .set(CRL.CA, ca)
        .set(CRL.SHARD, shard)
        .set(CRL.NUMBER, 1L)
        .set(CRL.THIS_UPDATE, now)
        .set(CRL.NEXT_UPDATE, now.plus(Duration.ofDays(1)))
        .set(CRL.DUE_AT, now)
        .set(CRL.DER, der)
        .execute();
  }

  private static String hex(Answer answer) {
    return HexFormat.of().formatHex(answer.bytes());
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
