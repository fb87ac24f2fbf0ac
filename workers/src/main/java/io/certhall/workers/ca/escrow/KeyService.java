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
    return algorithm == KeyAlgorithm.SM2
        ? wrapped(Sm2.generate(random))
        : wrapped(algorithm.generate(random));
  }

  /** Wraps the same key under the current wrapping key, after a change of that key. */
  public EncryptionKey rewrap(EncryptionKey key) {
    return isSm2(key.escrow()) ? wrapped(sm2(key)) : wrapped(other(key));
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
    var key = new EncryptionKey(encryption.getSubjectPublicKeyInfo(), escrow);
    var to = KeyAlgorithm.require(recipient.getSubjectPublicKeyInfo());
    if (isSm2(escrow)) {
      var pair = sm2(key);
      requireSameKind(to, KeyAlgorithm.SM2);
      return EnvelopedKey.seal(pair, Sm2.publicKey(recipient.getSubjectPublicKeyInfo()), random);
    }
    var pair = other(key);
    requireSameKind(to, pair.algorithm());
    return CmsKeyEnvelope.seal(pair, recipient, random);
  }

  private static void requireSameKind(KeyAlgorithm recipient, KeyAlgorithm key) {
    if ((recipient == KeyAlgorithm.SM2) != (key == KeyAlgorithm.SM2)) {
      throw new CaFault(FaultCode.RECIPIENT_OF_OTHER_KIND, recipient, key);
    }
  }

  private EncryptionKey wrapped(Sm2KeyPair pair) {
    var value = BigIntegers.asUnsignedByteArray(PRIVATE_LENGTH, pair.privateKey().getD());
    return wrapped(SM2, value, pair.publicKeyInfo());
  }

  private EncryptionKey wrapped(KeyMaterial pair) {
    try {
      return wrapped(PKCS8, pair.privateKey().getEncoded(), pair.publicKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EncryptionKey wrapped(byte version, byte[] plain, SubjectPublicKeyInfo publicKey) {
    var wrapping = wrappingKeys.current();
    var nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    var header =
        ByteBuffer.allocate(HEADER_LENGTH).put(version).put(wrapping.id()).put(nonce).array();
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, wrapping, header, publicKey).doFinal(plain);
      return new EncryptionKey(
          publicKey,
          ByteBuffer.allocate(HEADER_LENGTH + sealed.length).put(header).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static boolean isSm2(byte[] escrow) {
    return escrow.length == SM2_LENGTH && escrow[0] == SM2;
  }

  /** The private key's public half is worked out again: it has to be the certificate's. */
  private Sm2KeyPair sm2(EncryptionKey key) {
    var plain = unwrapped(key);
    var value = new BigInteger(1, plain);
    Arrays.fill(plain, (byte) 0);
    var pair = Sm2KeyPair.of(new ECPrivateKeyParameters(value, Sm2.DOMAIN));
    requireSame(pair.publicKeyInfo(), key.publicKey());
    return pair;
  }

  private KeyMaterial other(EncryptionKey key) {
    if (key.escrow().length <= HEADER_LENGTH || key.escrow()[0] != PKCS8) {
      throw new CaFault(FaultCode.ESCROW_UNREADABLE);
    }
    var pair = KeyMaterial.of(PrivateKeyInfo.getInstance(unwrapped(key)), "escrow");
    requireSame(pair.publicKey(), key.publicKey());
    return pair;
  }

  private static void requireSame(SubjectPublicKeyInfo own, SubjectPublicKeyInfo certified) {
    if (!own.equals(certified)) {
      throw new CaFault(FaultCode.ESCROW_KEY_DIFFERS);
    }
  }

  private byte[] unwrapped(EncryptionKey key) {
    var escrow = key.escrow();
    var header = Arrays.copyOf(escrow, HEADER_LENGTH);
    var wrapping = wrappingKeys.byId(Arrays.copyOfRange(header, 1, 1 + WrappingKeys.ID_LENGTH));
    try {
      return cipher(Cipher.DECRYPT_MODE, wrapping, header, key.publicKey())
          .doFinal(escrow, HEADER_LENGTH, escrow.length - HEADER_LENGTH);
    } catch (AEADBadTagException e) {
      throw new CaFault(e, FaultCode.ESCROW_UNREADABLE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM", e);
    }
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
