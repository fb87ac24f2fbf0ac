package io.certhall.workers.ca.profile;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.digests.SHA1Digest;

/** A key's identifier: SHA-1 of the public key's bits (RFC 5280 4.2.1.2); a name, not a proof. */
public final class KeyId {

  private KeyId() {}

  public static byte[] of(SubjectPublicKeyInfo key) {
    var bits = key.getPublicKeyData().getOctets();
    var digest = new SHA1Digest();
    digest.update(bits, 0, bits.length);
    var id = new byte[digest.getDigestSize()];
    digest.doFinal(id, 0);
    return id;
  }
}
