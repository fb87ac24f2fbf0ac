package io.certhall.workers.ca.lint;

import io.certhall.workers.ca.profile.CertificateProfile;
import io.certhall.workers.ca.profile.PairProfile;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes that are about to be signed and says what is wrong with them. It trusts nothing
 * that wrote them: everything is compared with the profile and the issuer again.
 */
public final class CertificateLinter {

  private final Clock clock;

  public CertificateLinter(Clock clock) {
    this.clock = clock;
  }

  /** Returns every finding; none means the certificate may be signed. */
  public List<LintFinding> lint(byte[] toBeSigned, CertificateProfile profile, Issuer issuer) {
    var findings = new Findings(profile.name());
    check(toBeSigned, profile, issuer, findings);
    return findings.list();
  }

  /** Lints both certificates, and what they must share or must not share. */
  public List<LintFinding> lintPair(
      byte[] signing, byte[] encryption, PairProfile profile, Issuer issuer) {
    var ofSigning = new Findings(profile.signing().name());
    var ofEncryption = new Findings(profile.encryption().name());
    var signingBody = check(signing, profile.signing(), issuer, ofSigning);
    var encryptionBody = check(encryption, profile.encryption(), issuer, ofEncryption);
    var all = new ArrayList<>(ofSigning.list());
    all.addAll(ofEncryption.list());
    if (signingBody != null && encryptionBody != null) {
      all.addAll(PairRules.check(signingBody, encryptionBody, profile));
    }
    return List.copyOf(all);
  }

  /** The body that was read; null when it can't be. */
  private @Nullable TBSCertificate check(
      byte[] toBeSigned, CertificateProfile profile, Issuer issuer, Findings findings) {
    TBSCertificate body;
    try {
      body = TBSCertificate.getInstance(toBeSigned);
      if (!Arrays.equals(body.getEncoded(ASN1Encoding.DER), toBeSigned)) {
        findings.add(LintRule.BODY_NOT_DER, "");
      }
    } catch (IOException | RuntimeException e) {
      findings.add(LintRule.BODY_UNREADABLE, String.valueOf(e.getMessage()));
      return null;
    }
    HeaderRules.check(body, issuer, findings);
    new ValidityRules(clock).check(body, profile, issuer, findings);
    SubjectRules.check(body, profile, findings);
    KeyRules.check(body, profile, issuer, findings);
    ExtensionRules.check(body, profile, issuer, findings);
    IdentityRules.check(body, profile, findings);
    return body;
  }
}
