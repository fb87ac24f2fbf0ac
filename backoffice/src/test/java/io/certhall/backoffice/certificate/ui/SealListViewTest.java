package io.certhall.backoffice.certificate.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import io.certhall.backoffice.support.Screen;
import io.certhall.backoffice.support.TestCertificates;
import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.seal.MadeSeal;
import io.certhall.processes.seal.SealPicture;
import io.certhall.processes.seal.SealRegister;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class SealListViewTest extends Screen {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1};

  private final TestOrders orders;
  private final TestCertificates certificates;
  private final SealRegister seals;
  private final CertificateRegister register;
  private final TransactionTemplate transaction;

  SealListViewTest(
      TestOrders orders,
      TestCertificates certificates,
      SealRegister seals,
      CertificateRegister register,
      TransactionTemplate transaction) {
    this.orders = orders;
    this.certificates = certificates;
    this.seals = seals;
    this.register = register;
    this.transaction = transaction;
  }

  @Test
  void a_seal_is_shown_with_its_picture_frozen_and_released() {
    Actor holder = orders.applicant();
    sealed(holder);
    signIn(holder);
    open("seals");

    assertThat(words()).contains("财务专用章").contains("真实尺寸 40 × 40 毫米").contains("印模由您确认");
    assertThat(findInView(Image.class).single().getSrc()).startsWith("data:image/png;base64,");
    assertThat(findInView(Anchor.class).withText("下载电子印章").all()).hasSize(1);

    click("冻结");
    assertThat(words(row())).contains("已冻结");

    click("解冻");
    assertThat(words(row())).contains("正常").contains("冻结");
  }

  @Test
  void the_seal_of_a_suspended_certificate_is_frozen_and_can_not_be_released_here() {
    Actor holder = orders.applicant();
    String serial = sealed(holder);
    transaction.executeWithoutResult(
        done ->
            register.move(
                Actor.SYSTEM,
                serial,
                CertificateMove.SUSPEND,
                new CertificateRegister.Reason(null, null)));
    signIn(holder);

    open("seals");

    assertThat(words(row())).contains("已冻结").doesNotContain("解冻");
  }

  private SealRow row() {
    return findInView(SealRow.class).all().stream()
        .filter(row -> words(row).contains("财务专用章"))
        .findFirst()
        .orElseThrow();
  }

  private String sealed(Actor holder) {
    String serial = certificates.issue(holder, 200).serial();
    Instant now = Instant.now();
    MadeSeal seal =
        new MadeSeal(
            "FINANCE",
            "财务专用章",
            "ES-" + serial,
            4,
            new SealPicture(PNG, 40, 40, SealPicture.Source.CONFIRMED),
            now,
            now.plus(Duration.ofDays(200)),
            PNG);
    String orderNo = orders.draft(holder);
    transaction.executeWithoutResult(
        done -> seals.insert(orderNo, Map.of(serial, List.of(seal)), now));
    return serial;
  }
}
