package io.certhall.processes.account;

import io.certhall.processes.account.KeyLogin.Answer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** An issuer that is not this hall, made for a test; good for a year. */
final class PartnerAuthority {

  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final ASN1ObjectIdentifier ORGANISATION_CODE =
      new ASN1ObjectIdentifier("1.2.156.10260.4.1.4");

  private final String curve;
  private final Instant now;
  private final Key own;

  PartnerAuthority(String name, String curve, Instant now) {
    this.curve = curve;
    this.now = now;
    KeyPair pair = pair();
    X500Name self = new X500Name("CN=" + name);
    this.own = new Key(self, pair, certificate(self, pair, self, pair, true, null));
  }

  /** A key with its certificate. */
  final class Key {

    private final X500Name name;
    private final KeyPair pair;
    private final byte[] der;

    private Key(X500Name name, KeyPair pair, byte[] der) {
      this.name = name;
      this.pair = pair;
      this.der = der;
    }

    Answer signs(String message) {
      try {
        Signature signature = Signature.getInstance(algorithm(), PROVIDER);
        signature.initSign(pair.getPrivate());
        signature.update(message.getBytes(StandardCharsets.UTF_8));
        Base64.Encoder base64 = Base64.getEncoder();
        return new Answer(
            base64.encodeToString(der), base64.encodeToString(signature.sign()), algorithm());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Issues a certificate, whether it may or not. */
    Key certifies(String unit) {
      X500Name subject = new X500Name("CN=holder,2.5.4.97=" + unit);
      KeyPair holder = pair();
      return new Key(subject, holder, certificate(name, pair, subject, holder, false, null));
    }

    String pem() {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
          + "\n-----END CERTIFICATE-----\n";
    }
  }

  String pem() {
    return own.pem();
  }

  /** For a unit with this credit code, in its subject. */
  Key certifies(String unit) {
    return own.certifies(unit);
  }

  Key certifiesInExtension(String unit) {
    X500Name subject = new X500Name("CN=holder");
    KeyPair holder = pair();
    return new Key(subject, holder, certificate(own.name, own.pair, subject, holder, false, unit));
  }

  private KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String algorithm() {
    return curve.equals("sm2p256v1") ? "SM3withSM2" : "SHA256withECDSA";
  }

  private byte[] certificate(
      X500Name issuer,
      KeyPair signer,
      X500Name subject,
      KeyPair holder,
      boolean authority,
      @Nullable String unit) {
    try {
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              issuer,
              new BigInteger(64, new SecureRandom()),
              Date.from(now.minusSeconds(60)),
              Date.from(now.plus(Duration.ofDays(365))),
              subject,
              SubjectPublicKeyInfo.getInstance(holder.getPublic().getEncoded()));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
      if (unit != null) {
        builder.addExtension(ORGANISATION_CODE, false, new DERUTF8String(unit));
      }
      return builder
          .build(
              new JcaContentSignerBuilder(algorithm())
                  .setProvider(PROVIDER)
                  .build(signer.getPrivate()))
          .getEncoded();
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
