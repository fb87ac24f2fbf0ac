package io.certhall.processes.ticket;

import static io.certhall.db.generated.Tables.TICKET;
import static io.certhall.db.generated.Tables.TICKET_ENTRY;
import static io.certhall.db.generated.Tables.TICKET_FILE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;

import io.certhall.db.generated.tables.records.TicketEntryRecord;
import io.certhall.processes.attachment.CheckedFile;
import io.certhall.processes.configuration.NewRecords;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tickets and what was said; files are encrypted. */
@Repository
class TicketRepository {

  private final DSLContext dsl;
  private final NewRecords newRecords;
  private final PersonalData personalData;

  TicketRepository(DSLContext dsl, NewRecords newRecords, PersonalData personalData) {
    this.dsl = dsl;
    this.newRecords = newRecords;
    this.personalData = personalData;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(Ticket ticket) {
    dsl.insertInto(TICKET)
        .set(TICKET.TICKET_NO, ticket.ticketNo())
        .set(TICKET.HALL, ticket.hall())
        .set(TICKET.ACCOUNT_ID, ticket.accountId())
        .set(TICKET.APPLICANT_NAME, ticket.applicantName())
        .set(TICKET.CATEGORY, ticket.category())
        .set(TICKET.SUBJECT, ticket.subject())
        .set(TICKET.STATE, ticket.state().name())
        .set(TICKET.CREATED_AT, ticket.createdAt())
        .set(TICKET.STATE_SINCE, ticket.stateSince())
        .execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void say(
      String ticketNo,
      Actor actor,
      boolean byStaff,
      String words,
      List<CheckedFile> files,
      Instant at) {
    TicketEntryRecord entry = newRecords.of(TICKET_ENTRY);
    entry
        .setTicketNo(ticketNo)
        .setAt(at)
        .setActorId(actor.accountId())
        .setActorName(actor.name())
        .setByStaff(byStaff)
        .setWords(words);
    entry.insert();
    for (CheckedFile file : files) {
      dsl.insertInto(TICKET_FILE)
          .set(TICKET_FILE.ENTRY_ID, entry.getId())
          .set(TICKET_FILE.FILE_NAME, file.fileName())
          .set(TICKET_FILE.FORMAT, file.format())
          .set(TICKET_FILE.SIZE_BYTES, (long) file.content().length)
          .set(
              TICKET_FILE.CONTENT_ENC, personalData.encryptBytes(Column.ATTACHMENT, file.content()))
          .execute();
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void move(String ticketNo, TicketState state, @Nullable Actor assignee, Instant at) {
    var update =
        dsl.update(TICKET)
            .set(TICKET.STATE, state.name())
            .set(TICKET.STATE_SINCE, at)
            .set(TICKET.ROW_VERSION, TICKET.ROW_VERSION.plus(1));
    if (assignee != null) {
      update =
          update
              .set(TICKET.ASSIGNEE_ID, assignee.accountId())
              .set(TICKET.ASSIGNEE_NAME, assignee.name());
    }
    update.where(TICKET.TICKET_NO.eq(ticketNo)).execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Ticket> locked(Actor actor, String ticketNo) {
    dsl.select(TICKET.TICKET_NO)
        .from(TICKET)
        .where(TICKET.TICKET_NO.eq(ticketNo))
        .forUpdate()
        .fetchOptional();
    return find(actor, ticketNo);
  }

  Optional<Ticket> find(Actor actor, String ticketNo) {
    return tickets(visible(actor).and(TICKET.TICKET_NO.eq(ticketNo)), 0, 1).stream().findFirst();
  }

  List<Ticket> page(Actor actor, @Nullable TicketState state, int offset, int limit) {
    return tickets(visible(actor).and(in(state)), offset, limit);
  }

  int count(Actor actor, @Nullable TicketState state) {
    return dsl.fetchCount(TICKET, visible(actor).and(in(state)));
  }

  List<TicketEntry> entries(String ticketNo) {
    Map<Long, List<TicketEntry.File>> files =
        dsl.select(
                TICKET_FILE.ENTRY_ID,
                TICKET_FILE.ID,
                TICKET_FILE.FILE_NAME,
                TICKET_FILE.FORMAT,
                TICKET_FILE.SIZE_BYTES)
            .from(TICKET_FILE)
            .join(TICKET_ENTRY)
            .on(TICKET_ENTRY.ID.eq(TICKET_FILE.ENTRY_ID))
            .where(TICKET_ENTRY.TICKET_NO.eq(ticketNo))
            .orderBy(TICKET_FILE.ID)
            .fetchGroups(
                row -> row.value1(),
                row ->
                    new TicketEntry.File(row.value2(), row.value3(), row.value4(), row.value5()));
    return dsl.select(
            TICKET_ENTRY.ID,
            TICKET_ENTRY.AT,
            TICKET_ENTRY.ACTOR_NAME,
            TICKET_ENTRY.BY_STAFF,
            TICKET_ENTRY.WORDS)
        .from(TICKET_ENTRY)
        .where(TICKET_ENTRY.TICKET_NO.eq(ticketNo))
        .orderBy(TICKET_ENTRY.ID)
        .fetch(
            row ->
                new TicketEntry(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    files.getOrDefault(row.value1(), List.of())));
  }

  Optional<CheckedFile> file(String ticketNo, long fileId) {
    return dsl.select(TICKET_FILE.FILE_NAME, TICKET_FILE.FORMAT, TICKET_FILE.CONTENT_ENC)
        .from(TICKET_FILE)
        .join(TICKET_ENTRY)
        .on(TICKET_ENTRY.ID.eq(TICKET_FILE.ENTRY_ID))
        .where(TICKET_FILE.ID.eq(fileId), TICKET_ENTRY.TICKET_NO.eq(ticketNo))
        .fetchOptional(
            row ->
                new CheckedFile(
                    row.value1(),
                    row.value2(),
                    personalData.decryptBytes(Column.ATTACHMENT, row.value3())));
  }

  private List<Ticket> tickets(Condition condition, int offset, int limit) {
    return dsl.select(
            TICKET.TICKET_NO,
            TICKET.HALL,
            TICKET.ACCOUNT_ID,
            TICKET.APPLICANT_NAME,
            TICKET.CATEGORY,
            TICKET.SUBJECT,
            TICKET.STATE.convertFrom(TicketState::valueOf),
            TICKET.ASSIGNEE_NAME,
            TICKET.CREATED_AT,
            TICKET.STATE_SINCE)
        .from(TICKET)
        .where(condition)
        .orderBy(TICKET.CREATED_AT.desc(), TICKET.TICKET_NO.desc())
        .limit(limit)
        .offset(offset)
        .fetch(Records.mapping(Ticket::new));
  }

  private static Condition in(@Nullable TicketState state) {
    return state == null ? noCondition() : TICKET.STATE.eq(state.name());
  }

  private static Condition visible(Actor actor) {
    return actor.has(Role.REVIEWER) ? trueCondition() : TICKET.ACCOUNT_ID.eq(actor.accountId());
  }
}
