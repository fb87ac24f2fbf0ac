package io.certhall.workers.seal;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;

/**
 * {@code SES_SealInfo ::= SEQUENCE { header, esID IA5String, property, picture, extDatas [0]
 * OPTIONAL }}; this hall writes no extension data, and skips those of others.
 */
public record SealInfo(SealHeader header, String esId, SealProperty property, SealImage image) {

  public SealInfo {
    SealFault.requireAscii("seal.esID", esId);
  }

  ASN1Sequence toAsn1() {
    return new DERSequence(
        new ASN1Encodable[] {
          header.toAsn1(), new DERIA5String(esId), property.toAsn1(), image.toAsn1()
        });
  }

  static SealInfo of(ASN1Sequence info) {
    SealFault.requireSize("SES_SealInfo", info, 4, 5);
    return new SealInfo(
        SealHeader.of(ASN1Sequence.getInstance(info.getObjectAt(0))),
        ASN1IA5String.getInstance(info.getObjectAt(1)).getString(),
        SealProperty.of(ASN1Sequence.getInstance(info.getObjectAt(2))),
        SealImage.of(ASN1Sequence.getInstance(info.getObjectAt(3))));
  }
}
