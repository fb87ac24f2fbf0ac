package io.certhall.processes.invoice;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Invoice numbers: 20 digits, as those of electronic invoices, and in the order of issue. 15 are
 * the millisecond in Chinese time, used once per process; 5 are random, so that two processes
 * rarely meet. Where they do, the primary key refuses and the job comes again.
 */
@Component
class InvoiceNumbers {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyMMddHHmmssSSS").withZone(ZoneId.of("Asia/Shanghai"));

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  InvoiceNumbers(Clock clock) {
    this.clock = clock;
  }

  String next() {
    long millis = last.accumulateAndGet(clock.millis(), (used, now) -> Math.max(used + 1, now));
    return FORMAT.format(Instant.ofEpochMilli(millis)) + "%05d".formatted(random.nextInt(100_000));
  }
}
