package io.certhall.backoffice.certificate.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Screen;
import io.certhall.backoffice.support.TestCertificates;
import io.certhall.backoffice.support.TestCertificates.Issued;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CertificateViewsTest extends Screen {

  private final TestOrders orders;
  private final TestCertificates certificates;

  CertificateViewsTest(TestOrders orders, TestCertificates certificates) {
    this.orders = orders;
    this.certificates = certificates;
  }

  @Test
  @Tag("GS-30")
  void the_list_tells_how_long_each_is_good_and_offers_the_renewal_of_those_ticked() {
    Actor holder = orders.applicant();
    Issued expiring = certificates.issue(holder, 30);
    Issued suspended = certificates.issue(holder, 200, "SUSPENDED");
    signIn(holder);
    open("halls/gscamce");

    open("certificates");

    assertThat(words())
        .contains(expiring.serial())
        .contains(expiring.keySerial())
        .contains("即将到期")
        .contains(suspended.serial())
        .contains("已挂失")
        .contains("已选 0 张");
    assertThat(button("续期").isEnabled()).isFalse();

    findInView(Checkbox.class).all().getFirst().setValue(true);
    test(button("续期")).click();

    assertThat(words()).contains("续期申请");
  }

  @Test
  @Tag("GS-29")
  void ticking_one_that_cant_be_renewed_says_which_and_why() {
    Actor holder = orders.applicant();
    certificates.issue(holder, 30);
    certificates.issue(holder, 200);
    signIn(holder);
    open("halls/gscamce");
    open("certificates");

    findInView(Checkbox.class).all().forEach(box -> box.setValue(true));
    test(button("续期")).click();

    assertThat(told()).contains("不能办理续期").contains("证书到期前90天内才能续期");
    assertThat(words()).contains("已选 2 张");
  }

  @Test
  @Tag("GS-23")
  void the_page_of_a_certificate_offers_what_fits_and_says_why_the_rest_does_not() {
    Actor holder = orders.applicant();
    Issued fresh = certificates.issue(holder, 200);
    signIn(holder);

    open("certificates/" + fresh.serial());

    assertThat(words()).contains("可办业务").contains("证书到期前90天内才能续期").contains("变动记录").contains("公章");
    assertThat(button("续期").isEnabled()).isFalse();
    assertThat(button("解除挂失").isEnabled()).isFalse();
    assertThat(button("挂失").isEnabled()).isTrue();
    assertThat(button("补办").isEnabled()).isTrue();
  }

  @Test
  void what_was_revoked_can_do_nothing_more() {
    Actor holder = orders.applicant();
    Issued revoked = certificates.issue(holder, 200, "REVOKED");
    signIn(holder);

    open("certificates/" + revoked.serial());

    assertThat(words()).contains("证书已注销，不能再办理业务");
    assertThat(findInView(Button.class).all().stream().filter(b -> b.isEnabled())).isEmpty();
  }

  @Test
  void seals_are_listed_with_the_certificate_they_are_bound_to() {
    Actor holder = orders.applicant();
    certificates.issue(holder, 200);
    signIn(holder);

    open("seals");

    assertThat(words()).contains("公章").contains("甘肃持证建设有限公司");
  }

  @Test
  void without_certificates_both_lists_say_what_to_do() {
    signIn(orders.applicant());

    open("certificates");
    assertThat(words()).contains("还没有证书");

    open("seals");
    assertThat(words()).contains("还没有印章");
  }

  @Test
  @Tag("GS-83")
  @Tag("GS-84")
  @Tag("AC-10")
  void an_own_locked_key_is_unlocked_at_once() {
    Actor holder = orders.applicant();
    Issued locked = certificates.issue(holder, 200, "LOCKED");
    signIn(holder);
    open("unlock/gscamce");

    unlock(locked.keySerial());

    assertThat(words()).contains("甘肃持证建设有限公司 已解锁");
    open("certificates/" + locked.serial());
    assertThat(words()).contains("正常").contains("解锁，状态：正常");
  }

  @Test
  @Tag("AC-10")
  void a_foreign_key_and_one_of_others_are_refused() {
    Issued others = certificates.issue(orders.applicant(), 200, "LOCKED");
    signIn(orders.applicant());
    open("unlock/gscamce");

    unlock("STRANGE-1");
    assertThat(words()).contains("不是本机构签发的");

    unlock(others.keySerial());
    assertThat(words()).contains("该介质属于其他用户");
  }

  private void unlock(String keySerial) {
    findInView(TextField.class).all().getLast().setValue(keySerial);
    test(findInView(Button.class).withText("初始化口令").all().getLast()).click();
  }

  private Button button(String text) {
    return findInView(Button.class).withText(text).single();
  }
}
