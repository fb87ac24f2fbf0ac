package io.certhall.workers.issuance;

import io.certhall.processes.issuance.IssuedPair;
import io.certhall.processes.issuance.IssuingItem;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.SignedPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;

/** What the database keeps of a signed pair. */
final class SignedPairs {

  private SignedPairs() {}

  static IssuedPair toIssued(IssuingItem item, CertificateAuthority authority, SignedPair pair) {
    X500Name subject = subject(pair.signingCertificate());
    return new IssuedPair(
        item,
        pair.signingSerial().toString(),
        pair.signingCertificate(),
        pair.encryptionSerial().toString(),
        pair.encryptionCertificate(),
        pair.escrow(),
        pair.encryptionKey().der(),
        BCStyle.INSTANCE.toString(authority.certificate().getSubject()),
        BCStyle.INSTANCE.toString(subject),
        IETFUtils.valueToString(subject.getRDNs(BCStyle.CN)[0].getFirst().getValue()),
        pair.validity().notBefore(),
        pair.validity().notAfter());
  }

  private static X500Name subject(byte[] der) {
    try {
      return new X509CertificateHolder(der).getSubject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
