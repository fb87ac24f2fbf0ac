package io.certhall.backoffice.key;

import static io.certhall.backoffice.support.AgentInPage.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.certhall.backoffice.account.ui.LoginView;
import io.certhall.backoffice.certificate.ui.UnlockView;
import io.certhall.backoffice.support.AgentInPage;
import io.certhall.backoffice.support.AgentInPage.OnKey;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.TestCertificates;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AgentPagesTest extends ViewTest {

  private final Fixtures fixtures;
  private final TestCertificates certificates;
  private final CertificateQuery query;
  private final AgentInPage agent = new AgentInPage();

  AgentPagesTest(Fixtures fixtures, TestCertificates certificates, CertificateQuery query) {
    this.fixtures = fixtures;
    this.certificates = certificates;
    this.query = query;
  }

  private static OnKey named(String serial, String name) {
    return new OnKey(serial, "C=CN,CN=" + name, "CN=测试CA");
  }

  @Test
  @Tag("GS-11")
  void who_has_several_certificates_chooses_which_one_logs_in() {
    LoginView page = navigate(LoginView.class);
    press("介质登录");
    agent.plugged(token("T-1", false, named("01", "甲公司"), named("02", "乙公司")), token("T-2", false));
    assertThat(agent.asked()).as("nothing before the choice").isNull();

    RadioButtonGroup<?> group =
        find(RadioButtonGroup.class, find(KeyChoice.class, page).single()).single();
    test(group).selectItem("乙公司（测试CA），介质 mToken T-1");
    press("确定");

    var sign = Objects.requireNonNull(agent.asked());
    assertThat(sign.path()).isEqualTo("/v1/sign");
    assertThat(sign.text("token")).isEqualTo("T-1");
    assertThat(sign.text("certificate")).isEqualTo("02");
    assertThat(sign.text("challenge")).hasSizeGreaterThan(40);
  }

  @Test
  void one_certificate_needs_no_question_and_none_is_told() {
    LoginView page = navigate(LoginView.class);
    press("介质登录");
    agent.plugged(token("T-1", false, named("01", "甲公司")));
    assertThat(Objects.requireNonNull(agent.asked()).text("certificate")).isEqualTo("01");
    agent.refuses("PIN_WRONG");
    assertThat(words(page)).contains("口令不对");

    press("介质登录");
    agent.plugged(token("T-1", false));
    assertThat(words(page)).contains("介质里没有证书");
  }

  @Test
  @Tag("GS-83")
  void a_locked_key_is_unlocked_and_the_certificate_with_it() {
    Actor holder = fixtures.approvedApplicant(TestOrders.HALL);
    var issued = certificates.issue(holder, 80, "LOCKED");
    signIn(holder);
    Component page = unlockPage();

    press("读取介质并解锁");
    agent.plugged(
        token("FREE-1", false),
        token(issued.keySerial(), true, named(issued.serial(), "甘肃持证建设有限公司")));
    var unlock = Objects.requireNonNull(agent.asked());
    assertThat(unlock.path()).isEqualTo("/v1/unlock");
    assertThat(unlock.text("grant")).contains(".");
    assertThat(query.get(holder, issued.serial()).state())
        .as("locked until the key is reset")
        .isEqualTo("LOCKED");
    agent.answers(Map.of("unlocked", true));

    assertThat(words(page)).contains("甘肃持证建设有限公司");
    assertThat(query.get(holder, issued.serial()).state()).isEqualTo("NORMAL");
  }

  @Test
  @Tag("GS-84")
  void a_key_of_a_foreign_issuer_is_refused() {
    Actor holder = fixtures.approvedApplicant(TestOrders.HALL);
    var issued = certificates.issue(holder, 80, "LOCKED");
    signIn(holder);
    Component page = unlockPage();

    press("读取介质并解锁");
    agent.plugged(token(issued.keySerial(), true, new OnKey("77", "CN=甲", "CN=别家CA")));

    assertThat(agent.asked()).as("no grant for it").isNull();
    assertThat(words(page)).contains(issued.keySerial());
    assertThat(query.get(holder, issued.serial()).state()).isEqualTo("LOCKED");
  }

  private Component unlockPage() {
    return navigate("unlock/" + TestOrders.HALL, UnlockView.class);
  }
}
