package io.certhall.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From registration to the certificate in hand, in a browser, with a rejection on the way. */
class JourneyTest {

  private static final String USERNAME = "li-xiaomei";
  private static final String PHONE = "13900002026";
  private static final String ORGANISATION = "甘肃旅程建设有限公司";
  private static final String CREDIT_CODE = "91620100MA72000023";

  @TempDir static Path data;

  private static RunningHall hall;
  private static Chromium chromium;
  private static HallClient client;

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(
        Chromium.isInstalled(), "no Chromium is installed: install the package chromium");
    hall = RunningHall.start(data);
    chromium = Chromium.start();
    client = new HallClient(hall.address());
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (hall != null) {
      hall.close();
    }
  }

  /** Submit, approve and pay are each clicked twice: each happens once. */
  @Test
  void an_organisation_gets_its_certificates_after_a_rejection() throws IOException {
    Phone phone = new Phone(client, PHONE);
    ApplicantAtScreen applicant =
        new ApplicantAtScreen(chromium.open(hall.address()), phone, USERNAME, ORGANISATION);

    applicant.register();
    applicant.submitProfile(CREDIT_CODE);
    StaffAtScreen reviewer = staff("demo-reviewer");
    reviewer.approveProfile(ORGANISATION);
    phone.awaitMessage(ORGANISATION + "的企业信息审核已通过");

    applicant.beginApplication();
    applicant.fillBasicData();
    applicant.chooseCertificates();
    applicant.uploadMaterials();
    String orderNo = applicant.orderNo();
    applicant.submitTwice();

    reviewer.rejectApplicationForm(orderNo);
    assertThat(phone.awaitMessage("申请" + orderNo + "被退回")).contains("未加盖公章");
    applicant.correctApplicationForm("证书申请表：未加盖公章");
    reviewer.approveTwice(orderNo);
    assertThat(phone.awaitMessage("申请" + orderNo + "审核通过")).contains("应缴1100元");

    applicant.pay("¥1,100.00");
    staff("demo-producer").enterKeys(orderNo, "KEY20260001", "KEY20260002");
    staff("demo-dispatcher").ship(orderNo, "SF1234567890");
    assertThat(phone.awaitMessage("您的证书已寄出")).contains("SF1234567890");
    applicant.confirmReceipt();

    assertInvoice(applicant.downloadInvoice());
    assertAmounts(orderNo);
    assertEachOnce(orderNo);
    assertThat(applicant.timeline())
        .containsSubsequence(
            "建立草稿", "提交申请", "进入环节：待审核", "审核驳回", "进入环节：已驳回", "重新提交", "进入环节：待审核",
            "审核通过", "进入环节：待缴费", "发起付款", "付款成功", "进入环节：待制证", "介质已制作", "介质已制作",
            "证书已签发", "证书已签发", "进入环节：待寄出", "已寄出", "进入环节：待签收", "已签收", "办理完成");
  }

  private static StaffAtScreen staff(String username) {
    return StaffAtScreen.signIn(chromium.open(hall.address()), username);
  }

  private static void assertInvoice(Download invoice) throws IOException {
    assertThat(invoice.suggestedFilename()).endsWith(".pdf");
    assertThat(Files.readAllBytes(invoice.path())).startsWith('%', 'P', 'D', 'F');
  }

  private static void assertAmounts(String orderNo) {
    JsonNode order = client.get(USERNAME, "/api/v1/orders/" + orderNo).ok();
    assertThat(order.get("state").asString()).isEqualTo("COMPLETED");
    assertThat(
            order.get("lines").valueStream()
                .map(line -> line.get("itemSeq").asInt() + " " + line.get("code").asString() + " " + line.get("amountFen").asLong()))
        .containsExactly(
            "1 CERT_NEW 20000",
            "1 KEY 15000",
            "1 SEAL_NEW 30000",
            "2 CERT_NEW 20000",
            "2 KEY 15000",
            "2 SEAL_NEW 10000");
    assertThat(order.get("totalFen").asLong()).isEqualTo(110_000);
    assertThat(order.get("paidFen").asLong()).isEqualTo(110_000);
  }

  private static void assertEachOnce(String orderNo) {
    assertThat(client.items(USERNAME, "/api/v1/orders/" + orderNo + "/payments")).hasSize(1);
    List<String> kinds =
        client
            .items(USERNAME, "/api/v1/orders/" + orderNo + "/timeline")
            .map(entry -> entry.get("kind").asString())
            .toList();
    for (String kind : List.of("SUBMITTED", "RESUBMITTED", "REJECTED", "APPROVED", "PAID")) {
      assertThat(kinds).filteredOn(kind::equals).as(kind).hasSize(1);
    }
  }
}
