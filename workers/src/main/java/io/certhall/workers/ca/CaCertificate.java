package io.certhall.workers.ca;

import io.certhall.workers.ca.key.KeyContentSigner;
import io.certhall.workers.ca.profile.KeyId;
import io.certhall.workers.ca.profile.SerialNumber;
import io.certhall.workers.ca.profile.Validity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Writes the certificates of the root CA and of the issuing CAs. */
record CaCertificate(SerialNumber serial, Validity validity) {

  private static final ASN1ObjectIdentifier ANY_POLICY = new ASN1ObjectIdentifier("2.5.29.32.0");

  static X500Name name(String organisation, String commonName) {
    return new X500Name(
        new RDN[] {
          new RDN(BCStyle.C, new DERPrintableString("CN")),
          new RDN(BCStyle.O, new DERUTF8String(organisation)),
          new RDN(BCStyle.CN, new DERUTF8String(commonName))
        });
  }

  X509CertificateHolder root(X500Name name, SubjectPublicKeyInfo key, KeyContentSigner signer) {
    var usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    return build(builder(name, name, key), key, key, new BasicConstraints(true), usage, signer);
  }

  /** An issuing CA may not make further CAs; it also signs its own OCSP answers. */
  X509CertificateHolder issuing(
      X509CertificateHolder root,
      X500Name name,
      SubjectPublicKeyInfo key,
      KeyContentSigner signer) {
    var builder = builder(root.getSubject(), name, key);
    try {
      builder.addExtension(
          Extension.certificatePolicies,
          false,
          new CertificatePolicies(new PolicyInformation(ANY_POLICY)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var usage = KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature;
    var issuerKey = root.getSubjectPublicKeyInfo();
    return build(builder, key, issuerKey, new BasicConstraints(0), usage, signer);
  }

  private X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, SubjectPublicKeyInfo key) {
    return new X509v3CertificateBuilder(
        issuer,
        serial.value(),
        date(validity.notBefore()),
        date(validity.notAfter()),
        Locale.ROOT,
        subject,
        key);
  }

  private static X509CertificateHolder build(
      X509v3CertificateBuilder builder,
      SubjectPublicKeyInfo key,
      SubjectPublicKeyInfo issuerKey,
      BasicConstraints constraints,
      int usage,
      KeyContentSigner signer) {
    try {
      return builder
          .addExtension(Extension.basicConstraints, true, constraints)
          .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
          .addExtension(
              Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(KeyId.of(key)))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              new AuthorityKeyIdentifier(KeyId.of(issuerKey)))
          .build(signer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Date date(Instant instant) {
    return Date.from(instant);
  }
}
