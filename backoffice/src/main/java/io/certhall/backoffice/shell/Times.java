package io.certhall.backoffice.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as people in the hall read them. */
public final class Times {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZONE);

  private Times() {}

  public static String minute(@Nullable Instant at) {
    return at == null ? "" : MINUTE.format(at);
  }

  public static String second(@Nullable Instant at) {
    return at == null ? "" : SECOND.format(at);
  }

  public static String day(@Nullable Instant at) {
    return at == null ? "" : DAY.format(at);
  }
}
