package io.certhall.workers.ca.key;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/** A CA key in a PKCS#12 file of the data folder, its password in a file beside it (both 0600). */
public final class Pkcs12SigningKey implements SigningKey {

  private final List<X509CertificateHolder> chain;
  private final Sm2Signature signature;

  private Pkcs12SigningKey(Pkcs12File.Content content, SecureRandom random) {
    this.chain = content.chain();
    this.signature = new Sm2Signature(content.key(), random);
  }

  /**
   * Opens the key file; refuses a wrong password, another kind of key, or a foreign certificate.
   */
  public static Pkcs12SigningKey open(Path keyFile, PasswordFile passwordFile) {
    var password = passwordFile.read();
    try {
      return new Pkcs12SigningKey(new Pkcs12File(keyFile).read(password), new SecureRandom());
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Stores a key with its chain (own certificate first) and opens it from the file. */
  public static Pkcs12SigningKey store(
      Path keyFile,
      PasswordFile passwordFile,
      Sm2KeyPair key,
      List<X509CertificateHolder> chain,
      SecureRandom random) {
    var password = passwordFile.readOrCreate(random);
    try {
      new Pkcs12File(keyFile).write(key.privateKey(), chain, password);
    } finally {
      Arrays.fill(password, '\0');
    }
    return open(keyFile, passwordFile);
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return Sm2.SIGNATURE;
  }

  @Override
  public List<X509CertificateHolder> chain() {
    return chain;
  }

  @Override
  public SubjectPublicKeyInfo publicKey() {
    return certificate().getSubjectPublicKeyInfo();
  }

  @Override
  public byte[] sign(byte[] toBeSigned) {
    return signature.sign(toBeSigned);
  }
}
