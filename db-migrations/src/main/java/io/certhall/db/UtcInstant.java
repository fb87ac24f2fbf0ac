package io.certhall.db;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jooq.impl.AbstractConverter;

/** Every {@code datetime(6)} column is UTC; the code sees instants. */
public final class UtcInstant extends AbstractConverter<LocalDateTime, Instant> {

  public UtcInstant() {
    super(LocalDateTime.class, Instant.class);
  }

  @Override
  public Instant from(LocalDateTime stored) {
    return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
  }

  @Override
  public LocalDateTime to(Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
