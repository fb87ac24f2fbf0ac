package io.certhall.workers.seal;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * A seal with its maker's signature.
 *
 * @param toBeSigned the very bytes the signature covers
 * @param makerCertificate of who signed it, in DER
 * @param signature SM2: SEQUENCE { r, s }
 */
public record SignedSeal(
    SealInfo info,
    byte[] toBeSigned,
    byte[] makerCertificate,
    ASN1ObjectIdentifier algorithm,
    byte[] signature) {

  /**
   * Reads a seal of any version this hall knows.
   *
   * @throws io.certhall.workers.ca.fault.CaFault SEAL_UNREADABLE
   */
  public static SignedSeal of(byte[] der) {
    return SealFormat.read(der);
  }
}
