package io.certhall.workers.ca;

import io.certhall.workers.ca.escrow.EnvelopedKey;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyContentSigner;
import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.key.Sm2KeyPair;
import io.certhall.workers.ca.key.Sm2Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/** Stands in for a key medium where none is plugged in: makes the signing key and the request. */
public final class SimulatedMedium {

  private static final int LINE = 64;

  private final Sm2KeyPair signingKey;
  private final SecureRandom random;

  private SimulatedMedium(Sm2KeyPair signingKey, SecureRandom random) {
    this.signingKey = signingKey;
    this.random = random;
  }

  public static SimulatedMedium create(SecureRandom random) {
    return new SimulatedMedium(Sm2.generate(random), random);
  }

  /** Brings back a medium from what {@link #pkcs8()} returned. */
  public static SimulatedMedium restore(byte[] pkcs8, SecureRandom random) {
    try {
      if (PrivateKeyFactory.createKey(pkcs8) instanceof ECPrivateKeyParameters key) {
        var own = new ECPrivateKeyParameters(key.getD(), Sm2.DOMAIN);
        return new SimulatedMedium(Sm2KeyPair.of(own), random);
      }
      throw new CaFault(FaultCode.KEY_NOT_SM2, "PKCS#8");
    } catch (IOException | IllegalArgumentException e) {
      throw new CaFault(e, FaultCode.KEY_NOT_SM2, "PKCS#8");
    }
  }

  public SubjectKey publicKey() {
    return new SubjectKey(signingKey.publicKeyInfo(), false);
  }

  /** A PKCS#10 request in PEM; the CA takes the subject from the order, not from here. */
  public String request(String commonName) {
    X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
    var builder = new PKCS10CertificationRequestBuilder(subject, signingKey.publicKeyInfo());
    var signer = new KeyContentSigner(new Sm2Signature(signingKey.privateKey(), random));
    try {
      var encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
      var text = encoder.encodeToString(builder.build(signer).getEncoded());
      return "-----BEGIN CERTIFICATE REQUEST-----\n"
          + text
          + "\n-----END CERTIFICATE REQUEST-----\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the pair as a medium does; returns the encryption key it opened. */
  public Sm2KeyPair install(SignedPair pair) {
    if (!DerBytes.certificate(pair.signingCertificate())
        .getSubjectPublicKeyInfo()
        .equals(signingKey.publicKeyInfo())) {
      throw new CaFault(FaultCode.ENVELOPE_FOR_OTHER_KEY);
    }
    if (!(pair.encryptionKey() instanceof EnvelopedKey envelope)) {
      throw new CaFault(FaultCode.ENVELOPE_UNREADABLE, "≠ SM2EnvelopedKey");
    }
    return open(envelope, DerBytes.certificate(pair.encryptionCertificate()));
  }

  private Sm2KeyPair open(EnvelopedKey envelope, X509CertificateHolder certificate) {
    var key = envelope.openBlob(signingKey.privateKey());
    if (!key.publicKeyInfo().equals(certificate.getSubjectPublicKeyInfo())) {
      throw new CaFault(FaultCode.ESCROW_KEY_DIFFERS);
    }
    return key;
  }

  /** The private key in PKCS#8, for simulators that must survive a restart. */
  public byte[] pkcs8() {
    try {
      return PrivateKeyInfoFactory.createPrivateKeyInfo(signingKey.privateKey()).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
