package io.certhall.workers.ca.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.cert.X509CertificateHolder;

/** Writes the part of a certificate that gets signed, as its profile says. */
public final class CertificateBody {

  private final X509CertificateHolder issuer;
  private final AlgorithmIdentifier signature;
  private final AuthorityKeyIdentifier authorityKey;

  public CertificateBody(X509CertificateHolder issuer, AlgorithmIdentifier signature) {
    this.issuer = issuer;
    this.signature = signature;
    this.authorityKey = new AuthorityKeyIdentifier(KeyId.of(issuer.getSubjectPublicKeyInfo()));
  }

  /** Returns the TBSCertificate in DER. */
  public byte[] write(
      CertificateProfile profile,
      SubjectData subject,
      Validity validity,
      SubjectPublicKeyInfo key,
      SerialNumber serial) {
    return write(
        profile.subject().subject(subject),
        validity,
        key,
        serial,
        extensions(profile, subject, key, serial));
  }

  private byte[] write(
      X500Name subject,
      Validity validity,
      SubjectPublicKeyInfo key,
      SerialNumber serial,
      Extensions extensions) {
    var body = new V3TBSCertificateGenerator();
    body.setSerialNumber(new ASN1Integer(serial.value()));
    body.setSignature(signature);
    body.setIssuer(issuer.getSubject());
    body.setStartDate(time(validity.notBefore()));
    body.setEndDate(time(validity.notAfter()));
    body.setSubject(subject);
    body.setSubjectPublicKeyInfo(key);
    body.setExtensions(extensions);
    return der(body.generateTBSCertificate());
  }

  private Extensions extensions(
      CertificateProfile profile,
      SubjectData subject,
      SubjectPublicKeyInfo key,
      SerialNumber serial) {
    var extensions = new ExtensionsGenerator();
    try {
      extensions.addExtension(Extension.authorityKeyIdentifier, false, authorityKey);
      extensions.addExtension(
          Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(KeyId.of(key)));
      extensions.addExtension(Extension.keyUsage, true, KeyUse.extension(profile.keyUses()));
      if (!profile.extendedUses().isEmpty()) {
        extensions.addExtension(Extension.extendedKeyUsage, false, purposes(profile));
      }
      extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      extensions.addExtension(Extension.certificatePolicies, false, policies(profile));
      extensions.addExtension(
          Extension.cRLDistributionPoints, false, profile.urls().crlExtension(serial.value()));
      extensions.addExtension(
          Extension.authorityInfoAccess, false, profile.urls().accessExtension());
      var organisation = subject.organisation();
      if (organisation != null) {
        extensions.addExtension(
            profile.identity().organisation(),
            false,
            new DERPrintableString(organisation.creditCode()));
      }
      var person = subject.person();
      if (person != null) {
        extensions.addExtension(profile.identity().person(), false, person.extensionValue());
      }
      return extensions.generate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExtendedKeyUsage purposes(CertificateProfile profile) {
    return new ExtendedKeyUsage(
        profile.extendedUses().stream()
            .map(KeyPurposeId::getInstance)
            .toArray(KeyPurposeId[]::new));
  }

  private static CertificatePolicies policies(CertificateProfile profile) {
    return new CertificatePolicies(
        profile.policies().stream().map(PolicyInformation::new).toArray(PolicyInformation[]::new));
  }

  private static Time time(Instant instant) {
    return new Time(Date.from(instant), Locale.ROOT);
  }

  private static byte[] der(TBSCertificate body) {
    try {
      return body.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
