package io.certhall.workers.ca.escrow;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.key.Sm2KeyPair;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.BigIntegers;

/**
 * An encryption private key that only the owner of the signing key can open, in both forms.
 *
 * @param der SM2EnvelopedKey (GM/T 0009, GB/T 35276)
 * @param skfBlob ENVELOPEDKEYBLOB (GM/T 0016), little endian, for {@code SKF_ImportECCKeyPair}
 */
public record EnvelopedKey(byte[] der, byte[] skfBlob) implements KeyEnvelope {

  private static final int SM4_KEY = 16;
  private static final int SM4_BLOCK = 16;

  /** Both forms from the stored one. */
  public static EnvelopedKey ofDer(byte[] der) {
    return new EnvelopedKey(der, EnvelopeParts.fromDer(der).toBlob());
  }

  static EnvelopedKey seal(Sm2KeyPair key, ECPublicKeyParameters recipient, SecureRandom random) {
    var sm4 = new byte[SM4_KEY];
    random.nextBytes(sm4);
    var plain =
        BigIntegers.asUnsignedByteArray(EnvelopeParts.PRIVATE_LENGTH, key.privateKey().getD());
    var encrypted = sm4(true, sm4, plain);
    var parts =
        new EnvelopeParts(
            Sm2Cipher.encrypt(sm4, recipient, random),
            key.publicKey().getQ().getEncoded(false),
            encrypted);
    var envelope = new EnvelopedKey(parts.toDer(), parts.toBlob());
    var opens = Arrays.equals(plain, sm4(false, sm4, encrypted));
    Arrays.fill(plain, (byte) 0);
    Arrays.fill(sm4, (byte) 0);
    if (!opens || !envelope.formsAgree()) {
      throw new IllegalStateException("envelope self-check");
    }
    return envelope;
  }

  private boolean formsAgree() {
    return EnvelopeParts.fromDer(der).sameAs(EnvelopeParts.fromBlob(skfBlob));
  }

  /** Opens the ASN.1 form as a medium does, and checks that the private key fits its public key. */
  public Sm2KeyPair open(ECPrivateKeyParameters signingKey) {
    return open(EnvelopeParts.fromDer(der), signingKey);
  }

  /** Opens the SKF form. */
  public Sm2KeyPair openBlob(ECPrivateKeyParameters signingKey) {
    return open(EnvelopeParts.fromBlob(skfBlob), signingKey);
  }

  private static Sm2KeyPair open(EnvelopeParts parts, ECPrivateKeyParameters signingKey) {
    var sm4 = parts.symmetricKey().decrypt(signingKey);
    var plain = sm4(false, sm4, parts.privateKey());
    var value = new BigInteger(1, plain);
    Arrays.fill(plain, (byte) 0);
    if (value.signum() == 0 || value.compareTo(Sm2.DOMAIN.getN()) >= 0) {
      throw new CaFault(FaultCode.ESCROW_KEY_DIFFERS);
    }
    var pair = Sm2KeyPair.of(new ECPrivateKeyParameters(value, Sm2.DOMAIN));
    if (!Arrays.equals(pair.publicKey().getQ().getEncoded(false), parts.publicKey())) {
      throw new CaFault(FaultCode.ESCROW_KEY_DIFFERS);
    }
    return pair;
  }

  private static byte[] sm4(boolean encrypt, byte[] key, byte[] input) {
    var engine = new SM4Engine();
    engine.init(encrypt, new KeyParameter(key));
    var output = new byte[input.length];
    for (var at = 0; at < input.length; at += SM4_BLOCK) {
      engine.processBlock(input, at, output, at);
    }
    return output;
  }
}
