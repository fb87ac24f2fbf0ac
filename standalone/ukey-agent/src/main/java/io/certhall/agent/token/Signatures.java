package io.certhall.agent.token;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;

/** Forms of signature values: PKCS#11 gives bare ones, certificates carry wrapped ones. */
final class Signatures {

  private Signatures() {}

  /** r||s to SEQUENCE { r, s }; left alone when it is one already. */
  static byte[] der(byte[] plain) {
    if (plain.length != 64) {
      return plain;
    }
    ASN1EncodableVector both = new ASN1EncodableVector(2);
    both.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(plain, 0, 32))));
    both.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(plain, 32, 64))));
    try {
      return new DERSequence(both).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] digestInfo(byte[] sha256) {
    try {
      return new DigestInfo(
              new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE), sha256)
          .getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
