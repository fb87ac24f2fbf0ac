package io.certhall.processes.secret;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times inside refusals, in Chinese time. */
final class SecretTimes {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private SecretTimes() {}

  static String minute(Instant at) {
    return MINUTE.format(at);
  }
}
