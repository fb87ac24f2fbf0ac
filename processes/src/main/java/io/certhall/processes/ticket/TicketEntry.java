package io.certhall.processes.ticket;

import java.time.Instant;
import java.util.List;

/** What somebody said, with the files he added. */
public record TicketEntry(
    long id, Instant at, String actor, boolean byStaff, String words, List<File> files) {

  /** A file to open by its id. */
  public record File(long id, String name, String format, long sizeBytes) {}
}
