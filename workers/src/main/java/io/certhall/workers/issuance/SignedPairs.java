package io.certhall.workers.issuance;

import io.certhall.processes.issuance.IssuedPair;
import io.certhall.processes.issuance.IssuingItem;
import io.certhall.processes.issuance.Reservation;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.PreparedPair;
import io.certhall.workers.ca.SignedPair;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;

/** What the database keeps of a signed pair. */
final class SignedPairs {

  private SignedPairs() {}

  /**
   * What was signed is, byte by byte, what was reserved.
   *
   * @throws CaFault SIGNED_DIFFERS
   */
  static void requireReserved(Reservation reservation, PreparedPair prepared, SignedPair signed) {
    if (!signed.signingSerial().toString().equals(reservation.signingSerial())
        || !signed.encryptionSerial().toString().equals(reservation.encryptionSerial())
        || !Arrays.equals(body(signed.signingCertificate()), prepared.signingBody())
        || !Arrays.equals(body(signed.encryptionCertificate()), prepared.encryptionBody())) {
      throw new CaFault(FaultCode.SIGNED_DIFFERS, reservation.signingSerial());
    }
  }

  /** The certificate's first element, as its bytes stand there. */
  private static byte[] body(byte[] certificate) {
    try {
      return Certificate.getInstance(certificate).getTBSCertificate().getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
        pair.validity().notAfter(),
        authority.name(),
        pair.encryptionKey().skfBlob().length == 0 ? null : pair.encryptionKey().skfBlob());
  }

  private static X500Name subject(byte[] der) {
    try {
      return new X509CertificateHolder(der).getSubject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
