package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** From the first to the last second a certificate is valid, both included, in whole seconds. */
public record Validity(Instant notBefore, Instant notAfter) {

  /** Years are counted in the calendar the holder reads. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public Validity {
    notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
    notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
    if (!notAfter.isAfter(notBefore)) {
      throw new CaFault(FaultCode.FIELD_INVALID, "validity", notBefore + " ≥ " + notAfter);
    }
  }

  /** The given number of years, at the same time of day; 29 February ends on the 28th. */
  public static Validity ofYears(Instant start, int years) {
    if (years < 1) {
      throw new CaFault(FaultCode.FIELD_INVALID, "years", "≥ 1: " + years);
    }
    return new Validity(start, start.atZone(ZONE).plusYears(years).toInstant());
  }

  /** A renewal that starts now and keeps the days left on the old certificate. */
  public static Validity renewed(Instant start, Instant oldEnd, int years) {
    var base = oldEnd.isAfter(start) ? oldEnd : start;
    return new Validity(start, ofYears(base, years).notAfter());
  }
}
