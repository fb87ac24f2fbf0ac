package io.certhall.backoffice.recovery.ui;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.TestCertificates;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.recovery.KeyRecoveries;
import io.certhall.processes.recovery.RecoveryForm;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import java.time.Instant;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryViewTest extends ViewTest {

  private final Fixtures fixtures;
  private final TestCertificates certificates;
  private final TestOrders orders;
  private final KeyRecoveries recoveries;
  private final DSLContext dsl;
  private Actor asker = Actor.SYSTEM;
  private String lost = "";
  private String renewed = "";

  RecoveryViewTest(
      Fixtures fixtures,
      TestCertificates certificates,
      TestOrders orders,
      KeyRecoveries recoveries,
      DSLContext dsl) {
    this.fixtures = fixtures;
    this.certificates = certificates;
    this.orders = orders;
    this.recoveries = recoveries;
    this.dsl = dsl;
  }

  @BeforeEach
  void officersAndALostKey() {
    asker = fixtures.staff(Role.KEY_OFFICER);
    fixtures.staff(Role.KEY_OFFICER);
    Actor holder = orders.applicant();
    lost = certificates.issue(holder, 90).serial();
    renewed = certificates.issue(holder, 90).serial();
    String encryption =
        dsl.select(CERTIFICATE.PAIR_SERIAL)
            .from(CERTIFICATE)
            .where(CERTIFICATE.SERIAL.eq(lost))
            .fetchSingle()
            .value1();
    dsl.insertInto(KEY_ESCROW)
        .set(KEY_ESCROW.ENCRYPTION_SERIAL, encryption)
        .set(KEY_ESCROW.WRAPPED_KEY, new byte[] {1})
        .set(KEY_ESCROW.ENVELOPED_KEY, new byte[] {1})
        .set(KEY_ESCROW.CREATED_AT, Instant.now())
        .execute();
  }

  @Test
  void an_officer_asks_and_another_approves() {
    fixtures.staff(Role.KEY_OFFICER);
    signIn(asker);
    RecoveryView page = navigate(RecoveryView.class);
    test(field("证书序列号")).setValue(lost);
    test(field("接收证书序列号")).setValue(renewed);
    test(find(TextArea.class).single()).setValue("介质损坏");

    press("提出恢复");

    assertThat(words(page)).contains("用户恢复", "待批准", "已批准 0/2", "介质损坏");
    signIn(fixtures.staff(Role.KEY_OFFICER));
    navigate(RecoveryView.class);
    assertThat(recoveries.open(asker)).isPositive();
  }

  @Test
  void what_is_wrong_is_named_at_its_field() {
    signIn(asker);
    RecoveryView page = navigate(RecoveryView.class);

    press("提出恢复");

    assertThat(field("证书序列号").isInvalid()).isTrue();
    assertThat(find(TextArea.class).single().isInvalid()).isTrue();
    assertThat(words(page)).contains("提出恢复");
  }

  @Test
  void who_asked_sees_no_approval_but_may_take_it_back() {
    fixtures.staff(Role.KEY_OFFICER);
    long id = recoveries.request(asker, RecoveryForm.user(lost, "介质损坏", renewed));
    signIn(asker);
    RecoveryView page = navigate(RecoveryView.class);

    assertThat(words(page)).contains("恢复 " + id).contains("撤回");
  }

  @Test
  void the_page_speaks_english_too() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    signIn(asker);

    assertThat(words(navigate(RecoveryView.class))).contains("Key recovery", "Ask for a key");
  }

  @Test
  void auditors_look_and_others_stay_outside() {
    signIn(fixtures.staff(Role.AUDITOR));
    assertThat(words(navigate(RecoveryView.class))).contains("密钥恢复").doesNotContain("提出密钥恢复");

    signIn(fixtures.staff(Role.ADMIN));
    assertThatThrownBy(() -> navigate(RecoveryView.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private TextField field(String label) {
    return find(TextField.class).all().stream()
        .filter(field -> label.equals(field.getLabel()))
        .findFirst()
        .orElseThrow();
  }
}
