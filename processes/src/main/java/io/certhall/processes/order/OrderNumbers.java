package io.certhall.processes.order;

import io.certhall.bpmn.HallSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Order numbers: the millisecond of creation in Chinese time, 17 digits (GS-96), where the hall
 * says so after a prefix and before random digits (ZR-24). Within one process each millisecond is
 * used once; across processes the primary key decides and the caller asks again.
 */
@Component
public class OrderNumbers {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneId.of("Asia/Shanghai"));

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  OrderNumbers(Clock clock) {
    this.clock = clock;
  }

  public String next(HallSettings.OrderNumber format) {
    long millis = last.accumulateAndGet(clock.millis(), (used, now) -> Math.max(used + 1, now));
    StringBuilder number =
        new StringBuilder(format.prefix()).append(FORMAT.format(Instant.ofEpochMilli(millis)));
    for (int digit = 0; digit < format.randomDigits(); digit++) {
      number.append(random.nextInt(10));
    }
    return number.toString();
  }
}
