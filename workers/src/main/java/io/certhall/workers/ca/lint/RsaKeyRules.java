package io.certhall.workers.ca.lint;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** RSA keys: the profile's size, a usual exponent, no modulus that falls to a short search. */
final class RsaKeyRules {

  private static final int LEAST_EXPONENT = 65537;
  private static final int MOST_EXPONENT_BITS = 64;
  private static final int SMALL_PRIMES = 752;
  private static final int FERMAT_ROUNDS = 100;
  private static final BigInteger PRIMORIAL = primorial();

  private RsaKeyRules() {}

  static void check(SubjectPublicKeyInfo key, int bits, Findings findings) {
    RSAPublicKey rsa;
    try {
      rsa = RSAPublicKey.getInstance(key.parsePublicKey());
    } catch (IOException | IllegalArgumentException e) {
      findings.add(LintRule.RSA_UNREADABLE, "");
      return;
    }
    var modulus = rsa.getModulus();
    findings.addIf(
        modulus.bitLength() != bits, LintRule.RSA_SIZE, modulus.bitLength() + " ≠ " + bits);
    var exponent = rsa.getPublicExponent();
    findings.addIf(
        exponent.compareTo(BigInteger.valueOf(LEAST_EXPONENT)) < 0
            || exponent.bitLength() > MOST_EXPONENT_BITS
            || !exponent.testBit(0),
        LintRule.RSA_EXPONENT,
        exponent);
    findings.addIf(
        modulus.signum() <= 0
            || !modulus.gcd(PRIMORIAL).equals(BigInteger.ONE)
            || fallsToFermat(modulus),
        LintRule.RSA_WEAK,
        "");
  }

  /** Two primes close to each other are found by a few steps from the square root. */
  private static boolean fallsToFermat(BigInteger modulus) {
    var root = modulus.sqrtAndRemainder();
    var a = root[1].signum() == 0 ? root[0] : root[0].add(BigInteger.ONE);
    for (var round = 0; round < FERMAT_ROUNDS; round++) {
      var rest = a.multiply(a).subtract(modulus).sqrtAndRemainder();
      if (rest[1].signum() == 0) {
        return true;
      }
      a = a.add(BigInteger.ONE);
    }
    return false;
  }

  private static BigInteger primorial() {
    var product = BigInteger.TWO;
    for (var n = 3; n < SMALL_PRIMES; n += 2) {
      if (BigInteger.valueOf(n).isProbablePrime(SMALL_PRIMES)) {
        product = product.multiply(BigInteger.valueOf(n));
      }
    }
    return product;
  }
}
