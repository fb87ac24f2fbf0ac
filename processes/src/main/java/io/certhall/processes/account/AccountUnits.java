package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.ACCOUNT_UNIT;
import static io.certhall.db.generated.Tables.ORGANISATION;

import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Units that accounts were registered for. A credit code is registered once (SD-07). */
@Component
public class AccountUnits {

  private static final int LONGEST_NAME = 200;

  private final DSLContext dsl;
  private final Clock clock;

  AccountUnits(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** What the actor registered with, to begin his profile with. */
  public Optional<RegisteredUnit> of(Actor actor) {
    return dsl.select(ACCOUNT_UNIT.NAME, ACCOUNT_UNIT.CREDIT_CODE)
        .from(ACCOUNT_UNIT)
        .where(ACCOUNT_UNIT.ACCOUNT_ID.eq(actor.accountId()))
        .fetchOptional(row -> new RegisteredUnit(row.value1(), row.value2()));
  }

  /** Notes what is wrong with it. */
  void check(FormCheck check, @Nullable RegisteredUnit unit) {
    RegisteredUnit given = unit == null ? new RegisteredUnit(null, null) : unit;
    check.text("unit.name", given.name(), LONGEST_NAME);
    check
        .value("unit.creditCode", given.creditCode(), CreditCode::parse, "CREDIT_CODE_FORM")
        .filter(this::isTaken)
        .ifPresent(taken -> check.refuse("unit.creditCode", "CREDIT_CODE_TAKEN"));
  }

  /** Needs an open transaction, and a unit that was checked. */
  void add(long accountId, RegisteredUnit unit) {
    dsl.insertInto(ACCOUNT_UNIT)
        .set(ACCOUNT_UNIT.ACCOUNT_ID, accountId)
        .set(ACCOUNT_UNIT.NAME, String.valueOf(unit.name()).strip())
        .set(
            ACCOUNT_UNIT.CREDIT_CODE,
            CreditCode.parse(String.valueOf(unit.creditCode())).orElseThrow().value())
        .set(ACCOUNT_UNIT.REGISTERED_AT, clock.instant())
        .execute();
  }

  private boolean isTaken(CreditCode code) {
    return dsl.fetchExists(ACCOUNT_UNIT, ACCOUNT_UNIT.CREDIT_CODE.eq(code.value()))
        || dsl.fetchExists(ORGANISATION, ORGANISATION.CREDIT_CODE.eq(code.value()));
  }
}
