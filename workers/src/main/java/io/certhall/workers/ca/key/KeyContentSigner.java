package io.certhall.workers.ca.key;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** Lets Bouncy Castle's builders (CRL, OCSP, certificate) sign with a {@link SigningKey}. */
public final class KeyContentSigner implements ContentSigner {

  private final AlgorithmIdentifier algorithm;
  private final UnaryOperator<byte[]> key;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  public KeyContentSigner(SigningKey key) {
    this(key.algorithm(), key::sign);
  }

  public KeyContentSigner(KeyMaterial key, SecureRandom random) {
    this(key.algorithm().signature(), new KeySignature(key, random)::sign);
  }

  public KeyContentSigner(Sm2Signature key) {
    this(Sm2.SIGNATURE, key::sign);
  }

  private KeyContentSigner(AlgorithmIdentifier algorithm, UnaryOperator<byte[]> key) {
    this.algorithm = algorithm;
    this.key = key;
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return algorithm;
  }

  @Override
  public OutputStream getOutputStream() {
    return content;
  }

  @Override
  public byte[] getSignature() {
    return key.apply(content.toByteArray());
  }
}
