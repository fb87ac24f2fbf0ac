package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.Applications.collected;
import static io.certhall.workers.lifecycle.Applications.item;
import static io.certhall.workers.lifecycle.Applications.ofPerson;
import static io.certhall.workers.lifecycle.Applications.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.secret.SecretDeliveries;
import io.certhall.processes.secret.SecretDelivery;
import io.certhall.processes.support.Fresh;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 宿迁CFCA: units and individuals; pay after review. */
@LifecycleTest
class CfcaAcceptanceTest {

  private static final String HALL = "cfca-suqian";

  private final Visits visits;
  private final HallStaff staff;
  private final Fulfilment fulfilment;
  private final SecretDeliveries secrets;

  CfcaAcceptanceTest(
      Visits visits, HallStaff staff, Fulfilment fulfilment, SecretDeliveries secrets) {
    this.visits = visits;
    this.staff = staff;
    this.fulfilment = fulfilment;
    this.secrets = secrets;
  }

  @Test
  @Tag("AC-19")
  @Tag("CFCA-10")
  @Tag("CFCA-11")
  @Tag("CFCA-33")
  @Tag("CFCA-34")
  @Tag("CFCA-35")
  @Tag("CFCA-37")
  void ac_19_two_keys_of_a_unit_for_three_years_are_paid_issued_and_handed_over() {
    Visit visit = visits.at(HALL);
    String orderNo =
        visit.submits(
            collected(
                visit.form(
                    Service.NEW,
                    item(CertificateType.ORG, 3, "OFFICIAL"),
                    item(CertificateType.ORG, 3, "OFFICIAL"))));
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    staff.approves(orderNo);
    assertThat(visit.reaches(orderNo, OrderState.PAYMENT_PENDING).dueFen()).isEqualTo(130_000);
    visit.pays(orderNo, PaymentMethod.WECHAT);
    visit.reaches(orderNo, OrderState.ISSUE_PENDING);
    staff.produces(orderNo);
    visit.reaches(orderNo, OrderState.PICKUP_PENDING);
    staff.handsOver(orderNo, "王五", "001X", true);
    visit.reaches(orderNo, OrderState.COMPLETED);

    assertThat(visit.issued(orderNo)).hasSize(2).allMatch(row -> row.years() == 3);
    assertThat(visit.settings().pin().initial()).isEqualTo("123456");
    assertThat(secrets.of(visit.applicant, orderNo))
        .hasSize(2)
        .allMatch(SecretDelivery::mustChange);
    assertThat(visit.steps(orderNo)).contains("PICKED_UP");
  }

  @Test
  @Tag("AC-21")
  @Tag("CFCA-05")
  @Tag("CFCA-21")
  @Tag("CFCA-28")
  @Tag("CFCA-29")
  @Tag("CFCA-30")
  void ac_21_an_agent_of_an_individual_shows_his_own_card() {
    Visit visit = visits.at(HALL);
    OrderForm form = visit.form(Service.NEW, item(CertificateType.PERSON, 1, "SIGNATURE"));
    String himself = visit.drafts(ofPerson(form, person(), null));
    assertThat(visit.materials(himself))
        .extracting(MaterialView::code)
        .contains("APPLICANT_ID", "APPLICATION_FORM")
        .doesNotContain("AGENT_ID");

    String represented = visit.drafts(ofPerson(form, person(), visit.agent));
    visit.materials(represented).stream()
        .filter(material -> !material.code().equals("AGENT_ID"))
        .forEach(material -> visit.attaches(represented, material));
    assertThatThrownBy(() -> visit.submits(represented)).hasMessageContaining("MATERIAL_MISSING");
    visit.materials(represented).stream()
        .filter(material -> material.code().equals("AGENT_ID"))
        .forEach(material -> visit.attaches(represented, material));
    visit.submits(represented);

    visit.reaches(represented, OrderState.REVIEW_PENDING);
    assertThat(visit.order(represented).totalFen()).isEqualTo(12_000);
  }

  @Test
  @Tag("CFCA-06")
  @Tag("CFCA-08")
  @Tag("CFCA-32")
  void an_unlocking_is_reviewed_and_done_in_a_remote_session_for_nothing() {
    Visit visit = visits.at(HALL);
    CertificateRow certificate =
        fulfilment
            .of(visit, visit.form(Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")))
            .getFirst();

    String orderNo = visit.submits(visit.form(Service.UNLOCK, on(certificate)));
    assertThat(visit.reaches(orderNo, OrderState.REVIEW_PENDING).totalFen()).isZero();
    staff.approves(orderNo);
    visit.reaches(orderNo, OrderState.REMOTE_PENDING);
    staff.holdsSession(orderNo, true, "已重置口令");

    visit.reaches(orderNo, OrderState.COMPLETED);
    assertThat(visit.now(certificate).state()).isEqualTo("NORMAL");
  }

  @Test
  @Tag("CFCA-03")
  @Tag("CFCA-06")
  void a_renewal_is_written_with_the_key_plugged_in() {
    Visit visit = visits.at(HALL);
    CertificateRow certificate =
        fulfilment
            .of(visit, visit.form(Service.NEW, item(CertificateType.ORG, 1, "OFFICIAL")))
            .getFirst();
    visit.expiring(certificate, Duration.ofDays(60));

    String orderNo = visit.submits(visit.form(Service.RENEW, on(certificate)));
    visit.reaches(orderNo, OrderState.REVIEW_PENDING);
    staff.approves(orderNo);
    assertThat(visit.reaches(orderNo, OrderState.PAYMENT_PENDING).dueFen()).isEqualTo(20_000);
    visit.pays(orderNo, PaymentMethod.ALIPAY);
    visit.plugsIn(orderNo, 1, certificate);
    visit.reports(orderNo, 1, true);

    visit.reaches(orderNo, OrderState.COMPLETED);
    assertThat(visit.issued(orderNo).getFirst().notAfter()).isAfter(certificate.notAfter());
  }

  private static PersonForm person() {
    return new PersonForm(
        "赵六", IdentityDocument.RESIDENT_ID, Fresh.idNo(), Fresh.phone(), "zhao@example.com");
  }
}
