package io.certhall.backoffice.order.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.Service;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages of the halls other than Gansu, where they show something of their own. */
class OtherHallsPagesTest extends Screen {

  private final Fixtures fixtures;
  private final TestOrders orders;
  private final TestCertificates certificates;
  private final CertificateRegister register;
  private final OrganisationProfiles profiles;

  OtherHallsPagesTest(
      Fixtures fixtures,
      TestOrders orders,
      TestCertificates certificates,
      CertificateRegister register,
      OrganisationProfiles profiles) {
    this.fixtures = fixtures;
    this.orders = orders;
    this.certificates = certificates;
    this.register = register;
    this.profiles = profiles;
  }

  @Test
  @Tag("ZR-06")
  @Tag("ZR-10")
  void a_legal_representatives_block_shows_his_number_years_price_and_the_price_list() {
    Actor applicant = fixtures.approvedApplicant("chinagas");
    OrganisationView unit = profiles.of(applicant).orElseThrow();
    String draft =
        orders.draft(applicant, in("chinagas", TestOrders.item(CertificateType.ORG, "OFFICIAL")));
    signIn(applicant);
    open("orders/" + draft + "/edit/certificates");
    assertThat(words()).doesNotContain("法定代表人：");

    certificateType().setValue(CertificateType.LEGAL_REP);

    assertThat(words())
        .contains("法定代表人：" + unit.legalRepName())
        .contains(unit.legalRepIdNo())
        .contains("价格含年度认证、电子签章和介质")
        .contains("证书年限")
        .contains("申请证书（份）")
        .contains("¥");
    assertThat(findInView(Anchor.class).withText("收费标准").single().getHref())
        .isEqualTo("halls/chinagas/prices");
  }

  @Test
  @Tag("ZR-23")
  void an_order_of_china_gas_tells_maker_review_payment_and_each_item_with_its_price() {
    Actor applicant = fixtures.approvedApplicant("chinagas");
    String orderNo =
        orders.draft(applicant, in("chinagas", TestOrders.item(CertificateType.ORG, "OFFICIAL")));
    orders.change(orderNo, OrderChange.of().payStatus(PayStatus.UNPAID));
    signIn(applicant);

    open("orders/" + orderNo);

    assertThat(words())
        .contains(Times.minute(orders.order(orderNo).createdAt()))
        .contains("制证厂商")
        .contains("中燃电子招标采购服务有限公司")
        .contains("未审核")
        .contains("未支付")
        .contains("企业机构证书")
        .contains("¥400.00 × 1");
  }

  @Test
  @Tag("SD-32")
  void a_renewal_to_be_written_tells_project_company_code_and_current_expiry() {
    Actor applicant = fixtures.approvedApplicant("sdca");
    OrganisationView unit = profiles.of(applicant).orElseThrow();
    String serial = certificates.issued(applicant, "sdca", "OFFICIAL");
    certificates.endsIn(serial, Duration.ofDays(20));
    certificates.names(serial, unit.name());
    String orderNo =
        orders.draft(
            applicant,
            certificates.form(
                "sdca",
                Service.RENEW,
                new OrderForm.ItemForm(null, null, 1, 1, List.of(), false, serial)));
    orders.move(orderNo, OrderState.UPDATE_PENDING);
    signIn(applicant);

    open("orders/" + orderNo);

    assertThat(words())
        .contains("山东")
        .contains(orderNo)
        .contains(unit.name())
        .contains(unit.creditCode())
        .contains(serial)
        .contains("当前有效期至 " + Times.day(register.find(serial).orElseThrow().notAfter()))
        .contains("驱动下载")
        .contains("注意事项")
        .contains("帮助");
  }

  @Test
  @Tag("ZR-03")
  void ones_account_leads_to_organisation_orders_certificates_and_revocations() {
    signIn(fixtures.applicant());

    open("account");

    assertThat(words()).contains("我的账户").contains("用户名");
    assertThat(findInView(Anchor.class).all())
        .extracting(Anchor::getHref)
        .contains("organisation", "orders", "certificates", "orders?service=REVOKE");
  }

  private static OrderForm in(String hall, OrderForm.ItemForm... items) {
    OrderForm form = TestOrders.form(null, items);
    return new OrderForm(
        hall,
        form.service(),
        form.holder(),
        form.items(),
        form.agent(),
        form.delivery(),
        form.invoice(),
        List.of());
  }

  @SuppressWarnings("unchecked")
  private Select<CertificateType> certificateType() {
    return (Select<CertificateType>) findInView(Select.class).withLabel("证书类型").all().getFirst();
  }
}
