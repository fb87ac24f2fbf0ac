package io.certhall.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From registration to the certificate in hand, in a browser, with a rejection on the way. */
class JourneyTest {

  private static final String USERNAME = "li-xiaomei";
  private static final String DEMO_APPLICANT = "demo-applicant";
  private static final String PHONE = "13900002026";
  private static final String ORGANISATION = "甘肃旅程建设有限公司";
  private static final String CREDIT_CODE = "91620100MA72000023";

  @TempDir static Path data;

  private static RunningHall hall;
  private static Chromium chromium;
  private static HallClient client;

  @RegisterExtension
  static final AfterTestExecutionCallback PICTURES_OF_FAILURE =
      test -> test.getExecutionException().ifPresent(failure -> chromium.pictures("failed"));

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

  @Test
  @Tag("GS-01")
  @Tag("GS-02")
  @Tag("GS-03")
  @Tag("GS-15")
  @Tag("GS-22")
  @Tag("GS-34")
  @Tag("GS-39")
  @Tag("GS-48")
  @Tag("GS-70")
  @Tag("GS-73")
  @Tag("AC-01")
  @Tag("AC-08")
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
    applicant.submit();

    reviewer.rejectApplicationForm(orderNo);
    assertThat(phone.awaitMessage("申请" + orderNo + "被退回")).contains("未加盖公章");
    applicant.correctApplicationForm("证书申请表：未加盖公章");
    reviewer.approveCorrected(orderNo);
    assertThat(phone.awaitMessage("申请" + orderNo + "审核通过")).contains("应缴1100元");

    applicant.pay("¥1,100.00");
    staff("demo-producer").enterKeys(orderNo, "KEY20260001", "KEY20260002");
    staff("demo-dispatcher").ship(orderNo, "SF1234567890");
    assertThat(phone.awaitMessage("您的证书已寄出")).contains("SF1234567890");
    applicant.confirmReceipt();

    assertInvoice(applicant.downloadInvoice());
    assertAmounts(orderNo);
    assertEachOnce(USERNAME, orderNo, "SUBMITTED", "REJECTED", "RESUBMITTED", "APPROVED", "PAID");
    assertThat(applicant.timeline())
        .containsSubsequence(
            "建立草稿",
            "提交申请",
            "审核驳回",
            "进入环节：已驳回",
            "重新提交",
            "审核通过",
            "进入环节：待缴费",
            "发起付款",
            "付款成功",
            "进入环节：待制证",
            "介质已制作",
            "介质已制作",
            "证书已签发",
            "证书已签发",
            "进入环节：待寄出",
            "已寄出",
            "进入环节：待签收",
            "已签收",
            "办理完成");
  }

  @Test
  void clicking_submit_approve_and_pay_twice_does_each_once() {
    RestOrder order = RestOrder.draft(client);
    Screen applicant = chromium.open(hall.address());
    applicant.signIn(DEMO_APPLICANT);

    applicant.go("/orders/" + order.orderNo() + "/edit/check");
    applicant.pressTwice("提交申请");
    applicant.sees("等待审核员审核");
    staff("demo-reviewer").approveTwice(order.orderNo());
    applicant.sees(applicant.button("去缴费 ¥450.00"));
    applicant.pressTwice("去缴费 ¥450.00");
    applicant.choosePayment("微信支付");
    Screen phone = applicant.follow("打开模拟手机付款");
    phone.pressTwice("立即支付");
    phone.sees("支付成功");
    applicant.sees("付款成功");

    order.reaches("ISSUE_PENDING");
    assertThat(order.details().get("paidFen").asLong()).isEqualTo(45_000);
    assertEachOnce(DEMO_APPLICANT, order.orderNo(), "SUBMITTED", "APPROVED", "PAID");
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
            order
                .get("lines")
                .valueStream()
                .map(
                    line ->
                        line.get("itemSeq").asInt()
                            + " "
                            + line.get("code").asString()
                            + " "
                            + line.get("amountFen").asLong()))
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

  private static void assertEachOnce(String applicant, String orderNo, String... steps) {
    String order = "/api/v1/orders/" + orderNo;
    assertThat(client.items(applicant, order + "/payments")).hasSize(1);
    List<String> kinds =
        client
            .items(applicant, order + "/timeline")
            .map(entry -> entry.get("kind").asString())
            .toList();
    for (String step : steps) {
      assertThat(kinds).filteredOn(step::equals).as(step).hasSize(1);
    }
  }
}
