package io.certhall.processes.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.security.Actor;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessesTest
class InboxTest {

  private final Inbox inbox;
  private final Notifications notifications;
  private final TestAccounts accounts;
  private final TransactionTemplate transaction;

  InboxTest(
      Inbox inbox,
      Notifications notifications,
      TestAccounts accounts,
      TransactionTemplate transaction) {
    this.inbox = inbox;
    this.notifications = notifications;
    this.accounts = accounts;
    this.transaction = transaction;
  }

  @Test
  void messages_come_newest_first_in_both_languages_page_by_page() {
    Actor owner = accounts.applicant();
    write(owner, "a");
    write(owner, "b");
    write(owner, "c");

    var first = inbox.page(owner, false, 0, 2);
    var second = inbox.page(owner, false, first.getLast().id(), 2);

    assertThat(first)
        .extracting(InboxMessage::zh)
        .satisfies(
            texts -> {
              assertThat(texts.get(0)).contains("公司c");
              assertThat(texts.get(1)).contains("公司b");
            });
    assertThat(first.getFirst().en()).contains("has been approved");
    assertThat(second).singleElement().satisfies(m -> assertThat(m.zh()).contains("公司a"));
    assertThat(inbox.count(owner, false)).isEqualTo(3);
  }

  @Test
  void a_message_is_unread_until_it_is_read_and_keeps_the_first_time() {
    Actor owner = accounts.applicant();
    write(owner, "a");
    write(owner, "b");
    InboxMessage newest = inbox.page(owner, true, 0, 10).getFirst();

    inbox.markRead(owner, newest.id());
    var readAt = inbox.page(owner, false, 0, 1).getFirst().readAt();
    inbox.markRead(owner, newest.id());

    assertThat(inbox.unread(owner)).isEqualTo(1);
    assertThat(inbox.page(owner, true, 0, 10))
        .extracting(InboxMessage::id)
        .doesNotContain(newest.id());
    assertThat(inbox.page(owner, false, 0, 1).getFirst().readAt()).isEqualTo(readAt).isNotNull();

    inbox.markAllRead(owner);
    assertThat(inbox.unread(owner)).isZero();
  }

  @Test
  void nobody_sees_or_marks_the_messages_of_others() {
    Actor owner = accounts.applicant();
    Actor other = accounts.applicant();
    write(owner, "a");
    long id = inbox.page(owner, false, 0, 1).getFirst().id();

    assertThat(inbox.page(other, false, 0, 10)).isEmpty();
    assertThat(inbox.unread(other)).isZero();
    assertThat(Refused.codes(() -> inbox.markRead(other, id))).containsExactly("MESSAGE_UNKNOWN");
    assertThat(inbox.unread(owner)).isEqualTo(1);
  }

  private void write(Actor owner, String name) {
    transaction.executeWithoutResult(
        status ->
            notifications.toAccount(
                TestOrders.HALL,
                "MSG-20",
                "MSG-20:inbox:" + owner.accountId() + name,
                owner.accountId(),
                null,
                Map.of("orgName", "公司" + name)));
  }
}
