package io.certhall.backoffice.api;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.SEAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.processes.seal.MadeSeal;
import io.certhall.processes.seal.SealPicture;
import io.certhall.processes.seal.SealRegister;
import io.certhall.processes.security.Role;
import io.certhall.processes.stamp.StampedPaper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ApiTest
class SealsApiTest {

  private static final String SEALS = "/api/v1/seals";
  private static final byte[] DER = {0x30, 0x03, 0x02, 0x01, 0x2a};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1};
  private static final AtomicInteger NUMBERS = new AtomicInteger(0x5EA000);

  private final Api api;
  private final Scenes scenes;
  private final DSLContext dsl;
  private final SealRegister register;
  private final TransactionTemplate transaction;

  SealsApiTest(
      Api api,
      Scenes scenes,
      DSLContext dsl,
      SealRegister register,
      TransactionTemplate transaction) {
    this.api = api;
    this.scenes = scenes;
    this.dsl = dsl;
    this.register = register;
    this.transaction = transaction;
  }

  @Test
  void a_holder_sees_his_seals_and_downloads_them() {
    Caller holder = scenes.applicant();
    Issued issued = issue(holder, "OFFICIAL", "FINANCE");

    Answer list = holder.get(SEALS + "?orderNo=" + issued.orderNo()).is(200);
    assertThat(list.each("code")).containsExactly("OFFICIAL", "FINANCE");
    assertThat(list.each("state")).containsExactly("NORMAL", "NORMAL");
    String id = list.each("id").getFirst();
    Answer one = holder.get(SEALS + "/" + id).is(200);
    assertThat(one.string("certificateSerial")).isEqualTo(issued.serial());
    assertThat(one.json().path("widthMm").asInt()).isEqualTo(42);
    assertThat(one.json().path("formatVersion").asInt()).isEqualTo(4);
    assertThat(one.string("pictureSource")).isEqualTo("CONFIRMED");
    assertThat(holder.get(SEALS + "/" + id + "/seal.der").is(200).bytes()).isEqualTo(DER);
    Answer picture = holder.get(SEALS + "/" + id + "/picture.png").is(200);
    assertThat(picture.bytes()).isEqualTo(PNG);
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
  }

  @Test
  void pages_follow_each_other_by_number() {
    Caller holder = scenes.applicant();
    issue(holder, "OFFICIAL", "FINANCE");

    Answer first = holder.get(SEALS + "?limit=1").is(200);

    assertThat(holder.get(SEALS + "?limit=1&after=" + first.string("next")).each("code"))
        .containsExactly("FINANCE");
    holder.get(SEALS + "?limit=0").isProblem(400, "LIMIT_RANGE");
  }

  @Test
  void anothers_seal_does_not_exist() {
    String id = id(issue(scenes.applicant(), "OFFICIAL"));
    Caller stranger = scenes.applicant();

    for (String path : List.of("", "/seal.der", "/picture.png")) {
      stranger.get(SEALS + "/" + id + path).isProblem(404, "SEAL_UNKNOWN");
    }
    stranger.post(SEALS + "/" + id + "/freeze", Map.of()).isProblem(404, "SEAL_UNKNOWN");
    stranger.get(SEALS + "/none").isProblem(404, "SEAL_UNKNOWN");
    assertThat(stranger.get(SEALS).is(200).each("id")).isEmpty();
    api.get(SEALS).isProblem(401, "TOKEN_MISSING");
  }

  @Test
  void staff_see_seals_but_only_the_desk_that_writes_keys_gets_the_file() {
    String id = id(issue(scenes.applicant(), "OFFICIAL"));

    scenes.staff(Role.REVIEWER).get(SEALS + "/" + id).is(200);
    scenes.staff(Role.REVIEWER).get(SEALS + "/" + id + "/seal.der").isProblem(403, "ROLE_MISSING");
    scenes.staff(Role.PRODUCER).get(SEALS + "/" + id + "/seal.der").is(200);
    scenes
        .staff(Role.PRODUCER)
        .post(SEALS + "/" + id + "/freeze", Map.of())
        .isProblem(403, "ROLE_MISSING");
  }

  @Test
  void a_holder_freezes_a_seal_and_releases_it() {
    Caller holder = scenes.applicant();
    String seal = SEALS + "/" + id(issue(holder, "OFFICIAL"));

    holder.post(seal + "/release", Map.of()).isProblem(409, "SEAL_NOT_FROZEN");
    assertThat(holder.post(seal + "/freeze", Map.of()).is(200).string("state")).isEqualTo("FROZEN");
    holder.post(seal + "/freeze", Map.of()).isProblem(409, "SEAL_FROZEN");
    assertThat(holder.post(seal + "/release", Map.of()).is(200).string("state"))
        .isEqualTo("NORMAL");
  }

  @Test
  void a_seal_goes_the_way_of_its_certificate() {
    Caller holder = scenes.applicant();
    Issued issued = issue(holder, "OFFICIAL");
    String seal = SEALS + "/" + id(issued);

    for (var way :
        Map.of("SUSPENDED", "FROZEN", "REPLACED", "CLOSED", "CHANGED", "CLOSED").entrySet()) {
      put(issued, way.getKey());
      assertThat(holder.get(seal).is(200).string("state")).isEqualTo(way.getValue());
    }
    put(issued, "REVOKED");
    holder.post(seal + "/freeze", Map.of()).isProblem(409, "SEAL_REVOKED");
    holder.post(seal + "/release", Map.of()).isProblem(409, "SEAL_REVOKED");
  }

  @Test
  void a_seal_from_before_has_no_file() {
    Caller holder = scenes.applicant();
    Issued issued = issue(holder);
    dsl.insertInto(SEAL)
        .set(SEAL.CERTIFICATE_SERIAL, issued.serial())
        .set(SEAL.CODE, "OFFICIAL")
        .set(SEAL.NAME, "公章")
        .set(SEAL.STATE, "NORMAL")
        .set(SEAL.CREATED_AT, Instant.now())
        .execute();
    String seal = SEALS + "/" + id(issued);

    assertThat(holder.get(seal).is(200).string("orderNo")).isEqualTo(issued.orderNo());
    holder.get(seal + "/seal.der").isProblem(404, "SEAL_NOT_MADE");
  }

  @Test
  void an_applicant_agrees_to_the_stamp_cut_out_of_his_sheet() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.draft(applicant);
    String path = "/api/v1/orders/" + orderNo;
    Answer list = applicant.get(path + "/stamps").is(200);
    String stamp =
        path + "/stamps/" + list.each("itemSeq").getFirst() + "/" + list.each("code").getFirst();
    assertThat(list.each("state")).containsOnly("MISSING");
    applicant.get(stamp).isProblem(422, "STAMP_SHEET_MISSING");

    String sheet = list.each("materialCode").getFirst();
    applicant.upload(path + "/attachments/" + sheet, "印模.jpg", StampedPaper.blank());
    applicant.get(stamp).isProblem(422, "STAMP_NOT_FOUND");
    applicant.upload(path + "/attachments/" + sheet, "印模.jpg", StampedPaper.jpeg(150, 42));

    assertThat(applicant.get(stamp).is(200).each("likely")).containsExactly("true");
    applicant.post(stamp, Map.of()).isProblem(400, "FIELD_REQUIRED");
    applicant.post(stamp, Map.of("choice", 3)).isProblem(422, "STAMP_CHOICE_UNKNOWN");
    Answer confirmed = applicant.post(stamp, Map.of("choice", 0)).is(200);
    assertThat(confirmed.json().path("widthMm").asInt()).isBetween(41, 43);
    assertThat(applicant.get(path + "/stamps").each("state")).contains("CONFIRMED");
    scenes.applicant().get(path + "/stamps").isProblem(404, "ORDER_UNKNOWN");
  }

  private record Issued(String orderNo, String serial) {}

  private String id(Issued issued) {
    return String.valueOf(
        dsl.select(SEAL.ID)
            .from(SEAL)
            .where(SEAL.CERTIFICATE_SERIAL.eq(issued.serial()))
            .fetchSingle()
            .value1());
  }

  private void put(Issued issued, String state) {
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.STATE, state)
        .where(CERTIFICATE.SERIAL.eq(issued.serial()))
        .execute();
  }

  private Issued issue(Caller holder, String... codes) {
    String orderNo = scenes.draft(holder);
    String serial = Integer.toHexString(NUMBERS.addAndGet(1)).toUpperCase();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    dsl.insertInto(CERTIFICATE)
        .set(CERTIFICATE.SERIAL, serial)
        .set(CERTIFICATE.PAIR_SERIAL, serial + "E")
        .set(CERTIFICATE.KEY_USAGE, "SIGNING")
        .set(CERTIFICATE.HALL, "gscamce")
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
    List<MadeSeal> seals =
        List.of(codes).stream()
            .map(
                code ->
                    new MadeSeal(
                        code,
                        code,
                        serial + "-" + code,
                        4,
                        new SealPicture(PNG, 42, 42, SealPicture.Source.CONFIRMED),
                        now,
                        now.plus(Duration.ofDays(365)),
                        DER))
            .toList();
    transaction.executeWithoutResult(done -> register.insert(orderNo, Map.of(serial, seals), now));
    return new Issued(orderNo, serial);
  }
}
