package io.certhall.workers.ca.lint;

import io.certhall.workers.ca.profile.CertificateProfile;
import io.certhall.workers.ca.profile.Validity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;

/** Validity: inside the CA's, not too long, not too far from today. */
record ValidityRules(Clock clock) {

  /** A parked order may be signed some days after it was prepared. */
  static final Duration BACKDATING = Duration.ofDays(7);

  static final Duration AHEAD = Duration.ofDays(366);

  private static final int FIRST_YEAR_OF_GENERALIZED_TIME = 2050;

  void check(TBSCertificate body, CertificateProfile profile, Issuer issuer, Findings findings) {
    var start = body.getStartDate().getDate().toInstant();
    var end = body.getEndDate().getDate().toInstant();
    checkEncoding(body.getStartDate(), start, findings);
    checkEncoding(body.getEndDate(), end, findings);
    if (!end.isAfter(start)) {
      findings.add(LintRule.VALIDITY_REVERSED, start + " – " + end);
      return;
    }
    var from = issuer.certificate().getNotBefore().toInstant();
    var until = issuer.certificate().getNotAfter().toInstant();
    findings.addIf(
        start.isBefore(from), LintRule.VALIDITY_STARTS_BEFORE_ISSUER, start + " < " + from);
    findings.addIf(end.isAfter(until), LintRule.VALIDITY_ENDS_AFTER_ISSUER, end + " > " + until);
    var longest =
        start
            .atZone(Validity.ZONE)
            .plusYears(profile.maxYears())
            .plusDays(profile.carryOverDays())
            .toInstant();
    findings.addIf(end.isAfter(longest), LintRule.VALIDITY_TOO_LONG, end + " > " + longest);
    var now = clock.instant();
    findings.addIf(start.isBefore(now.minus(BACKDATING)), LintRule.VALIDITY_BACKDATED, start);
    findings.addIf(start.isAfter(now.plus(AHEAD)), LintRule.VALIDITY_TOO_FAR_AHEAD, start);
    findings.addIf(!end.isAfter(now), LintRule.VALIDITY_OVER, end);
  }

  /** RFC 5280: UTCTime through 2049, GeneralizedTime after. */
  private static void checkEncoding(Time time, Instant instant, Findings findings) {
    var early = instant.atZone(ZoneOffset.UTC).getYear() < FIRST_YEAR_OF_GENERALIZED_TIME;
    var utc = time.toASN1Primitive() instanceof ASN1UTCTime;
    findings.addIf(early != utc, LintRule.TIME_ENCODING, instant);
  }
}
