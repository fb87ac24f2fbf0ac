package io.certhall.processes.ticket;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.attachment.CheckedFile;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.OrderNumbers;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Special service: an applicant asks with files, staff take the question and answer, he may ask
 * again until it is closed.
 */
@Service
public class Tickets {

  public static final int LONGEST_SUBJECT = 100;
  public static final int LONGEST = 2000;
  public static final int MOST_FILES = 5;
  public static final long MAX_BYTES = 5L * 1024 * 1024;
  public static final List<String> FORMATS = List.of("jpg", "png", "pdf");

  private static final HallSettings.OrderNumber NUMBER = new HallSettings.OrderNumber("T", 0);
  private static final String ANSWERED_MESSAGE = "MSG-65";

  private final TicketRepository tickets;
  private final OrderNumbers numbers;
  private final PublishedPolicies policies;
  private final Notifications notifications;
  private final AuditLog audit;
  private final Clock clock;

  Tickets(
      TicketRepository tickets,
      OrderNumbers numbers,
      PublishedPolicies policies,
      Notifications notifications,
      AuditLog audit,
      Clock clock) {
    this.tickets = tickets;
    this.numbers = numbers;
    this.policies = policies;
    this.notifications = notifications;
    this.audit = audit;
    this.clock = clock;
  }

  /** A file as it arrives; closed by who opened it. */
  public record Upload(@Nullable String fileName, InputStream content) {}

  /** A new question; absent parts are refused by their names. */
  public record Question(
      @Nullable String hall,
      @Nullable String category,
      @Nullable String subject,
      @Nullable String words) {}

  /**
   * @return the ticket's number
   * @throws Refusal RULE for a hall without this service, an unknown category, missing or too long
   *     words and files that are too many, too large or of another kind
   * @throws IOException when a file does not arrive
   */
  @Transactional
  public String ask(Actor actor, Question question, List<Upload> uploads) throws IOException {
    actor.require(Role.APPLICANT);
    if (question.hall() == null || question.hall().isBlank()) {
      throw Refusal.rule("hall", "FIELD_REQUIRED");
    }
    HallSettings hall = policies.active(question.hall()).settings();
    if (hall.ticketCategories().isEmpty()) {
      throw Refusal.rule("hall", "TICKETS_NOT_OFFERED");
    }
    List<Problem> problems = new ArrayList<>();
    boolean known =
        hall.ticketCategories().stream()
            .anyMatch(category -> category.code().equals(question.category()));
    if (!known) {
      problems.add(Problem.of("category", "FIELD_REQUIRED"));
    }
    check("subject", question.subject(), LONGEST_SUBJECT, problems);
    check("words", question.words(), LONGEST, problems);
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
    List<CheckedFile> files = read(uploads);
    Instant now = clock.instant();
    Ticket ticket =
        new Ticket(
            numbers.next(NUMBER),
            hall.code(),
            actor.accountId(),
            actor.name(),
            String.valueOf(question.category()),
            String.valueOf(question.subject()).strip(),
            TicketState.OPEN,
            null,
            now,
            now);
    tickets.insert(ticket);
    tickets.say(
        ticket.ticketNo(), actor, false, String.valueOf(question.words()).strip(), files, now);
    audit.record(
        actor, "ticket.asked", "ticket", ticket.ticketNo(), ticket.hall(), ticket.category());
    return ticket.ticketNo();
  }

  /**
   * The applicant adds something, or staff answer; an answer is told to the applicant.
   *
   * @throws Refusal NOT_FOUND for what is not the actor's, CONFLICT TICKET_CLOSED, RULE as for a
   *     question
   */
  @Transactional
  public void say(Actor actor, String ticketNo, @Nullable String words, List<Upload> uploads)
      throws IOException {
    Ticket ticket = open(actor, ticketNo);
    List<Problem> problems = new ArrayList<>();
    check("words", words, LONGEST, problems);
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
    List<CheckedFile> files = read(uploads);
    boolean own = ticket.accountId() == actor.accountId();
    Instant now = clock.instant();
    tickets.say(ticketNo, actor, !own, String.valueOf(words).strip(), files, now);
    tickets.move(ticketNo, own ? TicketState.OPEN : TicketState.ANSWERED, own ? null : actor, now);
    audit.record(
        actor, own ? "ticket.added" : "ticket.answered", "ticket", ticketNo, ticket.hall(), null);
    if (!own) {
      notifications.toAccount(
          ticket.hall(),
          ANSWERED_MESSAGE,
          ANSWERED_MESSAGE + ":" + ticketNo + ":" + now.toEpochMilli(),
          ticket.accountId(),
          null,
          Map.of("ticketNo", ticketNo));
    }
  }

