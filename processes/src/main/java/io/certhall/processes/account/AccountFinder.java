package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.ACCOUNT;
import static io.certhall.db.generated.Tables.ACCOUNT_ROLE;
import static io.certhall.db.generated.Tables.ACCOUNT_UNIT;
import static io.certhall.db.generated.Tables.ORGANISATION;
import static io.certhall.db.generated.Tables.ORGANISATION_APPROVAL;

import io.certhall.processes.account.AccountRepository.Credentials;
import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.security.Role;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Finds accounts by what else than their user name belongs to them. */
@Component
class AccountFinder {

  private final DSLContext dsl;
  private final PersonalData personalData;

  AccountFinder(DSLContext dsl, PersonalData personalData) {
    this.dsl = dsl;
    this.personalData = personalData;
  }

  /** The account of the organisation with this name or credit code; nobody when names coincide. */
  Optional<Credentials> credentialsOfCompany(String nameOrCode) {
    List<Credentials> found =
        dsl.select(ACCOUNT.ID, ACCOUNT.PASSWORD_HASH, ACCOUNT.STATUS)
            .from(ACCOUNT)
            .join(ORGANISATION)
            .on(ORGANISATION.ACCOUNT_ID.eq(ACCOUNT.ID))
            .where(
                CreditCode.parse(nameOrCode)
                    .map(code -> ORGANISATION.CREDIT_CODE.eq(code.value()))
                    .orElseGet(() -> ORGANISATION.NAME.eq(nameOrCode.strip())))
            .limit(2)
            .fetch(
                row ->
                    new Credentials(
                        row.value1(), row.value2(), AccountStatus.valueOf(row.value3())));
    if (found.isEmpty()) {
      found = credentialsOfRegisteredUnit(nameOrCode);
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Before there is a profile, what was said at the registration. */
  private List<Credentials> credentialsOfRegisteredUnit(String nameOrCode) {
    return dsl.select(ACCOUNT.ID, ACCOUNT.PASSWORD_HASH, ACCOUNT.STATUS)
        .from(ACCOUNT)
        .join(ACCOUNT_UNIT)
        .on(ACCOUNT_UNIT.ACCOUNT_ID.eq(ACCOUNT.ID))
        .leftAntiJoin(ORGANISATION)
        .on(ORGANISATION.ACCOUNT_ID.eq(ACCOUNT.ID))
        .where(
            CreditCode.parse(nameOrCode)
                .map(code -> ACCOUNT_UNIT.CREDIT_CODE.eq(code.value()))
                .orElseGet(() -> ACCOUNT_UNIT.NAME.eq(nameOrCode.strip())))
        .limit(2)
        .fetch(
            row ->
                new Credentials(row.value1(), row.value2(), AccountStatus.valueOf(row.value3())));
  }

  /**
   * The applicant whose organisation it is and who a reviewer found to speak for it; anybody may
   * enter a credit code. Staff use their user name.
   */
  Optional<Long> applicantOfUnit(CreditCode unit) {
    return dsl.select(ACCOUNT.ID)
        .from(ACCOUNT)
        .join(ORGANISATION)
        .on(ORGANISATION.ACCOUNT_ID.eq(ACCOUNT.ID))
        .where(ORGANISATION.CREDIT_CODE.eq(unit.value()))
        .and(
            DSL.exists(
                DSL.selectOne()
                    .from(ORGANISATION_APPROVAL)
                    .where(ORGANISATION_APPROVAL.ORGANISATION_ID.eq(ORGANISATION.ID))
                    .and(ORGANISATION_APPROVAL.STATE.eq("APPROVED"))))
        .and(isApplicantOnly())
        .fetchOptional(ACCOUNT.ID);
  }

  /** Applicants in force with this phone; staff use their user name. */
  List<Long> applicantsWithPhone(MobilePhone phone) {
    return dsl.select(ACCOUNT.ID)
        .from(ACCOUNT)
        .where(ACCOUNT.PHONE_HASH.eq(personalData.hash("phone", phone.value())))
        .and(ACCOUNT.STATUS.eq(AccountStatus.ACTIVE.name()))
        .and(isApplicantOnly())
        .limit(2)
        .fetch(ACCOUNT.ID);
  }

  private static Condition isApplicantOnly() {
    return DSL.exists(
            DSL.selectOne()
                .from(ACCOUNT_ROLE)
                .where(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID))
                .and(ACCOUNT_ROLE.ROLE.eq(Role.APPLICANT.name())))
        .and(
            DSL.notExists(
                DSL.selectOne()
                    .from(ACCOUNT_ROLE)
                    .where(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID))
                    .and(ACCOUNT_ROLE.ROLE.ne(Role.APPLICANT.name()))));
  }
}
