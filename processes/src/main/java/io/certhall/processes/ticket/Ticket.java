package io.certhall.processes.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param category code of the hall's categories
 * @param assigneeName who of the staff works on it
 */
public record Ticket(
    String ticketNo,
    String hall,
    long accountId,
    String applicantName,
    String category,
    String subject,
    TicketState state,
    @Nullable String assigneeName,
    Instant createdAt,
    Instant stateSince) {}
