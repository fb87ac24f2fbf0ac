package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.Applications.collected;
import static io.certhall.workers.lifecycle.Applications.item;
import static io.certhall.workers.lifecycle.Applications.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.task.TaskQueue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 山东: pictures only; loss reports work at once; renewals in two steps at the key. */
@LifecycleTest
class SdAcceptanceTest {

  private static final String HALL = "sdca";

  private final Visits visits;
  private final HallStaff staff;
  private final Fulfilment fulfilment;
  private final SentMessages messages;

  SdAcceptanceTest(Visits visits, HallStaff staff, Fulfilment fulfilment, SentMessages messages) {
    this.visits = visits;
    this.staff = staff;
    this.fulfilment = fulfilment;
    this.messages = messages;
  }

  @Test
  @Tag("AC-32")
  @Tag("SD-22")
  @Tag("SD-24")
  @Tag("SD-25")
  @Tag("SD-26")
  @Tag("SD-27")
  @Tag("SD-28")
  @Tag("SD-42")
  void ac_32_pictures_only_and_a_letter_at_the_counter() {
    Visit visit = visits.at(HALL);
    String orderNo =
        visit.drafts(collected(visit.form(Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL"))));
    assertThat(visit.materials(orderNo))
        .extracting(MaterialView::code)
        .containsExactly("INFO_FORM", "OPERATOR_ID", "AUTHORISATION", "LICENCE");
    assertThatThrownBy(
            () ->
                visit.attaches(
                    orderNo, "INFO_FORM", "采集表.tiff", SampleFiles.picture("tiff", 300, 300)))
        .hasMessageContaining("UNSUPPORTED_TYPE");
    assertThatThrownBy(() -> visit.attaches(orderNo, "OPERATOR_ID", "身份证.pdf", SampleFiles.pdf()))
        .hasMessageContaining("UNSUPPORTED_TYPE");
    assertThat(visit.materials(orderNo))
        .allSatisfy(
            material ->
                assertThat(material.formats()).containsExactly("jpg", "jpeg", "bmp", "gif"));
    visit.materials(orderNo).forEach(material -> visit.attaches(orderNo, material));
    visit.submits(orderNo);
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    staff.approves(orderNo);
    visit.pays(orderNo, PaymentMethod.WECHAT);
    visit.reaches(orderNo, OrderState.ISSUE_PENDING);
    staff.produces(orderNo);
    visit.reaches(orderNo, OrderState.PICKUP_PENDING);

    assertThatThrownBy(() -> staff.handsOver(orderNo, "王五", "001X", false))
        .hasMessageContaining("LETTER_MISSING");
    staff.handsOver(orderNo, "王五", "001X", true);
    visit.reaches(orderNo, OrderState.COMPLETED);
  }

  @Test
  @Tag("AC-34")
  @Tag("SD-12")
  @Tag("SD-38")
  @Tag("SD-39")
  void ac_34_a_loss_report_works_at_once_and_its_lift_after_a_review() {
    Visit visit = visits.at(HALL);
    CertificateRow certificate =
        fulfilment
            .of(visit, visit.form(Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")))
            .getFirst();

    String report = visit.submits(visit.form(Service.REPORT_LOSS, on(certificate)));
    assertThat(visit.now(certificate).state()).isEqualTo("SUSPENDED");
    assertThat(messages.bySms(report)).contains("MSG-62");
    visit.reaches(report, OrderState.REVIEW_PENDING);
    staff.approves(report);
    visit.reaches(report, OrderState.COMPLETED);

    String lift = visit.submits(visit.form(Service.CANCEL_LOSS, on(certificate)));
    visit.reaches(lift, OrderState.REVIEW_PENDING);
    assertThat(visit.now(certificate).state()).isEqualTo("SUSPENDED");
    staff.approves(lift);
    visit.reaches(lift, OrderState.COMPLETED);
    assertThat(visit.now(certificate).state()).isEqualTo("NORMAL");
  }

  @Test
  @Tag("AC-34")
  @Tag("SD-39")
  void ac_34_a_loss_report_of_an_unknown_certificate_waits_for_staff() {
    Visit visit = visits.at(HALL);
    ItemForm unknown = new ItemForm(null, null, 1, 1, List.of(), false, "0123456789ABCDEF");

    String report = visit.submits(visit.form(Service.REPORT_LOSS, unknown));

    visit.reaches(report, OrderState.REVIEW_PENDING);
    assertThat(staff.tasks(staff.reviewer, TaskQueue.REVIEW, report)).hasSize(1);
    assertThat(messages.bySms(report)).doesNotContain("MSG-62");
  }

  @Test
  @Tag("SD-30")
  @Tag("SD-31")
  @Tag("SD-33")
  @Tag("SD-34")
  void a_renewal_updates_the_certificate_and_then_writes_the_seals() {
    Visit visit = visits.at(HALL);
    CertificateRow certificate =
        fulfilment
            .of(visit, visit.form(Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")))
            .getFirst();
    visit.expiring(certificate, Duration.ofDays(60));

    String orderNo = visit.submits(visit.form(Service.RENEW, on(certificate)));
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    staff.approves(orderNo);
    visit.pays(orderNo, PaymentMethod.WECHAT);
    visit.plugsIn(orderNo, 1, certificate);
    visit.reports(orderNo, 1, true);
    assertThat(visit.reaches(orderNo, OrderState.UPDATE_PENDING).completedAt()).isNull();
    visit.reports(orderNo, 1, true);

    visit.reaches(orderNo, OrderState.COMPLETED);
    assertThat(visit.issued(orderNo).getFirst().notAfter())
        .isAfter(visit.now(certificate).notAfter().plus(Duration.ofDays(300)));
  }
}
