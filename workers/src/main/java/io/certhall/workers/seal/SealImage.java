package io.certhall.workers.seal;

import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/**
 * {@code SES_ESPictureInfo ::= SEQUENCE { type IA5String, data OCTET STRING, width INTEGER, height
 * INTEGER }}; lengths in millimetres.
 */
public record SealImage(String type, byte[] data, int widthMm, int heightMm) {

  static final String PNG = "PNG";

  private static final int LARGEST = 200;

  public SealImage {
    SealFault.requireAscii("seal.picture.type", type);
    if (data.length == 0) {
      throw SealFault.invalid("seal.picture.data", "> 0");
    }
    if (widthMm < 1 || heightMm < 1 || widthMm > LARGEST || heightMm > LARGEST) {
      throw SealFault.invalid(
          "seal.picture.width, height", "1–" + LARGEST + " mm: " + widthMm + " × " + heightMm);
    }
  }

  ASN1Sequence toAsn1() {
    return new DERSequence(
        new org.bouncycastle.asn1.ASN1Encodable[] {
          new DERIA5String(type),
          new DEROctetString(data),
          new ASN1Integer(widthMm),
          new ASN1Integer(heightMm)
        });
  }

  static SealImage of(ASN1Sequence picture) {
    SealFault.requireSize("SES_ESPictureInfo", picture, 4, 4);
    return new SealImage(
        ASN1IA5String.getInstance(picture.getObjectAt(0)).getString(),
        ASN1OctetString.getInstance(picture.getObjectAt(1)).getOctets(),
        ASN1Integer.getInstance(picture.getObjectAt(2)).intValueExact(),
        ASN1Integer.getInstance(picture.getObjectAt(3)).intValueExact());
  }
}
