package io.certhall.workers.status;

import io.certhall.processes.status.Revocation;
import io.certhall.workers.ca.key.KeyContentSigner;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.profile.KeyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.jspecify.annotations.Nullable;

/**
 * Signs answers about one CA's certificates. An answer made ahead does not know the hash algorithm
 * it will be asked in, so it names the certificate in each; it echoes no nonce (RFC 5019).
 */
final class OcspSigner {

  private final SigningKey responder;
  private final List<IssuerName> names;
  private final RespID id;
  private final X509CertificateHolder[] chain;

  /**
   * @param responder the CA's own key, or one it has certified for OCSP
   */
  OcspSigner(SigningKey responder, X509CertificateHolder issuer) {
    this.responder = responder;
    this.names = IssuerName.all(issuer);
    this.id =
        new RespID(
            new ResponderID(
                new DEROctetString(KeyId.of(responder.certificate().getSubjectPublicKeyInfo()))));
    this.chain =
        responder.certificate().equals(issuer)
            ? new X509CertificateHolder[0]
            : new X509CertificateHolder[] {responder.certificate()};
  }

  SigningKey responder() {
    return responder;
  }

  List<IssuerName> names() {
    return names;
  }

  /**
   * The OCSPResponse in DER.
   *
   * @param revocation null: good
   */
  byte[] sign(
      BigInteger serial, @Nullable Revocation revocation, Instant thisUpdate, Instant nextUpdate) {
    CertificateStatus status =
        revocation == null
            ? CertificateStatus.GOOD
            : new RevokedStatus(Date.from(revocation.at()), revocation.reason().code());
    BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(id);
    for (IssuerName name : names) {
      answer.addResponse(
          name.certificate(serial), status, Date.from(thisUpdate), Date.from(nextUpdate), null);
    }
    try {
      return new OCSPRespBuilder()
          .build(
              OCSPRespBuilder.SUCCESSFUL,
              answer.build(new KeyContentSigner(responder), chain, Date.from(thisUpdate)))
          .getEncoded();
    } catch (OCSPException e) {
      throw new IllegalStateException("OCSP answer", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
