package io.certhall.workers.ca.key;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.ParametersWithID;

/**
 * Checks signatures of one key. Bouncy Castle works out a table for the key's point when it first
 * checks one, so whoever checks many keeps this; each started signer is used by one thread at a
 * time. Safe for concurrent use.
 */
public final class KeyVerification {

  private final KeyAlgorithm algorithm;
  private final CipherParameters parameters;
  private final Queue<Signer> idle = new ConcurrentLinkedQueue<>();

  /**
   * @throws io.certhall.workers.ca.fault.CaFault PUBLIC_KEY_INVALID
   */
  public KeyVerification(SubjectPublicKeyInfo key) {
    this.algorithm = KeyAlgorithm.require(key);
    this.parameters =
        algorithm == KeyAlgorithm.SM2
            ? new ParametersWithID(Sm2.publicKey(key), Sm2.userId())
            : KeySignature.publicKey(key);
  }

  /** Whether the signature over the content was made by the key's owner. */
  public boolean verify(byte[] content, byte[] signature) {
    var signer = idle.poll();
    if (signer == null) {
      signer = KeySignature.signer(algorithm);
      signer.init(false, parameters);
    }
    signer.update(content, 0, content.length);
    if (!signer.verifySignature(signature)) {
      // What it refused may still hold the content: not to be used again.
      return false;
    }
    idle.add(signer);
    return true;
  }
}
