package io.certhall.workers.ca.escrow;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.Sm2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The one source of both envelope forms: SM2EnvelopedKey (GM/T 0009) and ENVELOPEDKEYBLOB (GM/T
 * 0016).
 *
 * @param symmetricKey the SM4 key, encrypted to the signing key
 * @param publicKey the encryption key's point 04||X||Y
 * @param privateKey the 32 bytes of the private key under SM4-ECB, no padding
 */
record EnvelopeParts(Sm2Cipher symmetricKey, byte[] publicKey, byte[] privateKey) {

  static final int PRIVATE_LENGTH = 32;

  private static final AlgorithmIdentifier SM4_ECB =
      new AlgorithmIdentifier(GMObjectIdentifiers.sms4_ecb);
  private static final int BLOB_VERSION = 1;
  private static final int SGD_SM4_ECB = 0x401;
  private static final int BITS = 256;
  // SKF sizes its fields for 512-bit curves; 256-bit values stand right-aligned after zeros.
  private static final int FIELD = 64;
  private static final int SM4_KEY = 16;
  private static final int BLOB_LENGTH =
      3 * Integer.BYTES
          + FIELD
          + (Integer.BYTES + 2 * FIELD)
          + 2 * FIELD
          + 32
          + Integer.BYTES
          + SM4_KEY;

  boolean sameAs(EnvelopeParts other) {
    return Arrays.equals(toDer(), other.toDer());
  }

  byte[] toDer() {
    try {
      return new DERSequence(
              new ASN1Encodable[] {
                SM4_ECB,
                symmetricKey.toAsn1(),
                new DERBitString(publicKey),
                new DERBitString(privateKey)
              })
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EnvelopeParts fromDer(byte[] der) {
    try {
      var fields = ASN1Sequence.getInstance(der);
      if (!SM4_ECB.getAlgorithm().equals(algorithm(fields)) || fields.size() != 4) {
        throw new CaFault(FaultCode.ENVELOPE_UNREADABLE, "symAlgID ≠ SM4-ECB");
      }
      var parts =
          new EnvelopeParts(
              Sm2Cipher.fromAsn1(ASN1Sequence.getInstance(fields.getObjectAt(1))),
              ASN1BitString.getInstance(fields.getObjectAt(2)).getOctets(),
              ASN1BitString.getInstance(fields.getObjectAt(3)).getOctets());
      return parts.requireLengths();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new CaFault(e, FaultCode.ENVELOPE_UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private static Object algorithm(ASN1Sequence fields) {
    return AlgorithmIdentifier.getInstance(fields.getObjectAt(0)).getAlgorithm();
  }

  private EnvelopeParts requireLengths() {
    if (publicKey.length != Sm2.POINT_LENGTH
        || privateKey.length != PRIVATE_LENGTH
        || symmetricKey.cipherText().length != SM4_KEY
        || symmetricKey.hash().length != Sm2Cipher.HASH) {
      throw new CaFault(FaultCode.ENVELOPE_UNREADABLE, "length");
    }
    return this;
  }

  byte[] toBlob() {
    var point = ByteBuffer.wrap(publicKey, 1, 2 * Sm2Cipher.COORDINATE);
    var blob = ByteBuffer.allocate(BLOB_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    blob.putInt(BLOB_VERSION).putInt(SGD_SM4_ECB).putInt(BITS);
    putPadded(blob, privateKey);
    blob.putInt(BITS);
    putPadded(blob, next(point));
    putPadded(blob, next(point));
    putPadded(blob, Sm2Cipher.coordinate(symmetricKey.x()));
    putPadded(blob, Sm2Cipher.coordinate(symmetricKey.y()));
    blob.put(symmetricKey.hash());
    blob.putInt(symmetricKey.cipherText().length).put(symmetricKey.cipherText());
    return blob.array();
  }

  static EnvelopeParts fromBlob(byte[] bytes) {
    var blob = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      require("Version", blob.getInt(), BLOB_VERSION);
      require("ulSymmAlgID", blob.getInt(), SGD_SM4_ECB);
      require("ulBits", blob.getInt(), BITS);
      var privateKey = getPadded(blob);
      require("BitLen", blob.getInt(), BITS);
      var publicKey =
          ByteBuffer.allocate(Sm2.POINT_LENGTH)
              .put((byte) 4)
              .put(getPadded(blob))
              .put(getPadded(blob))
              .array();
      var x = new BigInteger(1, getPadded(blob));
      var y = new BigInteger(1, getPadded(blob));
      var hash = new byte[Sm2Cipher.HASH];
      blob.get(hash);
      require("CipherLen", blob.getInt(), SM4_KEY);
      var cipher = new byte[SM4_KEY];
      blob.get(cipher);
      require("length", bytes.length, BLOB_LENGTH);
      return new EnvelopeParts(new Sm2Cipher(x, y, hash, cipher), publicKey, privateKey);
    } catch (BufferUnderflowException e) {
      throw new CaFault(e, FaultCode.ENVELOPE_UNREADABLE, "length");
    }
  }

  private static void require(String field, int actual, int expected) {
    if (actual != expected) {
      throw new CaFault(FaultCode.ENVELOPE_UNREADABLE, field + " " + actual + " ≠ " + expected);
    }
  }

  private static byte[] next(ByteBuffer point) {
    var coordinate = new byte[Sm2Cipher.COORDINATE];
    point.get(coordinate);
    return coordinate;
  }

  private static void putPadded(ByteBuffer blob, byte[] value) {
    blob.put(new byte[FIELD - value.length]).put(value);
  }

  private static byte[] getPadded(ByteBuffer blob) {
    var field = new byte[FIELD];
    blob.get(field);
    return Arrays.copyOfRange(field, FIELD - PRIVATE_LENGTH, FIELD);
  }
}
