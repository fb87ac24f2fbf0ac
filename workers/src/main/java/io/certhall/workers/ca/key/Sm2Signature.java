package io.certhall.workers.ca.key;

import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * Signs with one SM2 private key. Starting a signer multiplies a point, so started signers are kept
 * and reused; each is used by one thread at a time.
 */
public final class Sm2Signature {

  private final ParametersWithID parameters;
  private final Queue<SM2Signer> idle = new ConcurrentLinkedQueue<>();

  public Sm2Signature(ECPrivateKeyParameters key, SecureRandom random) {
    this.parameters = new ParametersWithID(new ParametersWithRandom(key, random), Sm2.userId());
  }

  /** Signs with SM3 and the default user id; returns SEQUENCE { r, s }. */
  public byte[] sign(byte[] content) {
    var signer = idle.poll();
    if (signer == null) {
      signer = new SM2Signer();
      signer.init(true, parameters);
    }
    try {
      signer.update(content, 0, content.length);
      var signature = signer.generateSignature();
      idle.add(signer);
      return signature;
    } catch (CryptoException e) {
      throw new IllegalStateException("SM2 signature", e);
    }
  }

  /** Whether the signature over the content was made by this key's owner. */
  public static boolean verify(ECPublicKeyParameters key, byte[] content, byte[] signature) {
    var signer = new SM2Signer();
    signer.init(false, new ParametersWithID(key, Sm2.userId()));
    signer.update(content, 0, content.length);
    return signer.verifySignature(signature);
  }
}
