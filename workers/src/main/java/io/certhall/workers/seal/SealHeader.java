package io.certhall.workers.seal;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;

/**
 * {@code SES_Header ::= SEQUENCE { ID IA5String, version INTEGER, Vid IA5String }}.
 *
 * @param version 4 for GB/T 38540-2020
 * @param vendor who made the structure
 */
public record SealHeader(int version, String vendor) {

  private static final String ID = "ES";

  public SealHeader {
    SealFault.requireAscii("seal.header.vid", vendor);
  }

  ASN1Sequence toAsn1() {
    return new DERSequence(
        new ASN1Encodable[] {
          new DERIA5String(ID), new ASN1Integer(version), new DERIA5String(vendor)
        });
  }

  static SealHeader of(ASN1Sequence header) {
    SealFault.requireSize("SES_Header", header, 3, 3);
    String id = ASN1IA5String.getInstance(header.getObjectAt(0)).getString();
    if (!ID.equals(id)) {
      throw SealFault.unreadable("SES_Header.ID ≠ ES: " + id);
    }
    return new SealHeader(
        ASN1Integer.getInstance(header.getObjectAt(1)).intValueExact(),
        ASN1IA5String.getInstance(header.getObjectAt(2)).getString());
  }
}
