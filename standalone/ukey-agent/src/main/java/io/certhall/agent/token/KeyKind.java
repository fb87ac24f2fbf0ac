package io.certhall.agent.token;

import io.certhall.agent.token.TokenFault.Code;
import java.util.Arrays;

/** Kinds of key pairs a token makes. */
public enum KeyKind {
  EC_P256("SHA256withECDSA"),
  RSA_2048("SHA256withRSA"),
  RSA_3072("SHA256withRSA"),
  SM2("SM3withSM2");

  private final String signature;

  KeyKind(String signature) {
    this.signature = signature;
  }

  /** The signature algorithm of requests and challenges. */
  public String signature() {
    return signature;
  }

  public boolean isRsa() {
    return this == RSA_2048 || this == RSA_3072;
  }

  public static KeyKind named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TokenFault(
                    Code.ALGORITHM_UNKNOWN,
                    "algorithm: one of " + Arrays.toString(values()) + ", not " + name));
  }
}
