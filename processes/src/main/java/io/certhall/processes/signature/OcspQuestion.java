package io.certhall.processes.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;

/**
 * Which certificate an OCSP request asks about.
 *
 * @param issuer the hashes of the issuer's name and key: hexadecimal, a slash between
 * @param serial as the register writes it
 */
public record OcspQuestion(String issuer, String serial) {

  private static final int MOST_SERIAL_BITS = 160;

  /**
   * Reads an OCSPRequest (RFC 6960, 4.1.1). Signatures of requests and nonces are passed over.
   *
   * @return empty when it is none, or asks about nothing
   */
  public static Optional<List<OcspQuestion>> read(byte[] der) {
    try {
      TBSRequest asked = OCSPRequest.getInstance(ASN1Primitive.fromByteArray(der)).getTbsRequest();
      List<OcspQuestion> questions =
          Arrays.stream(asked.getRequestList().toArray())
              .map(one -> of(Request.getInstance(one).getReqCert()))
              .toList();
      return asked.getVersion().hasValue(0) && !questions.isEmpty()
          ? Optional.of(questions)
          : Optional.empty();
    } catch (IOException | RuntimeException malformed) {
      // Bouncy Castle tells wrong structures by several kinds of them.
      return Optional.empty();
    }
  }

  private static OcspQuestion of(CertID id) {
    HexFormat hex = HexFormat.of();
    BigInteger serial = id.getSerialNumber().getValue();
    if (serial.bitLength() > MOST_SERIAL_BITS) {
      throw new IllegalArgumentException("serial number");
    }
    String digits = serial.toString(16).toUpperCase(Locale.ROOT);
    return new OcspQuestion(
        hex.formatHex(id.getIssuerNameHash().getOctets())
            + "/"
            + hex.formatHex(id.getIssuerKeyHash().getOctets()),
        digits.length() % 2 == 0 ? digits : "0" + digits);
  }
}
