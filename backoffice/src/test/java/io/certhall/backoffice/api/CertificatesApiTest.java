package io.certhall.backoffice.api;

import static io.certhall.db.generated.Tables.CA_CERTIFICATE;
import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.SEAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.processes.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
class CertificatesApiTest {

  private static final String CERTIFICATES = "/api/v1/certificates";
  private static final byte[] DER = {0x30, 0x03, 0x02, 0x01, 0x2a};
  private static final AtomicInteger NUMBERS = new AtomicInteger(0xA000);

  private final Api api;
  private final Scenes scenes;
  private final DSLContext dsl;

  CertificatesApiTest(Api api, Scenes scenes, DSLContext dsl) {
    this.api = api;
    this.scenes = scenes;
    this.dsl = dsl;
  }

  @Test
  @Tag("GS-98")
  void a_holder_sees_his_pair_with_its_seals_and_gets_the_pem() {
    Caller holder = scenes.applicant();
    Pair pair = issue(holder);

    assertThat(holder.get(CERTIFICATES).is(200).each("serial"))
        .containsExactly(pair.signing(), pair.encryption());
    assertThat(
            holder
                .get(CERTIFICATES + "?keyUsage=SIGNING&orderNo=" + pair.orderNo())
                .each("pairSerial"))
        .containsExactly(pair.encryption());
    Answer one = holder.get(CERTIFICATES + "/" + pair.signing()).is(200);
    assertThat(one.string("pairSerial")).isEqualTo(pair.encryption());
    assertThat(one.string("commonName")).isEqualTo("甘肃测试建设有限公司");
    assertThat(one.json().path("seals").toString()).isEqualTo("[\"公章\"]");
    assertThat(one.json().path("expired").asBoolean()).isFalse();
    Answer pem = holder.get(CERTIFICATES + "/" + pair.signing() + "/pem").is(200);
    assertThat(pem.text())
        .isEqualTo(
            "-----BEGIN CERTIFICATE-----\n"
                + Base64.getEncoder().encodeToString(DER)
                + "\n-----END CERTIFICATE-----\n");
    assertThat(pem.header("Content-Type")).startsWith("application/x-pem-file");
  }

  @Test
  void pages_follow_each_other_by_serial() {
    Caller holder = scenes.applicant();
    Pair pair = issue(holder);

    Answer first = holder.get(CERTIFICATES + "?limit=1").is(200);

    assertThat(first.each("serial")).containsExactly(pair.signing());
    assertThat(first.string("next")).isEqualTo(pair.signing());
    assertThat(holder.get(CERTIFICATES + "?limit=1&after=" + pair.signing()).each("serial"))
        .containsExactly(pair.encryption());
  }

  @Test
  void anothers_certificate_does_not_exist_but_staff_see_it() {
    Pair pair = issue(scenes.applicant());
    Caller stranger = scenes.applicant();

    stranger.get(CERTIFICATES + "/" + pair.signing()).isProblem(404, "CERTIFICATE_UNKNOWN");
    stranger
        .get(CERTIFICATES + "/" + pair.signing() + "/pem")
        .isProblem(404, "CERTIFICATE_UNKNOWN");
    assertThat(stranger.get(CERTIFICATES).is(200).each("serial")).isEmpty();
    scenes.staff(Role.PRODUCER).get(CERTIFICATES + "/" + pair.signing()).is(200);
    api.get(CERTIFICATES).isProblem(401, "TOKEN_MISSING");
  }

  @Test
  @Tag("GS-98")
  void certificates_are_found_by_a_name_in_chinese() {
    Caller holder = scenes.applicant();
    Pair pair = issue(holder);

    assertThat(
            holder
                .get(CERTIFICATES + "?keyUsage=SIGNING&text=%E7%94%98%E8%82%83")
                .is(200)
                .each("serial"))
        .containsExactly(pair.signing());
  }

  @Test
  void the_certificate_of_an_authority_is_public() {
    String ca = "test-ca-" + NUMBERS.incrementAndGet();
    dsl.insertInto(CA_CERTIFICATE)
        .set(CA_CERTIFICATE.CA, ca)
        .set(CA_CERTIFICATE.SUBJECT, "CN=测试CA")
        .set(CA_CERTIFICATE.DER, DER)
        .set(CA_CERTIFICATE.CREATED_AT, Instant.now())
        .execute();

    Answer certificate = api.get("/ca/" + ca + ".cer").is(200);

    assertThat(certificate.bytes()).isEqualTo(DER);
    assertThat(certificate.header("Content-Type")).isEqualTo("application/pkix-cert");
    api.get("/ca/nobody.cer").isProblem(404, "CA_UNKNOWN");
    api.get("/ca/%E6%B2%A1%E6%9C%89.cer").isProblem(404, "PATH_UNKNOWN");
  }

  private record Pair(String orderNo, String signing, String encryption) {}

  private Pair issue(Caller holder) {
    String orderNo = scenes.draft(holder);
    String signing = Integer.toHexString(NUMBERS.incrementAndGet()).toUpperCase();
    String encryption = Integer.toHexString(NUMBERS.incrementAndGet()).toUpperCase();
    insert(holder, orderNo, signing, encryption, "SIGNING");
    insert(holder, orderNo, encryption, signing, "ENCRYPTION");
    dsl.insertInto(SEAL)
        .set(SEAL.CERTIFICATE_SERIAL, signing)
        .set(SEAL.CODE, "OFFICIAL")
        .set(SEAL.NAME, "公章")
        .set(SEAL.STATE, "NORMAL")
        .set(SEAL.CREATED_AT, Instant.now())
        .execute();
    return new Pair(orderNo, signing, encryption);
  }

  private void insert(Caller holder, String orderNo, String serial, String twin, String usage) {
    Instant now = Instant.now();
    dsl.insertInto(CERTIFICATE)
        .set(CERTIFICATE.SERIAL, serial)
        .set(CERTIFICATE.PAIR_SERIAL, twin)
        .set(CERTIFICATE.KEY_USAGE, usage)
        .set(CERTIFICATE.HALL, Scenes.HALL)
        .set(CERTIFICATE.ISSUER, "CN=测试CA")
        .set(CERTIFICATE.ORDER_NO, orderNo)
        .set(CERTIFICATE.ITEM_SEQ, 1)
        .set(CERTIFICATE.TYPE, "ORG")
        .set(CERTIFICATE.ACCOUNT_ID, holder.actor().accountId())
        .set(CERTIFICATE.COMMON_NAME, "甘肃测试建设有限公司")
        .set(CERTIFICATE.SUBJECT, "CN=甘肃测试建设有限公司")
        .set(CERTIFICATE.YEARS, 1)
        .set(CERTIFICATE.NOT_BEFORE, now)
        .set(CERTIFICATE.NOT_AFTER, now.plus(Duration.ofDays(365)))
        .set(CERTIFICATE.STATE, "NORMAL")
        .set(CERTIFICATE.DER, DER)
        .set(CERTIFICATE.ISSUED_AT, now)
        .execute();
  }
}
