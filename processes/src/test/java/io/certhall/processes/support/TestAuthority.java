package io.certhall.processes.support;

import io.certhall.processes.certificate.CaCertificateRegister;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An SM2 root and an issuing CA below it, the same for all tests of a run. */
public final class TestAuthority {

  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final String SM2 = "SM3withSM2";

  private static final Key ROOT = Key.generated("CN=测试根CA");
  private static final Key ISSUING = Key.generated("CN=测试签发CA");
  private static final X509CertificateHolder ROOT_CERTIFICATE =
      certificate(ROOT, BigInteger.ONE, ROOT, true);
  private static final X509CertificateHolder ISSUING_CERTIFICATE =
      certificate(ISSUING, BigInteger.TWO, ROOT, true);

  private TestAuthority() {}

  private record Key(X500Name name, KeyPair pair) {

    static Key generated(String name) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        return new Key(new X500Name(name), generator.generateKeyPair());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Somebody's signing key with its certificate. */
  public record Holder(KeyPair pair, X509CertificateHolder certificate) {

    public byte[] der() {
      try {
        return certificate.getEncoded();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    /** SEQUENCE { r, s }. */
    public byte[] signs(byte[] content) {
      try {
        Signature signature = Signature.getInstance(SM2, PROVIDER);
        signature.initSign(pair.getPrivate());
        signature.update(content);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    /** CMS signed data with the certificate, without the content. */
    public byte[] signsCms(byte[] content) {
      try {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
            new JcaSignerInfoGeneratorBuilder(
                    new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build())
                .build(signer(pair), certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
      } catch (OperatorCreationException
          | GeneralSecurityException
          | CMSException
          | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** As the workers publish their authorities at start. */
  public static void publish(CaCertificateRegister register, String ca) {
    try {
      register.put("root", "CN=测试根CA", ROOT_CERTIFICATE.getEncoded());
      register.put(ca, "CN=测试签发CA", ISSUING_CERTIFICATE.getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate issued by the published CA. */
  public static Holder issues(String serial) {
    Key own = Key.generated("CN=甘肃测试建设有限公司");
    return new Holder(own.pair(), certificate(own, new BigInteger(serial, 16), ISSUING, false));
  }

  /** A certificate of the same names that somebody made himself. */
  public static Holder forges(String serial) {
    Key own = Key.generated("CN=甘肃测试建设有限公司");
    Key forger = Key.generated("CN=测试签发CA");
    return new Holder(own.pair(), certificate(own, new BigInteger(serial, 16), forger, false));
  }

  private static X509CertificateHolder certificate(
      Key subject, BigInteger serial, Key issuer, boolean authority) {
    Instant now = Instant.now();
    try {
      return new X509v3CertificateBuilder(
              issuer.name(),
              serial,
              Date.from(now.minus(Duration.ofDays(1))),
              Date.from(now.plus(Duration.ofDays(365))),
              subject.name(),
              SubjectPublicKeyInfo.getInstance(subject.pair().getPublic().getEncoded()))
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
          .addExtension(
              Extension.keyUsage,
              true,
              new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature))
          .build(signer(issuer.pair()));
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(KeyPair pair) throws OperatorCreationException {
    return new JcaContentSignerBuilder(SM2).setProvider(PROVIDER).build(pair.getPrivate());
  }
}
