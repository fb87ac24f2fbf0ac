package io.certhall.workers.ca.key;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Signs with one private key of any kind: SM3withSM2, SHA256withRSA, SHA256withECDSA. Starting a
 * signer multiplies a point, so started signers are kept; each is used by one thread at a time.
 */
public final class KeySignature {

  private final KeyAlgorithm algorithm;
  private final CipherParameters parameters;
  private final Queue<Signer> idle = new ConcurrentLinkedQueue<>();

  public KeySignature(KeyMaterial key, SecureRandom random) {
    this.algorithm = key.algorithm();
    this.parameters =
        switch (algorithm.family()) {
          case SM2 ->
              new ParametersWithID(
                  new ParametersWithRandom(key.parameters(), random), Sm2.userId());
          case RSA -> key.parameters();
          case EC -> new ParametersWithRandom(key.parameters(), random);
        };
  }

  public byte[] sign(byte[] content) {
    var signer = idle.poll();
    if (signer == null) {
      signer = signer(algorithm);
      signer.init(true, parameters);
    }
    try {
      signer.update(content, 0, content.length);
      var signature = signer.generateSignature();
      idle.add(signer);
      return signature;
    } catch (CryptoException e) {
      throw new IllegalStateException(algorithm + " signature", e);
    }
  }

  /** Whether the signature over the content was made by the key's owner. */
  public static boolean verify(SubjectPublicKeyInfo key, byte[] content, byte[] signature) {
    return new KeyVerification(key).verify(content, signature);
  }

  static AsymmetricKeyParameter publicKey(SubjectPublicKeyInfo key) {
    try {
      return PublicKeyFactory.createKey(key);
    } catch (IOException | IllegalArgumentException e) {
      throw new CaFault(e, FaultCode.PUBLIC_KEY_INVALID, String.valueOf(e.getMessage()));
    }
  }

  static Signer signer(KeyAlgorithm algorithm) {
    return switch (algorithm.family()) {
      case SM2 -> new SM2Signer();
      case RSA -> new RSADigestSigner(new SHA256Digest());
      case EC -> new DSADigestSigner(new ECDSASigner(), new SHA256Digest());
    };
  }
}
