package io.certhall.workers.seal;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import org.bouncycastle.asn1.ASN1Sequence;

/** What is wrong with a seal, in words. */
final class SealFault {

  private static final int LONGEST = 128;

  private SealFault() {}

  static CaFault unreadable(String why) {
    return new CaFault(FaultCode.SEAL_UNREADABLE, why);
  }

  static CaFault unreadable(Throwable cause) {
    return new CaFault(cause, FaultCode.SEAL_UNREADABLE, String.valueOf(cause.getMessage()));
  }

  static CaFault invalid(String field, String rule) {
    return new CaFault(FaultCode.FIELD_INVALID, field, rule);
  }

  static void requireSize(String what, ASN1Sequence sequence, int least, int most) {
    if (sequence.size() < least || sequence.size() > most) {
      throw unreadable(what + ": " + sequence.size() + " elements");
    }
  }

  /** An IA5String holds nothing else. */
  static void requireAscii(String field, String value) {
    if (!value.matches("[\\x21-\\x7e]{1," + LONGEST + "}")) {
      throw invalid(field, "1–" + LONGEST + " ASCII: " + value);
    }
  }
}
