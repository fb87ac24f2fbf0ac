package io.certhall.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Hall, browser, key agent and SoftHSM2, each a process of its own. */
class KeyJourneyTest {

  private static final String OURS = "ours";
  private static final String FOREIGN = "foreign";

  @TempDir static Path folder;

  private static RunningHall hall;
  private static RunningAgent agent;
  private static PreparingDesk desk;
  private static Chromium chromium;

  @RegisterExtension
  static final AfterTestExecutionCallback PICTURES_OF_FAILURE =
      test -> test.getExecutionException().ifPresent(failure -> chromium.pictures("failed-key"));

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(
        Chromium.isInstalled(), "no Chromium is installed: install the package chromium");
    Assumptions.assumeTrue(
        SoftToken.library().isPresent(), "SoftHSM2 is not installed (package softhsm2)");
    int port = RunningAgent.freePort();
    hall = RunningHall.start(folder.resolve("data"), "-Dcerthall.agent.port=" + port);
    desk = new PreparingDesk(folder.resolve("data"));
    agent =
        RunningAgent.start(
            port,
            folder,
            SoftToken.library().orElseThrow(),
            SoftToken.make(folder, OURS, FOREIGN),
            hall.address(),
            desk.address());
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (agent != null) {
      agent.close();
    }
    if (desk != null) {
      desk.close();
    }
    if (hall != null) {
      hall.close();
    }
  }

  @Test
  @Tag("GS-83")
  @Tag("GS-84")
  @Tag("AC-10")
  void a_locked_key_is_unlocked_through_the_page_and_a_foreign_one_is_not() throws Exception {
    String ours = issuedOn(OURS);
    String foreign = issuedOn(FOREIGN);
    certifiedElsewhere(foreign);
    lock(ours);
    lock(foreign);
    Screen screen = chromium.open(hall.address());
    screen.signIn("demo-applicant");
    screen.go("/unlock/gscamce");

    screen.press("读取介质并解锁");
    type(screen, Map.of("code", agent.pairingCode()));
    choose(screen, foreign);
    screen.sees("不是本机构");
    screen.fittingPicture("key-foreign");

    screen.press("读取介质并解锁");
    choose(screen, ours);
    type(screen, Map.of("newPin", "246802"));
    screen.sees("已解锁");
    screen.fittingPicture("key-unlocked");

    assertThat(change(ours, "246802", "864208").status()).isEqualTo(200);
    assertThat(change(foreign, SoftToken.PIN, "864208").code()).isEqualTo("PIN_LOCKED");
  }

  /** A certificate of the hall is on this token, whose officer the hall is. */
  private String issuedOn(String label) {
    String serial = agent.serial(desk.address(), label);
    assertThat(desk.prepare(agent, serial, SoftToken.PIN).status()).isEqualTo(200);
    RestOrder order = RestOrder.draft(new HallClient(hall.address()));
    order.submit();
    order.approve();
    order.reaches("PAYMENT_PENDING").pay();
    order.reaches("ISSUE_PENDING").produce(serial);
    order.ship();
    order.reaches("SHIPPED").receive();
    order.reaches("COMPLETED");
    return serial;
  }

  /** What is on the token says another issuer. */
  private void certifiedElsewhere(String token) throws Exception {
    String csr =
        agent
            .ask(
                desk.address(),
                "/v1/csr",
                Map.of(
                    "token",
                    token,
                    "pin",
                    SoftToken.PIN,
                    "algorithm",
                    "RSA_2048",
                    "subject",
                    "CN=elsewhere"))
            .body()
            .path("csr")
            .asString("");
    var request =
        new PKCS10CertificationRequest(
            Base64.getMimeDecoder().decode(csr.replaceAll("-----[A-Z ]+-----", "")));
    KeyPair ca = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    Instant now = Instant.now();
    byte[] certificate =
        new X509v3CertificateBuilder(
                new X500Name("CN=Another CA"),
                BigInteger.valueOf(4711),
                Date.from(now.minusSeconds(60)),
                Date.from(now.plusSeconds(86_400)),
                request.getSubject(),
                request.getSubjectPublicKeyInfo())
            .build(new JcaContentSignerBuilder("SHA256withRSA").build(ca.getPrivate()))
            .getEncoded();
    assertThat(
            agent
                .ask(
                    desk.address(),
                    "/v1/certificates",
                    Map.of(
                        "token",
                        token,
                        "pin",
                        SoftToken.PIN,
                        "signing",
                        Base64.getEncoder().encodeToString(certificate)))
                .status())
        .isEqualTo(200);
  }

  private void lock(String token) {
    for (int i = 0; i < 10; i++) {
      change(token, "000000", "111111");
    }
    assertThat(change(token, SoftToken.PIN, "111111").code()).isEqualTo("PIN_LOCKED");
  }

  private RunningAgent.Answer change(String token, String pin, String newPin) {
    return agent.ask(
        desk.address(), "/v1/pin", Map.of("token", token, "pin", pin, "newPin", newPin));
  }

  private static void type(Screen screen, Map<String, String> values) {
    Locator dialog = screen.page().locator("dialog.key-dialog");
    values.forEach((name, value) -> dialog.locator("input[name=" + name + "]").fill(value));
    dialog.locator("button[type=submit]").click();
  }

  private static void choose(Screen screen, String token) {
    screen
        .page()
        .locator(".key-choice vaadin-radio-button")
        .filter(new Locator.FilterOptions().setHasText(token))
        .locator("input")
        .check();
    screen.press("确定");
  }
}
