package io.certhall.workers.ca;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyContentSigner;
import io.certhall.workers.ca.key.KeyMaterial;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.profile.KeyId;
import io.certhall.workers.ca.profile.SerialNumber;
import io.certhall.workers.ca.profile.Validity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/**
 * Opens the key that signs a CA's OCSP answers, {@code hall.ocsp.p12} in the CA folder; makes it at
 * the first start and anew before its certificate ends. Clients do not ask for this certificate's
 * own status (id-pkix-ocsp-nocheck), so it lives for a year only. A CA of another kind than SM2
 * signs its answers itself, which RFC 6960 allows.
 */
public final class ResponderCeremony {

  private static final Duration LIFE = Duration.ofDays(365);
  private static final Duration RENEWED_AHEAD = Duration.ofDays(30);

  private final CertificateAuthority authority;
  private final CaFiles files;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  private ResponderCeremony(Path folder, CertificateAuthority authority, Clock clock) {
    this.authority = authority;
    // No CA is named like this: the name can't be another CA's.
    this.files = new CaFiles(folder, authority.name() + ".ocsp");
    this.clock = clock;
  }

  /** The responder's key, with a certificate that is good for weeks at least. */
  public static SigningKey open(Path folder, CertificateAuthority authority, Clock clock) {
    if (!Sm2.SIGNATURE.equals(authority.key().algorithm())) {
      return authority.key();
    }
    try (var lock = CeremonyLock.on(folder)) {
      return lock.during(new ResponderCeremony(folder, authority, clock)::open);
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.FILE_NOT_WRITTEN, folder, e.toString());
    }
  }

  /** Whether its certificate should be made anew. */
  public static boolean isEnding(SigningKey responder, Instant now) {
    return !responder.certificate().getNotAfter().toInstant().minus(RENEWED_AHEAD).isAfter(now);
  }

  private SigningKey open() {
    if (files.hasKey()) {
      var key = files.open();
      if (key.certificate().getIssuer().equals(authority.certificate().getSubject())
          && !isEnding(key, clock.instant())) {
        return key;
      }
    }
    var pair = Sm2.generate(random);
    var chain = new ArrayList<>(List.of(certificate(pair.publicKeyInfo())));
    chain.addAll(authority.key().chain());
    return files.store(KeyMaterial.of(pair), chain, random);
  }

  private X509CertificateHolder certificate(SubjectPublicKeyInfo key) {
    var issuer = authority.certificate();
    var now = clock.instant();
    var end = now.plus(LIFE);
    var last = issuer.getNotAfter().toInstant();
    var validity = new Validity(now.minus(Duration.ofHours(1)), end.isBefore(last) ? end : last);
    try {
      return new X509v3CertificateBuilder(
              issuer.getSubject(),
              SerialNumber.random(random).value(),
              Date.from(validity.notBefore()),
              Date.from(validity.notAfter()),
              Locale.ROOT,
              name(issuer.getSubject()),
              key)
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
          .addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE)
          .addExtension(
              Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(KeyId.of(key)))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              new AuthorityKeyIdentifier(KeyId.of(issuer.getSubjectPublicKeyInfo())))
          .build(new KeyContentSigner(authority.key()));
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.FILE_NOT_WRITTEN, files.keyFile(), e.toString());
    }
  }

  private static X500Name name(X500Name issuer) {
    return CaCertificate.name(first(issuer, false), first(issuer, true) + " OCSP");
  }

  private static String first(X500Name name, boolean commonName) {
    var found = name.getRDNs(commonName ? BCStyle.CN : BCStyle.O);
    return found.length == 0 ? "" : IETFUtils.valueToString(found[0].getFirst().getValue());
  }
}
