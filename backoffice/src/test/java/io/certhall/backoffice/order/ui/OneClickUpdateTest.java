package io.certhall.backoffice.order.ui;

import static io.certhall.backoffice.support.AgentInPage.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinRequest;
import io.certhall.backoffice.key.PageOrigin;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.support.AgentInPage;
import io.certhall.backoffice.support.AgentInPage.Asked;
import io.certhall.backoffice.support.AgentInPage.OnKey;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A renewal of China Gas, updated with one click. */
class OneClickUpdateTest extends Screen {

  private final TestOrders testOrders;
  private final TestCertificates certificates;
  private final TestSteps steps;
  private final Orders orders;
  private final CertificateRegister register;
  private final OrderChangeBroadcaster broadcaster;
  private final Actor holder;
  private final String serial;
  private final String orderNo;
  private final AgentInPage agent = new AgentInPage();
  private KeyPair pair = new KeyPair(null, null);
  private byte[] der = {};

  OneClickUpdateTest(
      Fixtures fixtures,
      TestOrders testOrders,
      TestCertificates certificates,
      TestSteps steps,
      Orders orders,
      CertificateRegister register,
      OrganisationProfiles profiles,
      OrderChangeBroadcaster broadcaster) {
    this.testOrders = testOrders;
    this.certificates = certificates;
    this.steps = steps;
    this.orders = orders;
    this.register = register;
    this.broadcaster = broadcaster;
    this.holder = fixtures.approvedApplicant("chinagas");
    this.serial = certificates.issued(holder, "chinagas", "OFFICIAL");
    certificates.endsIn(serial, Duration.ofDays(20));
    certificates.names(serial, profiles.of(holder).orElseThrow().name());
    this.orderNo =
        this.testOrders.draft(
            holder,
            certificates.form(
                "chinagas",
                Service.RENEW,
                new OrderForm.ItemForm(null, null, 1, 1, List.of(), false, serial)));
  }

  @BeforeEach
  void the_order_waits_for_its_key() throws Exception {
    Instant now = Instant.now();
    pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    der =
        new X509v3CertificateBuilder(
                new X500Name("CN=测试CA"),
                new BigInteger(serial, 16),
                Date.from(now),
                Date.from(now.plusSeconds(3600)),
                new X500Name("CN=holder"),
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
            .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
            .getEncoded();
    certificates.content(serial, der);
    steps.arrive(orderNo, "self-update.update", OrderState.UPDATE_PENDING, TaskQueue.UPDATE);
    signIn(holder);
    open("orders/" + orderNo);
  }

  @Test
  @Tag("ZR-27")
  void one_click_reads_the_key_asks_the_pin_again_and_shows_the_new_validity() throws Exception {
    click("一键更新");
    latestAgentReadsTheKey();
    assertThat(item().status()).isEqualTo(ItemStatus.IN_PROGRESS);
    assertThat(agent.asked()).isNull();

    String renewed = issued();
    assertThat(Objects.requireNonNull(agent.asked()).path()).isEqualTo("/v1/certificates");
    agent.answers(Map.of("written", true));

    assertThat(item().status()).isEqualTo(ItemStatus.DONE);
    String until = "新有效期至 " + Times.day(register.find(renewed).orElseThrow().notAfter());
    assertThat(told()).contains("更新成功，" + until);
    open("orders/" + orderNo);
    assertThat(words()).contains("已更新", until);
  }

  @Test
  @Tag("ZR-27")
  void an_agent_that_is_not_the_latest_is_to_be_installed_first() {
    click("一键更新");
    agent.answers(Map.of("version", 0));

    assertThat(words()).contains("介质助手不是最新版，请安装", "最新为版本1");
    assertThat(agent.asked()).isNull();
    assertThat(item().signingCsr()).isNull();
  }

  @Test
  void without_an_agent_the_page_says_what_to_install() {
    click("一键更新");
    agent.refuses("AGENT_ABSENT");

    assertThat(words()).contains("没有找到介质助手");
    assertThat(item().status()).isNotEqualTo(ItemStatus.FAILED);
  }

  @Test
  @Tag("ZR-27")
  void a_wrong_pin_the_second_time_is_asked_again_on_demand() throws Exception {
    click("一键更新");
    latestAgentReadsTheKey();
    issued();

    agent.refuses("PIN_WRONG");

    assertThat(words()).contains("口令不对");
    assertThat(item().status()).isNotEqualTo(ItemStatus.FAILED);
    click("用介质助手写入");
    agent.answers(Map.of("written", true));
    assertThat(item().status()).isEqualTo(ItemStatus.DONE);
  }

  @Test
  void a_window_that_did_not_begin_the_update_asks_for_no_pin() throws Exception {
    click("一键更新");
    latestAgentReadsTheKey();
    signIn(holder);
    open("orders/" + orderNo);

    issued();

    assertThat(agent.asked()).isNull();
    assertThat(offers("用介质助手写入")).isTrue();
  }

  private Order.Item item() {
    return orders.items(orderNo).getFirst();
  }

  private void latestAgentReadsTheKey() throws Exception {
    assertThat(Objects.requireNonNull(agent.asked()).path()).isEqualTo("/v1/status");
    agent.answers(Map.of("version", 1));
    agent.plugged(
        token(
            TestCertificates.key(serial),
            false,
            new OnKey(serial, "CN=holder", TestCertificates.ISSUER)));
    Asked asked = Objects.requireNonNull(agent.asked());
    assertThat(asked.path()).isEqualTo("/v1/csr");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(
        ("certhall-key:"
                + PageOrigin.of(VaadinRequest.getCurrent())
                + ":"
                + asked.text("challenge"))
            .getBytes(StandardCharsets.UTF_8));
    Base64.Encoder base64 = Base64.getEncoder();
    agent.answers(
        Map.of(
            "csr",
            "-----BEGIN CERTIFICATE REQUEST-----",
            "proof",
            Map.of(
                "certificate",
                base64.encodeToString(der),
                "signature",
                base64.encodeToString(signature.sign()),
                "algorithm",
                "SHA256withRSA")));
  }

  /** The CA has issued the pair and the order waits for it to be written. */
  private String issued() {
    String renewed = certificates.pairFor(orderNo, 1, TestCertificates.key(serial));
    certificates.endsIn(renewed, Duration.ofDays(385));
    steps.arrive(orderNo, "self-update.install", OrderState.UPDATE_PENDING, TaskQueue.INSTALL);
    broadcaster.changed(orderNo);
    settle();
    return renewed;
  }
}
