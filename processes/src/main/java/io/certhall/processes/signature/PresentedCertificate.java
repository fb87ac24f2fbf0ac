package io.certhall.processes.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A certificate somebody shows; what it says is proven by nothing until looked up. */
public final class PresentedCertificate {

  private static final Set<String> ALGORITHMS =
      Set.of("SHA256withECDSA", "SHA256withRSA", "SM3withSM2");
  private static final Provider PROVIDER = new BouncyCastleProvider();

  private final X509Certificate certificate;

  private PresentedCertificate(X509Certificate certificate) {
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

  /** Serial number in upper-case hexadecimal, whole bytes, as the register keeps it. */
  public String serial() {
    String hex = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    return hex.length() % 2 == 0 ? hex : "0" + hex;
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
