package io.certhall.workers.ca.escrow;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.key.KeyMaterial;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A PKCS#8 private key in CMS EnvelopedData (RFC 5652), AES-256-CBC. RSA recipients: key transport,
 * PKCS#1 v1.5, which every token decrypts. EC recipients: ephemeral ECDH with SHA-256 and AES-256
 * key wrap (RFC 5753).
 */
public record CmsKeyEnvelope(byte[] der) implements KeyEnvelope {

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  static CmsKeyEnvelope seal(
      KeyMaterial key, X509CertificateHolder recipient, SecureRandom random) {
    byte[] plain;
    try {
      plain = key.privateKey().getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    try {
      var generator = new CMSEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(recipientInfo(recipient, random));
      var sealed =
          generator.generate(
              new CMSProcessableByteArray(plain),
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                  .setProvider(PROVIDER)
                  .setSecureRandom(random)
                  .build());
      return new CmsKeyEnvelope(sealed.getEncoded());
    } catch (CMSException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException("CMS EnvelopedData", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static RecipientInfoGenerator recipientInfo(
      X509CertificateHolder recipient, SecureRandom random)
      throws GeneralSecurityException, CMSException {
    var certificate =
        new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(recipient);
    if (KeyAlgorithm.require(recipient.getSubjectPublicKeyInfo()).family()
        == KeyAlgorithm.Family.RSA) {
      return new JceKeyTransRecipientInfoGenerator(certificate).setProvider(PROVIDER);
    }
    var ephemeral = KeyPairGenerator.getInstance("EC", PROVIDER);
    ephemeral.initialize(new ECGenParameterSpec("P-256"), random);
    var pair = ephemeral.generateKeyPair();
    return new JceKeyAgreeRecipientInfoGenerator(
            CMSAlgorithm.ECDH_SHA256KDF,
            pair.getPrivate(),
            pair.getPublic(),
            CMSAlgorithm.AES256_WRAP)
        .addRecipient(certificate)
        .setProvider(PROVIDER);
  }

  /** Keys other than SM2 have no such form. */
  @Override
  public byte[] skfBlob() {
    return new byte[0];
  }

  /**
   * Opens it with the recipient's private key.
   *
   * @throws CaFault ENVELOPE_FOR_OTHER_KEY or ENVELOPE_UNREADABLE
   */
  public KeyMaterial open(KeyMaterial recipient) {
    try {
      var rsa = recipient.algorithm().family() == KeyAlgorithm.Family.RSA;
      PrivateKey key =
          KeyFactory.getInstance(rsa ? "RSA" : "EC", PROVIDER)
              .generatePrivate(new PKCS8EncodedKeySpec(recipient.privateKey().getEncoded()));
      for (var info : new CMSEnvelopedData(der).getRecipientInfos().getRecipients()) {
        var content =
            info.getContent(
                rsa
                    ? new JceKeyTransEnvelopedRecipient(key).setProvider(PROVIDER)
                    : new JceKeyAgreeEnvelopedRecipient(key).setProvider(PROVIDER));
        return KeyMaterial.of(PrivateKeyInfo.getInstance(content), "CMS");
      }
      throw new CaFault(FaultCode.ENVELOPE_UNREADABLE, "recipientInfos");
    } catch (CMSException | GeneralSecurityException | IOException e) {
      throw new CaFault(e, FaultCode.ENVELOPE_FOR_OTHER_KEY);
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new CaFault(e, FaultCode.ENVELOPE_UNREADABLE, "CMS");
    }
  }
}
