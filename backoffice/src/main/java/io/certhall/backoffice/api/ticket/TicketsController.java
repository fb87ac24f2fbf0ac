package io.certhall.backoffice.api.ticket;

import io.certhall.backoffice.api.Page;
import io.certhall.processes.security.Actor;
import io.certhall.processes.ticket.Ticket;
import io.certhall.processes.ticket.TicketEntry;
import io.certhall.processes.ticket.TicketState;
import io.certhall.processes.ticket.Tickets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Special service (专项服务): questions to a hall and their answers. */
@Tag(name = "tickets")
@RestController
@RequestMapping("/api/v1/tickets")
class TicketsController {

  private final Tickets tickets;

  TicketsController(Tickets tickets) {
    this.tickets = tickets;
  }

  /** A ticket with all that was said. */
  record Detail(Ticket ticket, List<TicketEntry> entries) {}

  record Words(@Nullable String words) {}

  @Operation(
      summary = "提交专项服务 · Ask a hall",
      description = "`category` is one of the hall's; 422 TICKETS_NOT_OFFERED without any.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Detail ask(@AuthenticationPrincipal Actor actor, @RequestBody Tickets.Question question)
      throws IOException {
    return detail(actor, tickets.ask(actor, question, List.of()));
  }

  @Operation(
      summary = "专项服务列表 · One's own, for reviewers all; newest first",
      description = "`state` leaves out all others.")
  @GetMapping
  Page<Ticket> list(
      @AuthenticationPrincipal Actor actor,
      @RequestParam(required = false) @Nullable TicketState state) {
    return Page.all(tickets.page(actor, state, 0, 200));
  }

  @Operation(
      summary = "专项服务详情 · One with all that was said",
      description = "404 TICKET_UNKNOWN for another's.")
  @GetMapping("/{ticketNo}")
  Detail get(@AuthenticationPrincipal Actor actor, @PathVariable String ticketNo) {
    return detail(actor, ticketNo);
  }

  @Operation(
      summary = "补充或答复 · The applicant adds something, or staff answer",
      description = "The answer is told to the applicant. 409 TICKET_CLOSED.")
  @PostMapping("/{ticketNo}/entries")
  @ResponseStatus(HttpStatus.CREATED)
  Detail say(
      @AuthenticationPrincipal Actor actor, @PathVariable String ticketNo, @RequestBody Words body)
      throws IOException {
    tickets.say(actor, ticketNo, body.words(), List.of());
    return detail(actor, ticketNo);
  }

  @Operation(summary = "受理 · Staff begin to work on it", description = "409 TICKET_TAKEN.")
  @PostMapping("/{ticketNo}/claim")
  Detail take(@AuthenticationPrincipal Actor actor, @PathVariable String ticketNo) {
    tickets.take(actor, ticketNo);
    return detail(actor, ticketNo);
  }

  @Operation(
      summary = "关闭 · Nothing more is said",
      description = "By its owner or staff. 409 TICKET_CLOSED when it is closed.")
  @PostMapping("/{ticketNo}/close")
  Detail close(@AuthenticationPrincipal Actor actor, @PathVariable String ticketNo) {
    tickets.close(actor, ticketNo);
    return detail(actor, ticketNo);
  }

  private Detail detail(Actor actor, String ticketNo) {
    return new Detail(tickets.get(actor, ticketNo), tickets.entries(actor, ticketNo));
  }
}
