package io.certhall.standalone.bench;

import io.certhall.processes.status.StatusAnswers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** Asks for a certificate's status as relying parties do, and reads what they are told. */
final class StatusQuestions {

  static final String OCSP_REQUEST = "application/ocsp-request";

  private static final int SHA1_HEX = 40;
  private static final byte[] SHA1 = HexFormat.of().parseHex("06052b0e03021a0500");
  private static final int GOOD = 0x80;
  private static final int REVOKED = 0xa1;

  private final byte[] nameHash;
  private final byte[] keyHash;

  /** What is told. */
  enum Told {
    GOOD,
    HELD,
    REVOKED,
    NOTHING
  }

  StatusQuestions(StatusAnswers answers, String ca) {
    String[] hashes =
        answers.issuers().entrySet().stream()
            .filter(issuer -> issuer.getValue().equals(ca))
            .map(Map.Entry::getKey)
            .map(both -> both.split("/"))
            .filter(both -> both[0].length() == SHA1_HEX)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no responder for " + ca));
    this.nameHash = HexFormat.of().parseHex(hashes[0]);
    this.keyHash = HexFormat.of().parseHex(hashes[1]);
  }

  /** OCSPRequest in DER. */
  byte[] request(String serial) {
    byte[] id =
        value(0x30, joined(value(0x30, SHA1), value(4, nameHash), value(4, keyHash), der(serial)));
    return value(0x30, value(0x30, value(0x30, value(0x30, id))));
  }

  /** The first status in the answer: it stands right behind the serial number. */
  static Told ocsp(byte[] answer, String serial) {
    byte[] number = der(serial);
    for (int at = 0; at + number.length < answer.length; at++) {
      if (Arrays.equals(answer, at, at + number.length, number, 0, number.length)) {
        int status = at + number.length;
        return switch (answer[status] & 0xff) {
          case GOOD -> Told.GOOD;
          // [1] { GeneralizedTime, [0] { ENUMERATED reason } }: certificateHold is 6.
          case REVOKED -> answer[status + 1 + answer[status + 1]] == 6 ? Told.HELD : Told.REVOKED;
          default -> Told.NOTHING;
        };
      }
    }
    return Told.NOTHING;
  }

  static Told list(byte[] der, String serial) {
    try {
      X509CRL list =
          (X509CRL)
              CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
      X509CRLEntry entry = list.getRevokedCertificate(new BigInteger(serial, 16));
      if (entry == null) {
        return Told.GOOD;
      }
      return entry.getRevocationReason() == CRLReason.CERTIFICATE_HOLD ? Told.HELD : Told.REVOKED;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] der(String serial) {
    return value(2, new BigInteger(serial, 16).toByteArray());
  }

  private static byte[] value(int tag, byte[] content) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    value.write(tag);
    if (content.length > 127) {
      value.write(0x81);
    }
    value.write(content.length);
    value.writeBytes(content);
    return value.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
