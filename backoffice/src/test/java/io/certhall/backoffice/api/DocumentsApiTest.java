package io.certhall.backoffice.api;

import static io.certhall.backoffice.api.support.Bodies.order;
import static io.certhall.backoffice.api.support.Bodies.orgItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.backoffice.api.support.WeChatProvider;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.processes.invoice.Invoices;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
class DocumentsApiTest {

  private static final String ORDERS = "/api/v1/orders/";

  private final Api api;
  private final Scenes scenes;
  private final Invoices invoices;

  DocumentsApiTest(Api api, Scenes scenes, Invoices invoices) {
    this.api = api;
    this.scenes = scenes;
    this.invoices = invoices;
  }

  @Test
  @Tag("GS-55")
  void the_application_form_is_printed_with_the_orders_data() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.draft(applicant);

    Answer form = applicant.get(ORDERS + orderNo + "/documents/application-form").is(200);

    assertThat(form.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(text(form)).contains(orderNo).contains("650.00");
  }

  @Test
  void there_are_no_other_papers_and_none_of_anothers_orders() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.draft(applicant);

    applicant.get(ORDERS + orderNo + "/documents/will").isProblem(404, "DOCUMENT_UNKNOWN");
    scenes
        .applicant()
        .get(ORDERS + orderNo + "/documents/application-form")
        .isProblem(404, "ORDER_UNKNOWN");
    api.get(ORDERS + orderNo + "/documents/application-form").isProblem(401, "TOKEN_MISSING");
  }

  @Test
  @Tag("GS-56")
  void examples_are_public() {
    assertThat(api.get("/api/v1/halls/gscamce/samples/power-of-attorney").is(200).text())
        .startsWith("%PDF-");
    api.get("/api/v1/halls/gscamce/samples/diploma").isProblem(404, "DOCUMENT_UNKNOWN");
    api.get("/api/v1/halls/nowhere/samples/power-of-attorney").isProblem(404, "HALL_UNKNOWN");
  }

  @Test
  @Tag("GS-85")
  void an_invoice_is_downloaded_once_it_is_issued() {
    Caller applicant = scenes.applicant();
    Map<String, Object> body = order(orgItem());
    body.put(
        "invoice",
        Map.of("kind", "NORMAL", "title", "发票抬头有限公司", "taxNo", FreshNumbers.creditCode()));
    String orderNo = scenes.draft(applicant, body);
    scenes.attachAll(applicant, orderNo);
    applicant.step(ORDERS + orderNo + "/submit").is(200);
    applicant.get(ORDERS + orderNo + "/invoice.pdf").isProblem(404, "INVOICE_UNKNOWN");
    pay(applicant, orderNo);

    invoices.issue(orderNo, null);

    Answer invoice = applicant.get(ORDERS + orderNo + "/invoice.pdf").is(200);
    assertThat(text(invoice)).contains("发票抬头有限公司").contains("650.00");
    assertThat(applicant.get(ORDERS + orderNo).string("invoiceStatus")).isEqualTo("ISSUED");
    scenes.applicant().get(ORDERS + orderNo + "/invoice.pdf").isProblem(404, "ORDER_UNKNOWN");
  }

  private void pay(Caller applicant, String orderNo) {
    scenes.waitingForPayment(orderNo);
    String payments = ORDERS + orderNo + "/payments";
    String paymentNo =
        applicant.post(payments, Map.of("method", "WECHAT")).is(201).string("paymentNo");
    WeChatProvider.running().pay(paymentNo, 65_000);
    applicant.get(payments + "/" + paymentNo).is(200);
  }

  private static String text(Answer pdf) {
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
