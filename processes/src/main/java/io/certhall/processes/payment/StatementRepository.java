package io.certhall.processes.payment;

import static io.certhall.db.generated.Tables.BANK_STATEMENT_LINE;

import io.certhall.processes.privacy.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of bank statement lines. */
@Repository
class StatementRepository {

  private static final String OPEN = "OPEN";
  private static final String APPLIED = "APPLIED";
  private static final String DONE = "DONE";

  private final DSLContext dsl;
  private final PersonalData personalData;

  StatementRepository(DSLContext dsl, PersonalData personalData) {
    this.dsl = dsl;
    this.personalData = personalData;
  }

  /**
   * Stores a line as open.
   *
   * @return false when the bank's reference is known
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean insert(StatementLine line, String fileName, long importedBy, Instant at) {
    return dsl.insertInto(BANK_STATEMENT_LINE)
            .set(BANK_STATEMENT_LINE.BANK_REFERENCE, line.reference())
            .set(BANK_STATEMENT_LINE.BOOKED_ON, line.bookedOn())
            .set(BANK_STATEMENT_LINE.AMOUNT_FEN, line.amountFen())
            .set(
                BANK_STATEMENT_LINE.PAYER_ENC,
                personalData.encrypt(PersonalData.Column.BANK_PAYER, line.payer()))
            .set(BANK_STATEMENT_LINE.REMARK, line.remark())
            .set(BANK_STATEMENT_LINE.STATE, OPEN)
            .set(BANK_STATEMENT_LINE.FILE_NAME, fileName)
            .set(BANK_STATEMENT_LINE.IMPORTED_BY, importedBy)
            .set(BANK_STATEMENT_LINE.IMPORTED_AT, at)
            .onDuplicateKeyIgnore()
            .execute()
        == 1;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public boolean applied(String reference, String paymentNo, long by, Instant at) {
    return dsl.update(BANK_STATEMENT_LINE)
            .set(BANK_STATEMENT_LINE.STATE, APPLIED)
            .setNull(BANK_STATEMENT_LINE.FINDING)
            .set(BANK_STATEMENT_LINE.PAYMENT_NO, paymentNo)
            .set(BANK_STATEMENT_LINE.DECIDED_BY, by)
            .set(BANK_STATEMENT_LINE.DECIDED_AT, at)
            .where(
                BANK_STATEMENT_LINE.BANK_REFERENCE.eq(reference),
                BANK_STATEMENT_LINE.STATE.eq(OPEN))
            .execute()
        == 1;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void found(String reference, StatementFinding finding) {
    dsl.update(BANK_STATEMENT_LINE)
        .set(BANK_STATEMENT_LINE.FINDING, finding.name())
        .where(BANK_STATEMENT_LINE.BANK_REFERENCE.eq(reference), BANK_STATEMENT_LINE.STATE.eq(OPEN))
        .execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public boolean done(long id, String note, long by, Instant at) {
    return dsl.update(BANK_STATEMENT_LINE)
            .set(BANK_STATEMENT_LINE.STATE, DONE)
            .set(BANK_STATEMENT_LINE.NOTE, note)
            .set(BANK_STATEMENT_LINE.DECIDED_BY, by)
            .set(BANK_STATEMENT_LINE.DECIDED_AT, at)
            .where(BANK_STATEMENT_LINE.ID.eq(id), BANK_STATEMENT_LINE.STATE.eq(OPEN))
            .execute()
        == 1;
  }

  /** Locks the line; false when it was dealt with meanwhile. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lockOpen(String reference) {
    return dsl.select(BANK_STATEMENT_LINE.ID)
        .from(BANK_STATEMENT_LINE)
        .where(BANK_STATEMENT_LINE.BANK_REFERENCE.eq(reference), BANK_STATEMENT_LINE.STATE.eq(OPEN))
        .forUpdate()
        .fetchOptional()
        .isPresent();
  }

  List<OpenStatementLine> open(int limit) {
    return dsl.select(
            BANK_STATEMENT_LINE.ID,
            BANK_STATEMENT_LINE.BANK_REFERENCE,
            BANK_STATEMENT_LINE.BOOKED_ON,
            BANK_STATEMENT_LINE.AMOUNT_FEN,
            BANK_STATEMENT_LINE.PAYER_ENC,
            BANK_STATEMENT_LINE.REMARK,
            BANK_STATEMENT_LINE.FINDING,
            BANK_STATEMENT_LINE.IMPORTED_AT)
        .from(BANK_STATEMENT_LINE)
        .where(BANK_STATEMENT_LINE.STATE.eq(OPEN))
        .orderBy(BANK_STATEMENT_LINE.ID)
        .limit(limit)
        .fetch(
            row ->
                new OpenStatementLine(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    Objects.requireNonNullElse(
                        personalData.decrypt(PersonalData.Column.BANK_PAYER, row.value5()), ""),
                    row.value6(),
                    finding(row.value7()),
                    null,
                    row.value8()));
  }

  int countOpen() {
    return dsl.fetchCount(BANK_STATEMENT_LINE, BANK_STATEMENT_LINE.STATE.eq(OPEN));
  }

  private static StatementFinding finding(@Nullable String stored) {
    return stored == null ? StatementFinding.NO_ORDER_NUMBER : StatementFinding.valueOf(stored);
  }
}
