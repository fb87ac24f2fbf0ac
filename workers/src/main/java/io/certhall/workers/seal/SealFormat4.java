package io.certhall.workers.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/**
 * GB/T 38540-2020: {@code SESeal ::= SEQUENCE { eSealInfo SES_SealInfo, cert OCTET STRING,
 * signAlgID OBJECT IDENTIFIER, signedValue BIT STRING }}; the signature covers eSealInfo alone.
 */
record SealFormat4() implements SealFormat {

  private static final int VERSION = 4;

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public byte[] write(
      SealInfo info,
      byte[] makerCertificate,
      ASN1ObjectIdentifier algorithm,
      UnaryOperator<byte[]> sign) {
    var toBeSigned = info.toAsn1();
    var seal =
        new DERSequence(
            new ASN1Encodable[] {
              toBeSigned,
              new DEROctetString(makerCertificate),
              algorithm,
              new DERBitString(sign.apply(der(toBeSigned)))
            });
    return der(seal);
  }

  @Override
  public SignedSeal read(ASN1Sequence seal) {
    SealFault.requireSize("SESeal", seal, 4, 4);
    ASN1Sequence info = ASN1Sequence.getInstance(seal.getObjectAt(0));
    return new SignedSeal(
        SealInfo.of(info),
        der(info),
        ASN1OctetString.getInstance(seal.getObjectAt(1)).getOctets(),
        ASN1ObjectIdentifier.getInstance(seal.getObjectAt(2)),
        ASN1BitString.getInstance(seal.getObjectAt(3)).getOctets());
  }

  private static byte[] der(ASN1Sequence sequence) {
    try {
      return sequence.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
