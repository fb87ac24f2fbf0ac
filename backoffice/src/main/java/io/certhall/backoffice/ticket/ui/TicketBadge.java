package io.certhall.backoffice.ticket.ui;

import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.ticket.Ticket;

/** A ticket's state and category in words. */
final class TicketBadge {

  private TicketBadge() {}

  static StatusBadge of(Ticket ticket) {
    return new StatusBadge(
        Texts.of(ticket.state()),
        switch (ticket.state()) {
          case OPEN, IN_PROGRESS -> StatusBadge.Tone.WAITING;
          case ANSWERED -> StatusBadge.Tone.DONE;
          case CLOSED -> StatusBadge.Tone.NEUTRAL;
        });
  }

  /** The code of a category the hall no longer has. */
  static String category(HallSettings hall, Ticket ticket) {
    return hall.ticketCategories().stream()
        .filter(category -> category.code().equals(ticket.category()))
        .findFirst()
        .map(category -> Texts.of(category.label()))
        .orElse(ticket.category());
  }
}
