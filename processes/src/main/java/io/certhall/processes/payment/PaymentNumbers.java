package io.certhall.processes.payment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Numbers of payments and refunds: day and time in China plus random digits, 24 in all. */
@Component
class PaymentNumbers {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));
  private static final long BOUND = 10_000_000_000L;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PaymentNumbers(Clock clock) {
    this.clock = clock;
  }

  String next() {
    return TIME.format(clock.instant()) + String.format("%010d", random.nextLong(BOUND));
  }
}
