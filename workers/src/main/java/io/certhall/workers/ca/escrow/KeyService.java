package io.certhall.workers.ca.escrow;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.key.KeyMaterial;
import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.key.Sm2KeyPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * Makes encryption keys, keeps them in escrow and delivers them.
 *
 * <p>Escrow bytes: version, wrapping key id (8), nonce (12), AES-256-GCM of the private key with
 * its tag. The private key is the 32-byte value for SM2 (version 1), PKCS#8 for others (version 2).
 * The header and the public key are authenticated, so that no other key's bytes can be put in their
 * place.
 */
public final class KeyService {

  private static final byte SM2 = 1;
  private static final byte PKCS8 = 2;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;
  private static final int PRIVATE_LENGTH = 32;
  private static final int HEADER_LENGTH = 1 + WrappingKeys.ID_LENGTH + NONCE_LENGTH;
  private static final int SM2_LENGTH = HEADER_LENGTH + PRIVATE_LENGTH + TAG_BITS / 8;

  private final WrappingKeys wrappingKeys;
  private final SecureRandom random;

  public KeyService(WrappingKeys wrappingKeys, SecureRandom random) {
    this.wrappingKeys = wrappingKeys;
    this.random = random;
  }

  /** Makes a new SM2 key pair; the private key leaves this class only wrapped. */
  public EncryptionKey generate() {
    return generate(KeyAlgorithm.SM2);
  }

  /** Makes a new key pair; the private key leaves this class only wrapped. */
  public EncryptionKey generate(KeyAlgorithm algorithm) {
    var pair = algorithm.generate(random);
    return new EncryptionKey(pair.publicKey(), wrap(pair));
  }

  /** Wraps the same key under the current wrapping key, after a change of that key. */
  public EncryptionKey rewrap(EncryptionKey key) {
    return new EncryptionKey(key.publicKey(), wrap(unwrap(key)));
  }

  /**
   * Packs an escrowed key for the owner of the signing certificate, after checking that both
   * certificates are one holder's and that the private key belongs to the encryption certificate.
   */
  public KeyEnvelope deliver(
      byte[] escrow, X509CertificateHolder encryption, X509CertificateHolder signing) {
    Recipient.check(signing, encryption);
    return recover(escrow, encryption, signing);
  }

  /**
   * Packs an escrowed key for whoever holds the recipient's private key: decided elsewhere, by as
   * many officers as the hall wants. SM2 keys go to SM2 recipients, others to RSA or EC ones.
   */
  public KeyEnvelope recover(
      byte[] escrow, X509CertificateHolder encryption, X509CertificateHolder recipient) {
    var pair = unwrap(new EncryptionKey(encryption.getSubjectPublicKeyInfo(), escrow));
    var to = KeyAlgorithm.require(recipient.getSubjectPublicKeyInfo());
    if ((to == KeyAlgorithm.SM2) != (pair.algorithm() == KeyAlgorithm.SM2)) {
      throw new CaFault(FaultCode.RECIPIENT_OF_OTHER_KIND, to, pair.algorithm());
    }
    return to == KeyAlgorithm.SM2
        ? EnvelopedKey.seal(pair.sm2(), Sm2.publicKey(recipient.getSubjectPublicKeyInfo()), random)
        : CmsKeyEnvelope.seal(pair, recipient, random);
  }

  private byte[] wrap(KeyMaterial key) {
    var wrapping = wrappingKeys.current();
    var nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    var sm2 = key.algorithm() == KeyAlgorithm.SM2;
    var header =
        ByteBuffer.allocate(HEADER_LENGTH)
            .put(sm2 ? SM2 : PKCS8)
            .put(wrapping.id())
            .put(nonce)
            .array();
    var plain = sm2 ? value(key) : pkcs8(key);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, wrapping, header, key.publicKey()).doFinal(plain);
      return ByteBuffer.allocate(HEADER_LENGTH + sealed.length).put(header).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static byte[] value(KeyMaterial key) {
    return BigIntegers.asUnsignedByteArray(PRIVATE_LENGTH, key.sm2().privateKey().getD());
  }

  private static byte[] pkcs8(KeyMaterial key) {
    try {
      return key.privateKey().getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KeyMaterial unwrap(EncryptionKey key) {
    var escrow = key.escrow();
    var sm2 = escrow.length == SM2_LENGTH && escrow[0] == SM2;
    if (!sm2 && (escrow.length <= HEADER_LENGTH || escrow[0] != PKCS8)) {
      throw new CaFault(FaultCode.ESCROW_UNREADABLE);
    }
    var header = Arrays.copyOf(escrow, HEADER_LENGTH);
    var wrapping = wrappingKeys.byId(Arrays.copyOfRange(header, 1, 1 + WrappingKeys.ID_LENGTH));
    try {
      var plain =
          cipher(Cipher.DECRYPT_MODE, wrapping, header, key.publicKey())
              .doFinal(escrow, HEADER_LENGTH, escrow.length - HEADER_LENGTH);
      return checked(sm2, plain, key.publicKey());
    } catch (AEADBadTagException e) {
      throw new CaFault(e, FaultCode.ESCROW_UNREADABLE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM", e);
    }
  }

  private static KeyMaterial checked(boolean sm2, byte[] plain, SubjectPublicKeyInfo publicKey) {
    var pair =
        sm2
            ? KeyMaterial.of(
                Sm2KeyPair.of(new ECPrivateKeyParameters(new BigInteger(1, plain), Sm2.DOMAIN)))
            : KeyMaterial.of(PrivateKeyInfo.getInstance(plain), "escrow");
    if (sm2) {
      Arrays.fill(plain, (byte) 0);
    }
    if (!pair.publicKey().equals(publicKey)) {
      throw new CaFault(FaultCode.ESCROW_KEY_DIFFERS);
    }
    return pair;
  }

  private static Cipher cipher(
      int mode, WrappingKeys.WrappingKey wrapping, byte[] header, SubjectPublicKeyInfo publicKey)
      throws GeneralSecurityException {
    var nonceAt = HEADER_LENGTH - NONCE_LENGTH;
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, wrapping.key(), new GCMParameterSpec(TAG_BITS, header, nonceAt, NONCE_LENGTH));
    cipher.updateAAD(header);
    cipher.updateAAD(publicKey.getPublicKeyData().getOctets());
    return cipher;
  }
}
