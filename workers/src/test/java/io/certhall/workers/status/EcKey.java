package io.certhall.workers.status;

import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.profile.CaUrls;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key on P-256 with a certificate: a CA, its responder or a holder. */
record EcKey(KeyPair pair, List<X509CertificateHolder> chain) implements SigningKey {

  static final CaUrls URLS = CaUrls.below("http://pki.example.cn", "ec");

  static EcKey authority() throws Exception {
    KeyPair pair = generated();
    X509v3CertificateBuilder builder = builder("CN=EC CA", "CN=EC CA", BigInteger.ONE, pair);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    return new EcKey(pair, List.of(signed(builder, pair)));
  }

  EcKey responder() throws Exception {
    KeyPair own = generated();
    X509v3CertificateBuilder builder = builder("CN=EC CA", "CN=EC OCSP", BigInteger.TWO, own);
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
    builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
    return new EcKey(own, List.of(signed(builder, pair), certificate()));
  }

  X509CertificateHolder holder(BigInteger serial) throws Exception {
    X509v3CertificateBuilder builder = builder("CN=EC CA", "CN=holder", serial, generated());
    builder.addExtension(Extension.cRLDistributionPoints, false, URLS.crlExtension(serial));
    return signed(builder, pair);
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    return certificate().getSubjectPublicKeyInfo();
  }

  @Override
  public byte[] sign(byte[] toBeSigned) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(toBeSigned);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair generated() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static X509v3CertificateBuilder builder(
      String issuer, String subject, BigInteger serial, KeyPair pair) {
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
        new X500Name(issuer),
        serial,
        Date.from(now.minus(Duration.ofDays(1))),
        Date.from(now.plus(Duration.ofDays(30))),
        new X500Name(subject),
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
  }

  private static X509CertificateHolder signed(X509v3CertificateBuilder builder, KeyPair pair)
      throws Exception {
    return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
  }
}
