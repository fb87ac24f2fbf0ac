package io.certhall.processes.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.account.VerificationCodes;
import io.certhall.processes.organisation.ProfileDecision;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessesTest
class MessagesTest {

  private final VerificationCodeMessages codes;
  private final ProfileMessages profiles;
  private final SmsQueue queue;
  private final Inbox inbox;
  private final TestAccounts accounts;
  private final TransactionTemplate transaction;

  MessagesTest(
      VerificationCodeMessages codes,
      ProfileMessages profiles,
      SmsQueue queue,
      Inbox inbox,
      TestAccounts accounts,
      TransactionTemplate transaction) {
    this.codes = codes;
    this.profiles = profiles;
    this.queue = queue;
    this.inbox = inbox;
    this.accounts = accounts;
    this.transaction = transaction;
  }

  @Test
  void a_code_goes_out_in_the_name_of_its_hall() {
    String phone = Fresh.phone();

    inTransaction(() -> codes.send(TestOrders.HALL, "LOGIN", phone, "482913", 5));

    assertThat(sentTo(phone))
        .singleElement()
        .satisfies(
            sms -> {
              assertThat(sms.text()).startsWith("【甘肃中工国际】").contains("验证码482913", "5分钟");
              assertThat(sms.values()).containsEntry("code", "482913");
              assertThat(sms.messageId()).isEqualTo("MSG-01");
            });
  }

  @Test
  void before_a_hall_is_chosen_the_platform_speaks_in_its_own_name() {
    String phone = Fresh.phone();

    inTransaction(() -> codes.send(VerificationCodes.NO_HALL, "REGISTER", phone, "111222", 5));

    assertThat(sentTo(phone))
        .singleElement()
        .satisfies(sms -> assertThat(sms.text()).startsWith("【证书网上大厅】").contains("验证码111222"));
  }

  @Test
  void two_codes_are_two_messages() {
    String phone = Fresh.phone();

    inTransaction(() -> codes.send(TestOrders.HALL, "LOGIN", phone, "000001", 5));
    inTransaction(() -> codes.send(TestOrders.HALL, "LOGIN", phone, "000002", 5));

    assertThat(sentTo(phone)).hasSize(2);
  }

  @Test
  void a_code_for_a_hall_that_does_not_exist_is_refused() {
    assertThat(
            Refused.codes(
                () ->
                    inTransaction(
                        () -> codes.send("nowhere", "LOGIN", Fresh.phone(), "000001", 5))))
        .containsExactly("HALL_UNKNOWN");
  }

  @Test
  @Tag("GS-03")
  void an_approved_profile_is_told_to_the_contact_and_to_the_owner_once() {
    Actor owner = accounts.applicant();
    ProfileDecision decision = decision(owner, 4711);

    inTransaction(() -> profiles.approved(decision));
    inTransaction(() -> profiles.approved(decision));

    assertThat(sentTo(decision.contactPhone()))
        .singleElement()
        .satisfies(sms -> assertThat(sms.text()).contains("甘肃测试公司", "审核已通过"));
    assertThat(inbox.page(owner, false, 0, 10))
        .singleElement()
        .satisfies(note -> assertThat(note.messageId()).isEqualTo("MSG-20"));
  }

  @Test
  void a_rejected_profile_is_told_with_its_reason_cut_to_fit_a_text_message() {
    Actor owner = accounts.applicant();
    ProfileDecision decision = decision(owner, 4712);

    inTransaction(() -> profiles.rejected(decision, "执照模糊".repeat(200)));

    assertThat(sentTo(decision.contactPhone()))
        .singleElement()
        .satisfies(sms -> assertThat(sms.text()).contains("未通过：执照模糊", "…").hasSizeLessThan(300));
  }

  private static ProfileDecision decision(Actor owner, long taskId) {
    return new ProfileDecision(
        taskId * 1_000_000 + owner.accountId(),
        TestOrders.HALL,
        1,
        owner.accountId(),
        "甘肃测试公司",
        Fresh.phone());
  }

  private List<PendingSms> sentTo(String phone) {
    return queue.take(500, Duration.ZERO).stream()
        .filter(sms -> sms.phone().equals(phone))
        .toList();
  }

  private void inTransaction(Runnable action) {
    transaction.executeWithoutResult(status -> action.run());
  }
}
