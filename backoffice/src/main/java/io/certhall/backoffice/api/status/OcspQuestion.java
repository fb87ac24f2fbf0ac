package io.certhall.backoffice.api.status;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Which certificate a request asks about.
 *
 * @param issuer the hashes of the issuer's name and key: hexadecimal, a slash between
 * @param serial as the register writes it
 */
record OcspQuestion(String issuer, String serial) {

  private static final int EXPLICIT_0 = 0xa0;
  private static final int EXPLICIT_1 = 0xa1;
  private static final int EXPLICIT_2 = 0xa2;
  private static final int MOST_SERIAL_BYTES = 20;

  /**
   * Reads an OCSPRequest (RFC 6960, 4.1.1). Signatures of requests and nonces are passed over.
   *
   * @throws MalformedRequest when it is none
   */
  static List<OcspQuestion> read(byte[] der) {
    DerReader all = new DerReader(der);
    DerReader request = all.enter(DerReader.SEQUENCE);
    all.requireEnd();
    DerReader asked = request.enter(DerReader.SEQUENCE);
    request.skip(EXPLICIT_0);
    request.requireEnd();
    if (asked.isNext(EXPLICIT_0)) {
      byte[] version = asked.enter(EXPLICIT_0).content(DerReader.INTEGER);
      if (version.length != 1 || version[0] != 0) {
        throw new MalformedRequest("version");
      }
    }
    asked.skip(EXPLICIT_1);
    DerReader list = asked.enter(DerReader.SEQUENCE);
    asked.skip(EXPLICIT_2);
    asked.requireEnd();
    List<OcspQuestion> questions = new ArrayList<>();
    while (!list.isAtEnd()) {
      DerReader one = list.enter(DerReader.SEQUENCE);
      questions.add(question(one.enter(DerReader.SEQUENCE)));
      one.skip(EXPLICIT_0);
      one.requireEnd();
    }
    if (questions.isEmpty()) {
      throw new MalformedRequest("no certificate");
    }
    return questions;
  }

  private static OcspQuestion question(DerReader id) {
    id.enter(DerReader.SEQUENCE);
    HexFormat hex = HexFormat.of();
    String name = hex.formatHex(id.content(DerReader.OCTET_STRING));
    String key = hex.formatHex(id.content(DerReader.OCTET_STRING));
    byte[] serial = id.content(DerReader.INTEGER);
    id.requireEnd();
    if (serial.length == 0 || serial.length > MOST_SERIAL_BYTES) {
      throw new MalformedRequest("serial number");
    }
    String digits = new BigInteger(serial).toString(16).toUpperCase(Locale.ROOT);
    return new OcspQuestion(name + "/" + key, digits.length() % 2 == 0 ? digits : "0" + digits);
  }
}
