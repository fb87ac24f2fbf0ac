package io.certhall.processes.identity;

import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static io.certhall.db.generated.Tables.IDENTITY_CONSENT;
import static io.certhall.db.generated.Tables.IDENTITY_PHOTO;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.application.OrderWithdrawal;
import io.certhall.processes.identity.IdentityVerdict.Outcome;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.support.ScriptedIdentity;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.time.HallClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class IdentityChecksTest {

  private final IdentityChecks checks;
  private final IdentityDecision decision;
  private final IdentityPhotos photos;
  private final ScriptedIdentity register;
  private final OrderWithdrawal withdrawal;
  private final Orders stored;
  private final TimelineQuery timeline;
  private final TestOrders orders;
  private final TestSteps steps;
  private final TestAccounts accounts;
  private final HallClock clock;
  private final DSLContext dsl;
  private final Actor owner;
  private final String orderNo;
  private final IdentityAccess access;
  private final String name;
  private final String idNo;

  IdentityChecksTest(
      IdentityChecks checks,
      IdentityDecision decision,
      IdentityPhotos photos,
      ScriptedIdentity register,
      OrderWithdrawal withdrawal,
      Orders stored,
      TimelineQuery timeline,
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts,
      HallClock clock,
      DSLContext dsl) {
    this.checks = checks;
    this.decision = decision;
    this.photos = photos;
    this.register = register;
    this.withdrawal = withdrawal;
    this.stored = stored;
    this.timeline = timeline;
    this.orders = orders;
    this.steps = steps;
    this.accounts = accounts;
    this.clock = clock;
    this.dsl = dsl;
    this.owner = orders.applicant();
    this.orderNo = orders.submitted(owner);
    steps.arrive(orderNo, "identity.verify", OrderState.IDENTITY_PENDING, TaskQueue.IDENTITY);
    this.access = IdentityAccess.of(owner, orderNo);
    OrderForm.AgentForm agent = Objects.requireNonNull(stored.contact(orderNo).agent());
    this.name = Objects.requireNonNull(agent.name());
    this.idNo = Objects.requireNonNull(agent.idNo());
  }

  @Test
  @Tag("SZ-26")
  @Tag("SZ-27")
  @Tag("AC-38")
  void a_phone_let_in_once_agrees_shows_the_card_and_the_order_goes_on() {
    IdentityInvitation invitation = checks.invite(owner, orderNo);

    IdentityAccess phone = checks.open(invitation.token());
    prepare(phone);
    decision.verify(phone, " " + name + " ", idNo.toLowerCase(Locale.ROOT));

    assertThat(checks.status(access).state()).isEqualTo(IdentityStatus.State.PASSED);
    assertThat(
            dsl.fetchCount(
                HUMAN_TASK, HUMAN_TASK.ORDER_NO.eq(orderNo), HUMAN_TASK.OUTCOME.eq("PROVEN")))
        .isEqualTo(1);
    assertThat(timeline.of(orderNo).getLast().kind()).isEqualTo(OrderEventKind.IDENTITY_PROVEN);
    assertThat(Refused.codes(() -> checks.open(invitation.token())))
        .containsExactly("IDENTITY_LINK_USED");
  }

  @Test
  void a_way_in_is_signed_and_ends_after_ten_minutes_or_with_the_next_one() {
    IdentityInvitation first = checks.invite(owner, orderNo);
    IdentityInvitation second = checks.invite(owner, orderNo);

    assertThat(Refused.codes(() -> checks.open(first.token())))
        .containsExactly("IDENTITY_LINK_EXPIRED");
    assertThat(Refused.codes(() -> checks.open(second.token() + "x")))
        .containsExactly("IDENTITY_LINK_INVALID");
    assertThat(Refused.codes(() -> checks.open("nonsense")))
        .containsExactly("IDENTITY_LINK_INVALID");
    clock.advance(Duration.ofMinutes(10));
    assertThat(Refused.codes(() -> checks.open(second.token())))
        .containsExactly("IDENTITY_LINK_EXPIRED");

    IdentityAccess phone = checks.open(checks.invite(owner, orderNo).token());
    clock.advance(IdentityLinks.VISIT);
    assertThat(Refused.codes(() -> agree(phone))).containsExactly("IDENTITY_LINK_EXPIRED");
  }

  @Test
  @Tag("SZ-06")
  @Tag("SZ-42")
  @Tag("AC-38")
  void both_consents_come_first_and_are_kept_word_for_word() {
    assertThat(Refused.codes(() -> photo(access, IdentitySide.FRONT)))
        .containsExactly("IDENTITY_CONSENT_MISSING");
    checks.consent(access, "PERSONAL_INFORMATION", "2026-1", Locale.CHINESE);
    assertThat(Refused.codes(() -> decision.verify(access, name, idNo)))
        .containsExactly("IDENTITY_CONSENT_MISSING");
    assertThat(
            Refused.codes(
                () -> checks.consent(access, "SENSITIVE_INFORMATION", "2020-1", Locale.CHINESE)))
        .containsExactly("IDENTITY_CONSENT_OLD");
    assertThat(Refused.codes(() -> checks.consent(access, "ALL", "2026-1", Locale.CHINESE)))
        .containsExactly("IDENTITY_CONSENT_UNKNOWN");

    agree(access);

    assertThat(checks.status(access).hasConsents()).isTrue();
    assertThat(
            dsl.select(IDENTITY_CONSENT.TEXT)
                .from(IDENTITY_CONSENT)
                .where(IDENTITY_CONSENT.ORDER_NO.eq(orderNo))
                .fetch(IDENTITY_CONSENT.TEXT))
        .hasSize(2)
        .anyMatch(text -> text.contains("敏感个人信息"));
    assertThat(Refused.codes(() -> decision.verify(access, name, idNo)))
        .containsExactly("IDENTITY_PHOTO_MISSING");
  }

  @Test
  @Tag("SZ-27")
  void pictures_are_checked_by_their_content() {
    agree(access);

    assertThat(Refused.by(() -> put(IdentitySide.FRONT, "card.jpg", SampleFiles.pdf())).kind())
        .isEqualTo(RefusalKind.UNSUPPORTED_TYPE);
    assertThat(Refused.codes(() -> put(IdentitySide.FRONT, "card.jpg", card(60, 40, 1))))
        .containsExactly("IDENTITY_PHOTO_TINY");
    put(IdentitySide.FRONT, "card.jpg", card(640, 400, 1));
    assertThat(Refused.codes(() -> put(IdentitySide.BACK, "back.jpg", card(640, 400, 1))))
        .containsExactly("IDENTITY_SAME_SIDE");
    put(IdentitySide.FRONT, "card.jpg", card(640, 400, 3));
    assertThat(checks.status(access).photos()).containsExactly(IdentitySide.FRONT);
  }

  @Test
  @Tag("SZ-29")
  @Tag("SZ-30")
  void the_third_failure_pauses_for_a_day() {
    prepare(access);
    register.answers(idNo, Outcome.MISMATCH);
    int asked = register.asked();

    assertThat(Refused.by(() -> decision.verify(access, "别人", idNo)).problems().getFirst())
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("IDENTITY_FORM_MISMATCH");
              assertThat(problem.args()).containsExactly(2);
            });
    assertThat(register.asked()).isEqualTo(asked);
    assertThat(Refused.codes(() -> decision.verify(access, name, idNo)))
        .containsExactly("IDENTITY_MISMATCH");
    register.answers(idNo, Outcome.NO_RECORD);
    assertThat(Refused.codes(() -> decision.verify(access, name, idNo)))
        .containsExactly("IDENTITY_NO_RECORD_LAST");
    register.answers(idNo, Outcome.MATCH);
    assertThat(Refused.codes(() -> decision.verify(access, name, idNo)))
        .containsExactly("IDENTITY_PAUSED");
    assertThat(Refused.codes(() -> checks.invite(owner, orderNo)))
        .containsExactly("IDENTITY_PAUSED");
    assertThat(checks.status(access).state()).isEqualTo(IdentityStatus.State.PAUSED);
    assertThat(checks.status(access).pausedUntil()).isAfter(clock.instant());

    clock.advance(Duration.ofHours(24).plusSeconds(1));
    decision.verify(access, name, idNo);

    assertThat(checks.status(access).state()).isEqualTo(IdentityStatus.State.PASSED);
  }

  @Test
  void a_provider_without_a_verdict_counts_nothing() {
    prepare(access);
    register.isSilentAbout(idNo);

    for (int i = 0; i < 4; i++) {
      assertThat(Refused.codes(() -> decision.verify(access, name, idNo)))
          .containsExactly("IDENTITY_UNAVAILABLE");
    }

    assertThat(checks.status(access).failures()).isZero();
    assertThat(Refused.codes(() -> decision.verify(access, null, idNo)))
        .containsExactly("FIELD_REQUIRED");
    assertThat(Refused.codes(() -> decision.verify(access, name, " ")))
        .containsExactly("FIELD_REQUIRED");
  }

  @Test
  void an_order_elsewhere_and_someone_elses_order_are_refused() {
    Actor other = orders.applicant();
    String reviewed = orders.submitted(other);

    assertThat(Refused.codes(() -> checks.invite(other, reviewed)))
        .containsExactly("IDENTITY_NOT_DUE");
    assertThat(Refused.codes(() -> checks.invite(orders.applicant(), orderNo)))
        .containsExactly("ORDER_UNKNOWN");
    assertThat(
            Refused.codes(
                () -> checks.status(IdentityAccess.of(accounts.staff(Role.REVIEWER), orderNo))))
        .containsExactly("ORDER_UNKNOWN");
    assertThat(checks.status(IdentityAccess.of(other, reviewed)).state())
        .isEqualTo(IdentityStatus.State.NOT_DUE);
  }

  @Test
  void reviewers_alone_see_the_pictures_and_each_look_is_on_record() {
    prepare(access);
    Actor reviewer = accounts.staff(Role.REVIEWER);

    assertThat(photos.open(reviewer, orderNo, IdentitySide.FRONT).content())
        .isEqualTo(card(640, 400, 1));
    assertThat(
            dsl.fetchCount(
                AUDIT_LOG,
                AUDIT_LOG.ENTITY_ID.eq(orderNo),
                AUDIT_LOG.ACTION.eq("identity.photo-read")))
        .isEqualTo(1);
    assertThat(
            Refused.by(() -> photos.open(accounts.staff(Role.FINANCE), orderNo, IdentitySide.FRONT))
                .kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    assertThat(Refused.by(() -> photos.open(owner, orderNo, IdentitySide.FRONT)).kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
    byte[] atRest =
        dsl.select(IDENTITY_PHOTO.CONTENT_ENC)
            .from(IDENTITY_PHOTO)
            .where(IDENTITY_PHOTO.ORDER_NO.eq(orderNo), IDENTITY_PHOTO.SIDE.eq("FRONT"))
            .fetchSingle(IDENTITY_PHOTO.CONTENT_ENC);
    assertThat(new String(atRest, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
  }

  @Test
  void pictures_go_when_the_review_is_over_or_the_order_ends() {
    prepare(access);
    assertThat(photos.removeNeedless(1000)).isZero();
    orders.change(orderNo, OrderChange.of().reviewStatus(ReviewStatus.APPROVED));
    assertThat(photos.removeNeedless(1000)).isEqualTo(2);
    assertThat(
            Refused.codes(
                () -> photos.open(accounts.staff(Role.REVIEWER), orderNo, IdentitySide.BACK)))
        .containsExactly("IDENTITY_PHOTO_UNKNOWN");

    Actor other = orders.applicant();
    String withdrawn = orders.submitted(other);
    steps.arrive(withdrawn, "identity.verify", OrderState.IDENTITY_PENDING, TaskQueue.IDENTITY);
    prepare(IdentityAccess.of(other, withdrawn));
    withdrawal.withdraw(other, withdrawn);
    assertThat(dsl.fetchCount(IDENTITY_PHOTO, IDENTITY_PHOTO.ORDER_NO.eq(withdrawn))).isZero();
  }

  private void prepare(IdentityAccess who) {
    agree(who);
    photo(who, IdentitySide.FRONT);
    photo(who, IdentitySide.BACK);
  }

  private void agree(IdentityAccess who) {
    for (IdentityConsent consent : IdentityConsent.values()) {
      checks.consent(who, consent.name(), consent.version(), Locale.CHINESE);
    }
  }

  private void photo(IdentityAccess who, IdentitySide side) {
    try {
      checks.photo(
          who,
          side,
          side + ".jpg",
          new ByteArrayInputStream(card(640, 400, side == IdentitySide.FRONT ? 1 : 2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(IdentitySide side, String fileName, byte[] content) {
    try {
      checks.photo(access, side, fileName, new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] card(int width, int height, int shade) {
    return SampleFiles.picture("jpg", width + shade, height);
  }
}