  /**
   * Staff begin to work on it.
   *
   * @throws Refusal FORBIDDEN for all but reviewers and for one's own question, CONFLICT
   */
  @Transactional
  public void take(Actor actor, String ticketNo) {
    actor.require(Role.REVIEWER);
    Ticket ticket = open(actor, ticketNo);
    if (ticket.accountId() == actor.accountId()) {
      throw Refusal.forbidden("TICKET_OWN");
    }
    if (ticket.state() != TicketState.OPEN) {
      throw Refusal.conflict("TICKET_TAKEN");
    }
    tickets.move(ticketNo, TicketState.IN_PROGRESS, actor, clock.instant());
    audit.record(actor, "ticket.taken", "ticket", ticketNo, ticket.hall(), null);
  }

  /** Nothing more is said; by the applicant or by staff. */
  @Transactional
  public void close(Actor actor, String ticketNo) {
    Ticket ticket = open(actor, ticketNo);
    tickets.move(ticketNo, TicketState.CLOSED, null, clock.instant());
    audit.record(actor, "ticket.closed", "ticket", ticketNo, ticket.hall(), null);
  }

  /**
   * An applicant's own, for reviewers all; newest first.
   *
   * @param state null means any
   */
  @Transactional(readOnly = true)
  public List<Ticket> page(Actor actor, @Nullable TicketState state, int offset, int limit) {
    return tickets.page(actor, state, Math.max(0, offset), Math.clamp(limit, 1, 200));
  }

  @Transactional(readOnly = true)
  public int count(Actor actor, @Nullable TicketState state) {
    return tickets.count(actor, state);
  }

  /**
   * @throws Refusal NOT_FOUND also for what is not the actor's
   */
  @Transactional(readOnly = true)
  public Ticket get(Actor actor, String ticketNo) {
    return tickets
        .find(actor, ticketNo)
        .orElseThrow(() -> Refusal.notFound("TICKET_UNKNOWN", ticketNo));
  }

  @Transactional(readOnly = true)
  public List<TicketEntry> entries(Actor actor, String ticketNo) {
    return tickets.entries(get(actor, ticketNo).ticketNo());
  }

  @Transactional(readOnly = true)
  public CheckedFile file(Actor actor, String ticketNo, long fileId) {
    return tickets
        .file(get(actor, ticketNo).ticketNo(), fileId)
        .orElseThrow(() -> Refusal.notFound("TICKET_UNKNOWN", ticketNo));
  }

  private Ticket open(Actor actor, String ticketNo) {
    Ticket ticket =
        tickets
            .locked(actor, ticketNo)
            .orElseThrow(() -> Refusal.notFound("TICKET_UNKNOWN", ticketNo));
    if (ticket.state() == TicketState.CLOSED) {
      throw Refusal.conflict("TICKET_CLOSED");
    }
    return ticket;
  }

  private static void check(
      String path, @Nullable String words, int longest, List<Problem> problems) {
    if (words == null || words.isBlank()) {
      problems.add(Problem.of(path, "FIELD_REQUIRED"));
    } else if (words.strip().codePointCount(0, words.strip().length()) > longest) {
      problems.add(Problem.of(path, "TEXT_TOO_LONG", longest));
    }
  }

  private static List<CheckedFile> read(List<Upload> uploads) throws IOException {
    if (uploads.size() > MOST_FILES) {
      throw Refusal.rule("file", "TICKET_FILES", MOST_FILES);
    }
    List<CheckedFile> files = new ArrayList<>();
    for (Upload upload : uploads) {
      files.add(CheckedFile.read(upload.content(), upload.fileName(), MAX_BYTES, FORMATS, "file"));
    }
    return files;
  }
}
