package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;

/** A certificate's serial number: positive, at most 20 octets (RFC 5280), 64 bits or more. */
public record SerialNumber(BigInteger value) {

  private static final int RANDOM_BITS = 128;
  private static final int LEAST_BITS = 64;
  private static final int MOST_BITS = 159;

  public SerialNumber {
    if (value.signum() <= 0 || value.bitLength() < LEAST_BITS || value.bitLength() > MOST_BITS) {
      throw new CaFault(FaultCode.FIELD_INVALID, "serial", "64–159 bit, > 0");
    }
  }

  /** 128 random bits. */
  public static SerialNumber random(SecureRandom random) {
    var value = new BigInteger(RANDOM_BITS, random);
    return value.bitLength() < LEAST_BITS ? random(random) : new SerialNumber(value);
  }

  /** Reads what {@link #toString()} writes. */
  public static SerialNumber parse(String hex) {
    try {
      return new SerialNumber(new BigInteger(hex, 16));
    } catch (NumberFormatException e) {
      throw new CaFault(e, FaultCode.FIELD_INVALID, "serial", "hex: " + hex);
    }
  }

  /** Upper-case hexadecimal, even number of digits, as OpenSSL prints it. */
  @Override
  public String toString() {
    var hex = value.toString(16).toUpperCase(Locale.ROOT);
    return hex.length() % 2 == 0 ? hex : "0" + hex;
  }
}
