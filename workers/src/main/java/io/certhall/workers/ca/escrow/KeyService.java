package io.certhall.workers.ca.escrow;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.key.Sm2KeyPair;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * Makes encryption keys, keeps them in escrow and delivers them.
 *
 * <p>Escrow bytes: version 1, wrapping key id (8), nonce (12), AES-256-GCM of the 32-byte private
 * key with its tag. The header and the public key are authenticated, so that no other key's bytes
 * can be put in their place.
 */
public final class KeyService {

  private static final byte VERSION = 1;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;
  private static final int PRIVATE_LENGTH = 32;
  private static final int HEADER_LENGTH = 1 + WrappingKeys.ID_LENGTH + NONCE_LENGTH;
  private static final int ESCROW_LENGTH = HEADER_LENGTH + PRIVATE_LENGTH + TAG_BITS / 8;

  private final WrappingKeys wrappingKeys;
  private final SecureRandom random;

  public KeyService(WrappingKeys wrappingKeys, SecureRandom random) {
    this.wrappingKeys = wrappingKeys;
    this.random = random;
  }

  /** Makes a new key pair; the private key leaves this class only wrapped. */
  public EncryptionKey generate() {
    var pair = Sm2.generate(random);
    var publicKey = pair.publicKeyInfo();
    return new EncryptionKey(publicKey, wrap(pair.privateKey(), publicKey));
  }

  /** Wraps the same key under the current wrapping key, after a change of that key. */
  public EncryptionKey rewrap(EncryptionKey key) {
    return new EncryptionKey(key.publicKey(), wrap(unwrap(key).privateKey(), key.publicKey()));
  }

  /**
   * Packs an escrowed key for the owner of the signing certificate, after checking that both
   * certificates are one holder's and that the private key belongs to the encryption certificate.
   */
  public EnvelopedKey deliver(
      byte[] escrow, X509CertificateHolder encryption, X509CertificateHolder signing) {
    Recipient.check(signing, encryption);
    var pair = unwrap(new EncryptionKey(encryption.getSubjectPublicKeyInfo(), escrow));
    var recipient = Sm2.publicKey(signing.getSubjectPublicKeyInfo());
    return EnvelopedKey.seal(pair, recipient, random);
  }

  private byte[] wrap(ECPrivateKeyParameters key, SubjectPublicKeyInfo publicKey) {
    var wrapping = wrappingKeys.current();
    var nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    var header =
        ByteBuffer.allocate(HEADER_LENGTH).put(VERSION).put(wrapping.id()).put(nonce).array();
    var plain = BigIntegers.asUnsignedByteArray(PRIVATE_LENGTH, key.getD());
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, wrapping, header, publicKey).doFinal(plain);
      return ByteBuffer.allocate(ESCROW_LENGTH).put(header).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private Sm2KeyPair unwrap(EncryptionKey key) {
    var escrow = key.escrow();
    if (escrow.length != ESCROW_LENGTH || escrow[0] != VERSION) {
      throw new CaFault(FaultCode.ESCROW_UNREADABLE);
    }
    var header = Arrays.copyOf(escrow, HEADER_LENGTH);
    var wrapping = wrappingKeys.byId(Arrays.copyOfRange(header, 1, 1 + WrappingKeys.ID_LENGTH));
    try {
      var plain =
          cipher(Cipher.DECRYPT_MODE, wrapping, header, key.publicKey())
              .doFinal(escrow, HEADER_LENGTH, escrow.length - HEADER_LENGTH);
      return checked(plain, key.publicKey());
    } catch (AEADBadTagException e) {
      throw new CaFault(e, FaultCode.ESCROW_UNREADABLE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM", e);
    }
  }

  private static Sm2KeyPair checked(byte[] plain, SubjectPublicKeyInfo publicKey) {
    var pair = Sm2KeyPair.of(new ECPrivateKeyParameters(new BigInteger(1, plain), Sm2.DOMAIN));
    Arrays.fill(plain, (byte) 0);
    if (!pair.publicKeyInfo().equals(publicKey)) {
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
