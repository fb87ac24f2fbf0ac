package io.certhall.processes.verification;

import io.certhall.processes.certificate.CaCertificates;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.signature.DetachedSignature;
import io.certhall.processes.signature.PresentedCertificate;
import io.certhall.processes.verification.PublicCertificate.Standing;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a file is a certificate of ours that can be relied on, or signed with one. */
@Component
public class Verification {

  private static final String ROOT = "root";

  private final CaCertificates authorities;
  private final CertificateLookup lookup;

  Verification(CaCertificates authorities, CertificateLookup lookup) {
    this.authorities = authorities;
    this.lookup = lookup;
  }

  /** One signature: what it proves, and who made it. */
  public record SignedBy(Verdict verdict, @Nullable PublicCertificate certificate) {}

  /** The first thing that is wrong, or that nothing is. */
  public enum Verdict {
    VERIFIED,
    CONTENT_DIFFERS,
    CERTIFICATE_MISSING,
    ALGORITHM_UNKNOWN,
    NOT_FOR_SIGNING,
    ISSUER_FOREIGN,
    CERTIFICATE_UNKNOWN,
    CERTIFICATE_REVOKED,
    CERTIFICATE_ON_HOLD,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_NOT_YET
  }

  /**
   * A certificate in PEM or DER: its chain to our authorities, validity and status.
   *
   * @throws Refusal MALFORMED CERTIFICATE_UNREADABLE; TOO_MANY LOOKUP_TOO_OFTEN
   */
  public PublicCertificate certificate(byte[] file, String address) {
    lookup.count(address);
    return standing(read(file, "certificate"));
  }

  /**
   * @param signature CMS or GB/T 35275 signedData, or the bare bytes of one signature
   * @param given certificate file for a signature that brings none; null or empty: none
   * @param serial of a certificate of ours, instead of the file
   * @throws Refusal MALFORMED SIGNATURE_UNREADABLE, CERTIFICATE_UNREADABLE; TOO_MANY
   *     LOOKUP_TOO_OFTEN
   */
  public List<SignedBy> signature(
      byte[] content, byte[] signature, byte @Nullable [] given, String serial, String address) {
    lookup.count(address);
    PresentedCertificate certificate = null;
    if (given != null && given.length > 0) {
      certificate = read(given, "certificate");
    } else if (!serial.isBlank()) {
      certificate =
          lookup
              .der(serial.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT))
              .map(PresentedCertificate::read)
              .orElseThrow(() -> Refusal.rule("serial", "LOOKUP_NOTHING_FOUND"));
    }
    try {
      return DetachedSignature.check(content, signature, certificate).stream()
          .map(this::judged)
          .toList();
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("signature", "SIGNATURE_UNREADABLE");
    }
  }

  /** The authority's certificate and the root's, PEM. */
  public String chain(String ca) {
    Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return Stream.of(ca, ROOT)
        .distinct()
        .map(authorities::der)
        .map(base64::encodeToString)
        .map(body -> "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
        .collect(Collectors.joining());
  }

  private SignedBy judged(DetachedSignature.Signer signer) {
    PresentedCertificate certificate = signer.certificate();
    PublicCertificate told = certificate == null ? null : standing(certificate);
    Verdict verdict =
        switch (signer.finding()) {
          case WRONG -> Verdict.CONTENT_DIFFERS;
          case CERTIFICATE_MISSING -> Verdict.CERTIFICATE_MISSING;
          case ALGORITHM_UNKNOWN -> Verdict.ALGORITHM_UNKNOWN;
          case VERIFIED ->
              certificate == null || told == null
                  ? Verdict.CERTIFICATE_MISSING
                  : certificate.isForSigning() ? verdict(told.standing()) : Verdict.NOT_FOR_SIGNING;
        };
    return new SignedBy(verdict, told);
  }

  private static Verdict verdict(Standing standing) {
    return switch (standing) {
      case GOOD -> Verdict.VERIFIED;
      case ON_HOLD -> Verdict.CERTIFICATE_ON_HOLD;
      case REVOKED -> Verdict.CERTIFICATE_REVOKED;
      case EXPIRED -> Verdict.CERTIFICATE_EXPIRED;
      case NOT_YET -> Verdict.CERTIFICATE_NOT_YET;
      case FOREIGN -> Verdict.ISSUER_FOREIGN;
      case UNKNOWN -> Verdict.CERTIFICATE_UNKNOWN;
    };
  }

  /** The register is asked only after the chain: anybody can write a serial number. */
  private PublicCertificate standing(PresentedCertificate certificate) {
    Optional<String> ca = issuer(certificate);
    if (ca.isPresent()) {
      Optional<PublicCertificate> ours = lookup.find(certificate.serial());
      if (ours.isPresent()) {
        return ours.get();
      }
    }
    return new PublicCertificate(
        certificate.serial(),
        ca.orElse(null),
        certificate.commonName(),
        certificate.issuer(),
        certificate.notBefore(),
        certificate.notAfter(),
        ca.isPresent() ? Standing.UNKNOWN : Standing.FOREIGN,
        null,
        null);
  }

  /** Our authority that has issued it, itself below our root. */
  private Optional<String> issuer(PresentedCertificate certificate) {
    List<String> names = authorities.list().stream().map(CaCertificates.Authority::ca).toList();
    if (!names.contains(ROOT)) {
      return Optional.empty();
    }
    PresentedCertificate root = PresentedCertificate.read(authorities.der(ROOT));
    for (String ca : names) {
      PresentedCertificate authority = PresentedCertificate.read(authorities.der(ca));
      if (certificate.isIssuedBy(authority) && authority.isIssuedBy(root)) {
        return Optional.of(ca);
      }
    }
    return Optional.empty();
  }

  private static PresentedCertificate read(byte[] file, String field) {
    try {
      return PresentedCertificate.readFile(file);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(field, "CERTIFICATE_UNREADABLE");
    }
  }
}
