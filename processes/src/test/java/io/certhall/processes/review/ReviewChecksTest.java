package io.certhall.processes.review;

import static io.certhall.db.generated.Tables.ATTACHMENT;
import static io.certhall.db.generated.Tables.ORDER_LINE;
import static io.certhall.db.generated.Tables.ORGANISATION;
import static io.certhall.db.generated.Tables.ORGANISATION_APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.review.ReviewCheck.Kind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ProcessesTest
class ReviewChecksTest {

  private final ReviewChecks checks;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private final OrganisationProfiles profiles;
  private final DSLContext dsl;
  private final Actor reviewer;
  private Actor applicant = Actor.SYSTEM;
  private String orderNo = "";

  ReviewChecksTest(
      ReviewChecks checks,
      TestOrders orders,
      TestAccounts accounts,
      OrganisationProfiles profiles,
      DSLContext dsl) {
    this.checks = checks;
    this.orders = orders;
    this.accounts = accounts;
    this.profiles = profiles;
    this.dsl = dsl;
    this.reviewer = accounts.staff(Role.REVIEWER);
  }

  @BeforeEach
  void a_submitted_order() {
    applicant = orders.applicant();
    orderNo = orders.submitted(applicant);
  }

  @Test
  void a_flawless_order_passes_all_but_the_invoice_title() {
    assertThat(failed()).containsExactly(Kind.INVOICE_TITLE);
    assertThat(checks.of(reviewer, orderNo))
        .extracting(ReviewCheck::kind)
        .contains(
            Kind.CREDIT_CODE,
            Kind.APPLICANT_NAME,
            Kind.PROFILE_APPROVED,
            Kind.AGENT_ID,
            Kind.AMOUNT,
            Kind.RULES);
  }

  @Test
  void a_credit_code_with_a_wrong_check_digit_is_told() {
    String code = profiles.of(applicant).orElseThrow().creditCode();
    String wrong = code.substring(0, 17) + (code.endsWith("0") ? '1' : '0');
    dsl.update(ORGANISATION)
        .set(ORGANISATION.CREDIT_CODE, wrong)
        .where(ORGANISATION.CREDIT_CODE.eq(code))
        .execute();

    assertThat(failed()).contains(Kind.CREDIT_CODE);
    assertThat(check(Kind.CREDIT_CODE).args()).containsExactly(wrong);
  }

  @Test
  void a_name_changed_since_submission_is_told() {
    dsl.update(ORGANISATION)
        .set(ORGANISATION.NAME, "改名后的公司")
        .where(ORGANISATION.ID.eq(organisation()))
        .execute();

    assertThat(check(Kind.APPLICANT_NAME).args()).containsExactly("改名后的公司");
    assertThat(failed()).contains(Kind.APPLICANT_NAME);
  }

  @Test
  void an_approval_taken_back_is_told() {
    dsl.update(ORGANISATION_APPROVAL)
        .set(ORGANISATION_APPROVAL.STATE, "REJECTED")
        .where(ORGANISATION_APPROVAL.ORGANISATION_ID.eq(organisation()))
        .execute();

    assertThat(failed()).contains(Kind.PROFILE_APPROVED);
  }

  @Test
  void lines_that_do_not_add_up_are_told() {
    dsl.update(ORDER_LINE)
        .set(ORDER_LINE.AMOUNT_FEN, 1L)
        .where(ORDER_LINE.ORDER_NO.eq(orderNo), ORDER_LINE.LINE_NO.eq(1))
        .execute();

    assertThat(failed()).contains(Kind.AMOUNT);
  }

  @Test
  void a_missing_document_is_told_in_the_rules_words() {
    dsl.update(ATTACHMENT)
        .set(ATTACHMENT.CODE, "ELSEWHERE")
        .where(ATTACHMENT.ORDER_NO.eq(orderNo), ATTACHMENT.CODE.eq("APPLICATION_FORM"))
        .execute();

    ReviewCheck rules = check(Kind.RULES);
    assertThat(rules.passed()).isFalse();
    assertThat(java.util.Objects.requireNonNull(rules.problem()).code())
        .isEqualTo("MATERIAL_MISSING");
  }

  @Test
  void only_reviewers_look() {
    assertThat(Refused.codes(() -> checks.of(accounts.staff(Role.PRODUCER), orderNo)))
        .containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> checks.of(applicant, orderNo))).containsExactly("ROLE_MISSING");
  }

  private long organisation() {
    return profiles.of(applicant).orElseThrow().id();
  }

  private ReviewCheck check(Kind kind) {
    return checks.of(reviewer, orderNo).stream()
        .filter(check -> check.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private List<Kind> failed() {
    return checks.of(reviewer, orderNo).stream()
        .filter(check -> !check.passed())
        .map(ReviewCheck::kind)
        .toList();
  }
}
