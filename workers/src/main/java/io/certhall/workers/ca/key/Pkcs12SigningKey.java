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
  private final KeyAlgorithm algorithm;
  private final KeySignature signature;

  private Pkcs12SigningKey(Pkcs12File.Content content, SecureRandom random) {
    this.chain = content.chain();
    this.algorithm = content.key().algorithm();
    this.signature = new KeySignature(content.key(), random);
  }

  /**
   * Opens the key file; refuses a wrong password, another kind of key, or a foreign certificate.
   */
  public static Pkcs12SigningKey open(Path keyFile, PasswordFile passwordFile) {
    var password = passwordFile.read();
    try {
      return open(keyFile, password);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Opens a key file with a password that somebody typed; the caller wipes it. */
  public static Pkcs12SigningKey open(Path keyFile, char[] password) {
    return new Pkcs12SigningKey(new Pkcs12File(keyFile).read(password), new SecureRandom());
  }

  /**
   * Stores a key under a password that a person chose; the caller wipes it.
   *
   * @param rounds of PBKDF2
   */
  public static Pkcs12SigningKey store(
      Path keyFile,
      char[] password,
      int rounds,
      KeyMaterial key,
      List<X509CertificateHolder> chain) {
    new Pkcs12File(keyFile).write(key, chain, password, rounds);
    return open(keyFile, password);
  }

  /** Stores a key with its chain (own certificate first) and opens it from the file. */
  public static Pkcs12SigningKey store(
      Path keyFile,
      PasswordFile passwordFile,
      KeyMaterial key,
      List<X509CertificateHolder> chain,
      SecureRandom random) {
    var password = passwordFile.readOrCreate(random);
    try {
      new Pkcs12File(keyFile).write(key, chain, password);
    } finally {
      Arrays.fill(password, '\0');
    }
    return open(keyFile, passwordFile);
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return algorithm.signature();
  }

  @Override
  public KeyAlgorithm keyAlgorithm() {
    return algorithm;
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
