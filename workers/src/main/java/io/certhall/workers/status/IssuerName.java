package io.certhall.workers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** How OCSP names an issuing CA in one hash algorithm. */
record IssuerName(ASN1ObjectIdentifier algorithm, byte[] nameHash, byte[] keyHash) {

  /** RFC 5019's SHA-1 first, then SHA-256 and SM3, in which newer clients ask. */
  static List<IssuerName> all(X509CertificateHolder issuer) {
    return List.of(
        of(issuer, OIWObjectIdentifiers.idSHA1, new SHA1Digest()),
        of(issuer, NISTObjectIdentifiers.id_sha256, new SHA256Digest()),
        of(issuer, GMObjectIdentifiers.sm3, new SM3Digest()));
  }

  private static IssuerName of(
      X509CertificateHolder issuer, ASN1ObjectIdentifier algorithm, Digest digest) {
    try {
      return new IssuerName(
          algorithm,
          hash(digest, issuer.getSubject().getEncoded("DER")),
          hash(digest, issuer.getSubjectPublicKeyInfo().getPublicKeyData().getOctets()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CertificateID certificate(BigInteger serial) {
    return new CertificateID(
        new CertID(
            new AlgorithmIdentifier(algorithm, DERNull.INSTANCE),
            new DEROctetString(nameHash),
            new DEROctetString(keyHash),
            new ASN1Integer(serial)));
  }

  private static byte[] hash(Digest digest, byte[] content) {
    byte[] hash = new byte[digest.getDigestSize()];
    digest.update(content, 0, content.length);
    digest.doFinal(hash, 0);
    return hash;
  }
}
