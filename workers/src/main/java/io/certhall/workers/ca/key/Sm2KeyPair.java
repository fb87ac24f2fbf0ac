package io.certhall.workers.ca.key;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** An SM2 private key with its public key. */
public record Sm2KeyPair(ECPrivateKeyParameters privateKey, ECPublicKeyParameters publicKey) {

  public static Sm2KeyPair of(ECPrivateKeyParameters privateKey) {
    return new Sm2KeyPair(privateKey, Sm2.publicKeyOf(privateKey));
  }

  public SubjectPublicKeyInfo publicKeyInfo() {
    return Sm2.info(publicKey);
  }

  /** Never shows the private value. */
  @Override
  public String toString() {
    return "Sm2KeyPair";
  }
}
