package io.certhall.workers.ca;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.key.KeySignature;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * The public signing key that a medium made.
 *
 * @param proven whether a request signed with the private key came with it
 */
public record SubjectKey(SubjectPublicKeyInfo info, boolean proven) {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN (NEW )?CERTIFICATE REQUEST-----(.+?)-----END", Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("\\s");

  public SubjectKey {
    KeyAlgorithm.require(info);
  }

  public KeyAlgorithm algorithm() {
    return KeyAlgorithm.require(info);
  }

  /** A bare key (SubjectPublicKeyInfo in DER), for media that cannot make a request. */
  public static SubjectKey ofPublicKey(byte[] der) {
    try {
      return new SubjectKey(SubjectPublicKeyInfo.getInstance(der), false);
    } catch (IllegalArgumentException e) {
      throw new CaFault(e, FaultCode.PUBLIC_KEY_INVALID, "SubjectPublicKeyInfo ?");
    }
  }

  /** A PKCS#10 request, PEM or bare Base64; its signature proves possession of the private key. */
  public static SubjectKey ofRequest(String text) {
    var request = parse(text);
    var info = request.getSubjectPublicKeyInfo();
    var algorithm = KeyAlgorithm.require(info).signature().getAlgorithm();
    if (!algorithm.equals(request.getSignatureAlgorithm().getAlgorithm())
        || !KeySignature.verify(info, signedPart(request), request.getSignature())) {
      throw new CaFault(FaultCode.CSR_NOT_PROVEN);
    }
    return new SubjectKey(info, true);
  }

  private static PKCS10CertificationRequest parse(String text) {
    var pem = PEM.matcher(text);
    var base64 = pem.find() ? pem.group(2) : text;
    try {
      var der = Base64.getDecoder().decode(SPACE.matcher(base64).replaceAll(""));
      return new PKCS10CertificationRequest(der);
    } catch (IOException | RuntimeException e) {
      throw new CaFault(e, FaultCode.CSR_UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private static byte[] signedPart(PKCS10CertificationRequest request) {
    try {
      return request.toASN1Structure().getCertificationRequestInfo().getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.CSR_UNREADABLE, String.valueOf(e.getMessage()));
    }
  }
}
