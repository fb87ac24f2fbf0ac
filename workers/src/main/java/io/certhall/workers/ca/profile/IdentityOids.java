package io.certhall.workers.ca.profile;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The OIDs of the identity extensions; the 2023 edition of GM/T 0015 may want others. */
public record IdentityOids(ASN1ObjectIdentifier organisation, ASN1ObjectIdentifier person) {

  /** GM/T 0015: organisation code 1.2.156.10260.4.1.4, person 1.2.156.10260.4.1.1. */
  public static final IdentityOids GMT_0015 =
      new IdentityOids(
          new ASN1ObjectIdentifier("1.2.156.10260.4.1.4"),
          new ASN1ObjectIdentifier("1.2.156.10260.4.1.1"));
}
