package io.certhall.workers.ca.escrow;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.Sm2;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.util.BigIntegers;

/** An SM2 ciphertext (GM/T 0009): point, SM3 hash, then the encrypted bytes. */
record Sm2Cipher(BigInteger x, BigInteger y, byte[] hash, byte[] cipherText) {

  static final int COORDINATE = 32;
  static final int HASH = 32;
  private static final byte UNCOMPRESSED = 4;

  static Sm2Cipher encrypt(byte[] plain, ECPublicKeyParameters recipient, SecureRandom random) {
    var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(recipient, random));
    try {
      return split(engine.processBlock(plain, 0, plain.length));
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("SM2 encryption", e);
    }
  }

  private static Sm2Cipher split(byte[] block) {
    var hashAt = Sm2.POINT_LENGTH;
    var textAt = hashAt + HASH;
    return new Sm2Cipher(
        new BigInteger(1, Arrays.copyOfRange(block, 1, 1 + COORDINATE)),
        new BigInteger(1, Arrays.copyOfRange(block, 1 + COORDINATE, hashAt)),
        Arrays.copyOfRange(block, hashAt, textAt),
        Arrays.copyOfRange(block, textAt, block.length));
  }

  byte[] decrypt(ECPrivateKeyParameters key) {
    var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(false, key);
    var block =
        org.bouncycastle.util.Arrays.concatenate(
            new byte[][] {{UNCOMPRESSED}, coordinate(x), coordinate(y), hash, cipherText});
    try {
      return engine.processBlock(block, 0, block.length);
    } catch (InvalidCipherTextException | IllegalArgumentException e) {
      throw new CaFault(e, FaultCode.ENVELOPE_FOR_OTHER_KEY);
    }
  }

  static byte[] coordinate(BigInteger value) {
    return BigIntegers.asUnsignedByteArray(COORDINATE, value);
  }

  ASN1Sequence toAsn1() {
    return new DERSequence(
        new ASN1Encodable[] {
          new ASN1Integer(x),
          new ASN1Integer(y),
          new DEROctetString(hash),
          new DEROctetString(cipherText)
        });
  }

  static Sm2Cipher fromAsn1(ASN1Sequence fields) {
    return new Sm2Cipher(
        ASN1Integer.getInstance(fields.getObjectAt(0)).getPositiveValue(),
        ASN1Integer.getInstance(fields.getObjectAt(1)).getPositiveValue(),
        ASN1OctetString.getInstance(fields.getObjectAt(2)).getOctets(),
        ASN1OctetString.getInstance(fields.getObjectAt(3)).getOctets());
  }
}
