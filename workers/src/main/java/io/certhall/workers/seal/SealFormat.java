package io.certhall.workers.seal;

import io.certhall.workers.ca.fault.CaFault;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/**
 * One edition of the outer structure: what is signed and how the parts are put together. The
 * header's version says which; GM/T 0031-2025 (version 5) becomes another permitted class.
 */
sealed interface SealFormat permits SealFormat4 {

  /** What the hall writes. */
  SealFormat CURRENT = new SealFormat4();

  int version();

  /**
   * @param sign signs bytes with the maker's key
   * @return the whole structure in DER
   */
  byte[] write(
      SealInfo info,
      byte[] makerCertificate,
      ASN1ObjectIdentifier algorithm,
      UnaryOperator<byte[]> sign);

  SignedSeal read(ASN1Sequence seal);

  static SignedSeal read(byte[] der) {
    try {
      ASN1Sequence seal = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
      return of(version(seal)).read(seal);
    } catch (CaFault e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle meets foreign bytes with several of these.
      throw SealFault.unreadable(e);
    }
  }

  private static SealFormat of(int version) {
    if (version != CURRENT.version()) {
      throw SealFault.unreadable("SES_Header.version " + version);
    }
    return CURRENT;
  }

  /** All editions begin with SES_SealInfo, it with the header, whose second element it is. */
  private static int version(ASN1Sequence seal) {
    ASN1Sequence info = ASN1Sequence.getInstance(seal.getObjectAt(0));
    ASN1Sequence header = ASN1Sequence.getInstance(info.getObjectAt(0));
    return ASN1Integer.getInstance(header.getObjectAt(1)).intValueExact();
  }
}
