package io.certhall.agent.token;

import io.certhall.agent.token.TokenFault.Code;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientOperator;
import org.bouncycastle.operator.InputDecryptor;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;

/**
 * Opens the hall's envelope (CMS EnvelopedData around PKCS#8, to the RSA signing key; its AES key
 * is decrypted on the token) and puts the encryption key in. SM2 tokens take SM2EnvelopedKey only
 * through their vendor's own call, which PKCS#11 does not have.
 */
final class EncryptionKeys {

  private EncryptionKeys() {}

  static byte[] id(X509CertificateHolder certificate) {
    try {
      return Arrays.copyOf(
          MessageDigest.getInstance("SHA-256")
              .digest(certificate.getSubjectPublicKeyInfo().getPublicKeyData().getBytes()),
          16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static void importInto(
      Session session,
      TokenKeys.Pair signing,
      X509CertificateHolder certificate,
      byte[] envelope,
      byte[] id)
      throws PKCS11Exception {
    if (!signing.kind().isRsa()) {
      throw new TokenFault(
          Code.ENVELOPE_INVALID,
          "an envelope to a " + signing.kind() + " key can't be opened through PKCS#11 here");
    }
    if (session.findAllObjectsSingle(
                new AttributeVector().class_(PKCS11Constants.CKO_PRIVATE_KEY).id(id))
            .length
        > 0) {
      return;
    }
    PrivateKeyInfo key = PrivateKeyInfo.getInstance(open(session, signing, envelope));
    session.createObject(
        template(key, certificate)
            .token(true)
            .private_(true)
            .sensitive(true)
            .extractable(false)
            .id(id)
            .label("certhall-encryption"));
  }

  private static AttributeVector template(PrivateKeyInfo key, X509CertificateHolder certificate) {
    try {
      if (key.getPrivateKeyAlgorithm()
          .getAlgorithm()
          .equals(org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.rsaEncryption)) {
        RSAPrivateKey rsa = RSAPrivateKey.getInstance(key.parsePrivateKey());
        BigInteger certified =
            org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(
                    certificate.getSubjectPublicKeyInfo().parsePublicKey())
                .getModulus();
        if (!certified.equals(rsa.getModulus())) {
          throw new TokenFault(Code.ENVELOPE_INVALID, "the key does not fit its certificate");
        }
        return AttributeVector.newRSAPrivateKey()
            .modulus(rsa.getModulus())
            .publicExponent(rsa.getPublicExponent())
            .privateExponent(rsa.getPrivateExponent())
            .prime1(rsa.getPrime1())
            .prime2(rsa.getPrime2())
            .exponent1(rsa.getExponent1())
            .exponent2(rsa.getExponent2())
            .coefficient(rsa.getCoefficient())
            .decrypt(true)
            .unwrap(true);
      }
      ECPrivateKey ec = ECPrivateKey.getInstance(key.parsePrivateKey());
      return AttributeVector.newECPrivateKey()
          .ecParams(key.getPrivateKeyAlgorithm().getParameters().toASN1Primitive().getEncoded())
          .value(org.bouncycastle.util.BigIntegers.asUnsignedByteArray(32, ec.getKey()))
          .derive(true);
    } catch (IOException e) {
      throw new TokenFault(Code.ENVELOPE_INVALID, "no private key in the envelope", e);
    }
  }

  private static byte[] open(Session session, TokenKeys.Pair signing, byte[] envelope) {
    try {
      for (RecipientInformation recipient :
          new CMSEnvelopedData(envelope).getRecipientInfos().getRecipients()) {
        return recipient.getContent(new OnToken(session, signing));
      }
      throw new TokenFault(Code.ENVELOPE_INVALID, "nobody can open this envelope");
    } catch (CMSException e) {
      throw new TokenFault(Code.ENVELOPE_INVALID, "not an envelope to this key", e);
    }
  }

  private record OnToken(Session session, TokenKeys.Pair signing) implements KeyTransRecipient {

    @Override
    public RecipientOperator getRecipientOperator(
        AlgorithmIdentifier keyAlgorithm, AlgorithmIdentifier contentAlgorithm, byte[] encryptedKey)
        throws CMSException {
      try {
        byte[] aes =
            session.decryptSingle(
                new Mechanism(PKCS11Constants.CKM_RSA_PKCS), signing.privateHandle(), encryptedKey);
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(
            Cipher.DECRYPT_MODE,
            new SecretKeySpec(aes, "AES"),
            new IvParameterSpec(
                ASN1OctetString.getInstance(contentAlgorithm.getParameters()).getOctets()));
        return new RecipientOperator(
            new InputDecryptor() {
              @Override
              public AlgorithmIdentifier getAlgorithmIdentifier() {
                return contentAlgorithm;
              }

              @Override
              public InputStream getInputStream(InputStream encrypted) {
                return new CipherInputStream(encrypted, cipher);
              }
            });
      } catch (PKCS11Exception | GeneralSecurityException e) {
        throw new CMSException("cannot decrypt the envelope's key", e);
      }
    }
  }
}
