package io.certhall.standalone.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Two certificates a time, built and signed as Bouncy Castle's examples do it, kept nowhere. */
final class RawSigning {

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final X500Name CA = new X500Name("C=CN,O=测速,CN=测速CA");
  private static final X500Name SUBJECT = new X500Name("C=CN,ST=甘肃省,L=兰州市,O=测速,CN=测速");

  private final SecureRandom random = new SecureRandom();
  private final KeyPair issuer;
  private final KeyPair holder;

  RawSigning() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
      generator.initialize(new ECGenParameterSpec("sm2p256v1"), random);
      this.issuer = generator.generateKeyPair();
      this.holder = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void pair() {
    certificate(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
    certificate(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment);
  }

  /** A PKCS#10 request of the holder's key in PEM, as a key medium makes it. */
  String request() {
    try {
      byte[] der =
          new JcaPKCS10CertificationRequestBuilder(SUBJECT, holder.getPublic())
              .build(signer(holder))
              .getEncoded();
      return "-----BEGIN CERTIFICATE REQUEST-----\n"
          + Base64.getMimeEncoder().encodeToString(der)
          + "\n-----END CERTIFICATE REQUEST-----\n";
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(KeyPair key) throws OperatorCreationException {
    return new JcaContentSignerBuilder("SM3withSM2").setProvider(PROVIDER).build(key.getPrivate());
  }

  private void certificate(int usage) {
    Instant now = Instant.now();
    try {
      new JcaX509v3CertificateBuilder(
              CA,
              new BigInteger(127, random),
              Date.from(now),
              Date.from(now.plus(Duration.ofDays(365))),
              SUBJECT,
              holder.getPublic())
          .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
          .build(signer(issuer));
    } catch (CertIOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
