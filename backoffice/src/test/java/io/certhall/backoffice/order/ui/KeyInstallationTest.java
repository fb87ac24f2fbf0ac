package io.certhall.backoffice.order.ui;

import static io.certhall.backoffice.support.AgentInPage.token;
import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import io.certhall.backoffice.key.AgentSettings;
import io.certhall.backoffice.key.KeyAgentPort;
import io.certhall.backoffice.key.PageOrigin;
import io.certhall.backoffice.support.AgentInPage;
import io.certhall.backoffice.support.AgentInPage.Asked;
import io.certhall.backoffice.support.AgentInPage.OnKey;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.TestCertificates;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.issuance.KeyProofs;
import io.certhall.processes.issuance.SelfUpdate;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
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
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyInstallationTest extends ViewTest {

  private static final String CSR = "-----BEGIN CERTIFICATE REQUEST-----";

  private final Orders orders;
  private final TestSteps steps;
  private final DSLContext dsl;
  private final Actor holder;
  private final TestCertificates.Issued issued;
  private final String orderNo;
  private final KeyAgentPort port;
  private final KeyInstallation installation;
  private final AgentInPage agent = new AgentInPage();
  private KeyPair pair = new KeyPair(null, null);
  private byte[] der = {};
  private int changes;
  private int written;

  KeyInstallationTest(
      Fixtures fixtures,
      TestOrders testOrders,
      TestCertificates certificates,
      TestSteps steps,
      Orders orders,
      SelfUpdate update,
      KeyProofs proofs,
      AgentSettings settings,
      DSLContext dsl) {
    this.orders = orders;
    this.steps = steps;
    this.dsl = dsl;
    this.holder = fixtures.approvedApplicant(TestOrders.HALL);
    this.issued = certificates.issue(holder, 80);
    OrderForm.ItemForm item =
        new OrderForm.ItemForm(null, null, 0, 1, List.of(), false, issued.serial());
    OrderForm base = TestOrders.form(null, item);
    this.orderNo =
        testOrders.draft(
            holder,
            new OrderForm(
                TestOrders.HALL,
                Service.RENEW,
                Holder.ORGANISATION,
                List.of(item),
                base.agent(),
                base.delivery(),
                base.invoice(),
                base.agreements()));
    this.port = new KeyAgentPort(settings);
    this.installation = new KeyInstallation(port, settings, update, proofs, holder);
  }

  @BeforeEach
  void the_key_has_a_certificate() throws Exception {
    Instant now = Instant.now();
    pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    der =
        new X509v3CertificateBuilder(
                new X500Name("CN=测试CA"),
                new BigInteger(issued.serial(), 16),
                Date.from(now),
                Date.from(now.plusSeconds(3600)),
                new X500Name("CN=holder"),
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
            .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
            .getEncoded();
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.DER, der)
        .where(CERTIFICATE.SERIAL.eq(issued.serial()))
        .execute();
    UI.getCurrent().add(port);
    signIn(holder);
  }

  private Order.Item item() {
    return orders.items(orderNo).getFirst();
  }

  private void read() {
    installation.read(orderNo, item(), () -> changes++);
  }

  private void install() {
    installation.install(orderNo, item(), () -> written++, () -> changes++);
  }

  private AgentInPage.Token plugged(String serial) {
    return token(serial, false, new OnKey(issued.serial(), "CN=holder", "CN=测试CA"));
  }

  private Map<String, ?> proof(String challenge) throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(
        ("certhall-key:" + PageOrigin.of(VaadinRequest.getCurrent()) + ":" + challenge)
            .getBytes(StandardCharsets.UTF_8));
    Base64.Encoder base64 = Base64.getEncoder();
    return Map.of(
        "certificate", base64.encodeToString(der),
        "signature", base64.encodeToString(signature.sign()),
        "algorithm", "SHA256withRSA");
  }

  private void waitsFor(TaskQueue queue, OrderState state) {
    steps.arrive(orderNo, "self-update." + queue.code(), state, queue);
  }

  @Test
  @Tag("GS-77")
  void the_right_key_proves_itself_and_its_request_is_taken() throws Exception {
    waitsFor(TaskQueue.UPDATE, OrderState.UPDATE_PENDING);
    read();
    agent.plugged(token("OTHER-1", false), plugged(issued.keySerial()));
    Asked asked = Objects.requireNonNull(agent.asked());
    assertThat(asked.path()).isEqualTo("/v1/csr");
    assertThat(asked.text("token")).isEqualTo(issued.keySerial());
    assertThat(asked.text("certificate")).isEqualTo(issued.serial());

    agent.answers(Map.of("csr", CSR, "proof", proof(asked.text("challenge"))));

    assertThat(item().signingCsr()).isEqualTo(CSR);
    assertThat(item().status()).isEqualTo(ItemStatus.IN_PROGRESS);
    assertThat(changes).isEqualTo(1);
  }

  @Test
  void a_wrong_key_is_refused_before_a_pair_is_made_on_it() {
    waitsFor(TaskQueue.UPDATE, OrderState.UPDATE_PENDING);
    read();

    Throwable refused = catchThrowable(() -> agent.plugged(plugged("OTHER-1")));

    assertThat(codeOf(refused)).isEqualTo("KEY_MISMATCH");
    assertThat(agent.asked()).isNull();
    assertThat(item().signingCsr()).isNull();
  }

  @Test
  void a_key_that_does_not_prove_itself_is_refused() throws Exception {
    waitsFor(TaskQueue.UPDATE, OrderState.UPDATE_PENDING);
    read();
    agent.plugged(plugged(issued.keySerial()));
    Map<String, ?> stale = Map.of("csr", CSR, "proof", proof("another challenge"));

    Throwable refused = catchThrowable(() -> agent.answers(stale));

    assertThat(codeOf(refused)).isEqualTo("KEY_PROOF_INVALID");
    assertThat(item().signingCsr()).isNull();
  }

  @Test
  @Tag("GS-81")
  void a_wrong_pin_is_no_failed_write_and_a_fault_of_the_key_is() {
    waitsFor(TaskQueue.UPDATE, OrderState.UPDATE_PENDING);
    toBeWritten();

    install();
    assertThat(agent.refuses("PIN_WRONG").text("envelopedKey")).isEqualTo("CAg=");
    assertThat(item().status()).isNotEqualTo(ItemStatus.FAILED);

    install();
    agent.refuses("TOKEN_FAILED");
    assertThat(item().status()).isEqualTo(ItemStatus.FAILED);
    assertThat(written).isZero();
  }

  @Test
  void a_written_pair_is_reported() {
    toBeWritten();

    install();
    agent.answers(Map.of("written", true));

    assertThat(item().status()).isEqualTo(ItemStatus.DONE);
    assertThat(written).isEqualTo(1);
  }

  /** As issued for the key. */
  private void toBeWritten() {
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.ORDER_NO, orderNo)
        .where(CERTIFICATE.MEDIUM_SERIAL.eq(issued.keySerial()))
        .execute();
    String twin =
        dsl.select(CERTIFICATE.PAIR_SERIAL)
            .from(CERTIFICATE)
            .where(CERTIFICATE.SERIAL.eq(issued.serial()))
            .fetchSingle(CERTIFICATE.PAIR_SERIAL);
    dsl.insertInto(KEY_ESCROW)
        .set(KEY_ESCROW.ENCRYPTION_SERIAL, twin)
        .set(KEY_ESCROW.WRAPPED_KEY, new byte[] {7})
        .set(KEY_ESCROW.ENVELOPED_KEY, new byte[] {8, 8})
        .set(KEY_ESCROW.CREATED_AT, Instant.now())
        .execute();
    waitsFor(TaskQueue.INSTALL, OrderState.UPDATE_PENDING);
  }

  private static String codeOf(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal.code();
      }
    }
    throw new AssertionError("no refusal", thrown);
  }
}
