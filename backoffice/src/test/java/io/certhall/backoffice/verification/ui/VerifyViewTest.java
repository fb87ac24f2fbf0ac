package io.certhall.backoffice.verification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.upload.Upload;
import io.certhall.backoffice.support.Screen;
import io.certhall.backoffice.support.TestCertificates;
import io.certhall.processes.certificate.CaCertificateRegister;
import io.certhall.processes.support.TestAuthority;
import io.certhall.processes.support.TestOrders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VerifyViewTest extends Screen {

  private static final byte[] FILE = "投标文件".getBytes(StandardCharsets.UTF_8);

  private final CaCertificateRegister authorities;
  private final TestCertificates certificates;
  private final TestOrders orders;

  VerifyViewTest(
      CaCertificateRegister authorities, TestCertificates certificates, TestOrders orders) {
    this.authorities = authorities;
    this.certificates = certificates;
    this.orders = orders;
  }

  @Test
  void a_guest_comes_from_the_halls_page_and_finds_a_certificate_by_its_number() {
    TestAuthority.publish(authorities, TestOrders.HALL);
    String serial = certificates.issue(orders.applicant(), 30).serial();
    open("halls/gscamce");
    assertThat(words()).contains("证书查询与验签");
    open("verify");

    type("证书序列号", serial);
    click("按序列号查询");

    assertThat(words()).contains("有效", serial, "下载证书链");
  }

  @Test
  void a_number_that_is_none_or_unknown_is_told_at_the_field() {
    open("verify");

    type("证书序列号", "不是序列号");
    click("按序列号查询");
    assertThat(words()).contains("8 至 40 位十六进制数字");

    type("证书序列号", "FFEEDDCCBBAA");
    click("按序列号查询");
    assertThat(words()).contains("没有找到符合条件的证书");

    click("按单位查询");
    assertThat(words()).contains("统一社会信用代码");
  }

  @Test
  void a_certificate_file_is_judged_by_its_chain_and_status() {
    TestAuthority.publish(authorities, TestOrders.HALL);
    String serial = certificates.issue(orders.applicant(), 30, "NORMAL").serial();
    open("verify");
    click("核验证书");
    assertThat(words()).contains("请选择文件");

    uploaded(0, TestAuthority.issues(serial).der());
    click("核验证书");
    assertThat(words()).contains("有效", serial);

    uploaded(0, TestAuthority.forges(serial).der());
    click("核验证书");
    assertThat(words()).contains("不是本平台签发");
  }

  @Test
  void a_signature_is_verified_or_the_reason_is_told_in_english_too() {
    TestAuthority.publish(authorities, TestOrders.HALL);
    TestAuthority.Holder holder =
        TestAuthority.issues(certificates.issue(orders.applicant(), 30).serial());
    UI.getCurrent().setLocale(Locale.ENGLISH);
    open("verify");

    uploaded(1, FILE);
    uploaded(2, holder.signsCms(FILE));
    click("Verify the signature");
    assertThat(words()).contains("The signature is valid");

    uploaded(1, new byte[] {1});
    click("Verify the signature");
    assertThat(words()).contains("file or signature was changed");
  }

  private void uploaded(int field, byte[] content) {
    upload(findInView(Upload.class).all().get(field), "file", content);
  }
}
