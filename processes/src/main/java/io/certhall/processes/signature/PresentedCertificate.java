package io.certhall.processes.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A certificate somebody shows; what it says is proven by nothing until looked up. */
public final class PresentedCertificate {

  private static final Set<String> ALGORITHMS =
      Set.of("SHA256withECDSA", "SHA256withRSA", "SM3withSM2");
  private static final Provider PROVIDER = new BouncyCastleProvider();

  private final X509Certificate certificate;

  PresentedCertificate(X509Certificate certificate) {
    this.certificate = certificate;
  }

  /**
   * @param der one X.509 certificate
   * @throws IllegalArgumentException for anything else
   */
  public static PresentedCertificate read(byte[] der) {
    try {
      return new PresentedCertificate(
          new JcaX509CertificateConverter()
              .setProvider(PROVIDER)
              .getCertificate(new X509CertificateHolder(der)));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }

  /**
   * As {@link #read}, also from PEM; of several certificates in a file the first counts.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static PresentedCertificate readFile(byte[] file) {
    return read(PemText.der(file, "CERTIFICATE"));
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** Its name, most general part first. */
  public String subject() {
    return BCStyle.INSTANCE.toString(
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
  }

  public String issuer() {
    return BCStyle.INSTANCE.toString(
        X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded()));
  }

  /** The first common name in its subject; empty where it has none. */
  public String commonName() {
    RDN[] names =
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
            .getRDNs(BCStyle.CN);
    return names.length == 0 ? "" : IETFUtils.valueToString(names[0].getFirst().getValue());
  }

  public Instant notBefore() {
    return certificate.getNotBefore().toInstant();
  }

  public Instant notAfter() {
    return certificate.getNotAfter().toInstant();
  }

  /** Whether it may sign documents; an encryption certificate may not. */
  public boolean isForSigning() {
    boolean[] uses = certificate.getKeyUsage();
    return uses == null || uses[0] || uses[1];
  }

  /** Whether the owner of this other certificate's key, a CA of that name, has issued it. */
  public boolean isIssuedBy(PresentedCertificate authority) {
    if (!certificate
            .getIssuerX500Principal()
            .equals(authority.certificate.getSubjectX500Principal())
        || authority.certificate.getBasicConstraints() < 0) {
      return false;
    }
    try {
      certificate.verify(authority.certificate.getPublicKey(), PROVIDER);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether it is a CA's, allowed to sign certificates. */
  public boolean isAuthority() {
    boolean[] uses = certificate.getKeyUsage();
    return certificate.getBasicConstraints() >= 0 && (uses == null || uses[5]);
  }

  /** Whether its key may prove who holds it. */
  public boolean isForAuthentication() {
    boolean[] uses = certificate.getKeyUsage();
    return certificate.getBasicConstraints() < 0 && (uses == null || uses[0]);
  }

  /** Texts of the extension and of the subject's attributes with this object identifier. */
  public List<String> texts(String oid) {
    List<String> texts = new ArrayList<>();
    for (RDN part :
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
            .getRDNs(new ASN1ObjectIdentifier(oid))) {
      for (AttributeTypeAndValue value : part.getTypesAndValues()) {
        if (value.getType().getId().equals(oid)) {
          texts.add(IETFUtils.valueToString(value.getValue()));
        }
      }
    }
    byte[] extension = certificate.getExtensionValue(oid);
    if (extension != null) {
      try {
        ASN1Primitive inside =
            ASN1Primitive.fromByteArray(ASN1OctetString.getInstance(extension).getOctets());
        if (inside instanceof ASN1String text) {
          texts.add(text.getString());
        }
      } catch (IOException e) {
        return texts;
      }
    }
    return texts;
  }

  /** Serial number in upper-case hexadecimal, whole bytes, as the register keeps it. */
  public String serial() {
    String hex = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    return hex.length() % 2 == 0 ? hex : "0" + hex;
  }

  public boolean isValidAt(Instant time) {
    return !time.isBefore(certificate.getNotBefore().toInstant())
        && !time.isAfter(certificate.getNotAfter().toInstant());
  }

  /**
   * Whether its key made this signature.
   *
   * @param algorithm SHA256withECDSA, SHA256withRSA or SM3withSM2; any other is not accepted
   */
  public boolean signed(byte[] message, String algorithm, byte[] signature) {
    if (!ALGORITHMS.contains(algorithm)) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(algorithm, PROVIDER);
      verifier.initVerify(certificate.getPublicKey());
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
