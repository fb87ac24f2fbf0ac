package io.certhall.workers.ca.key;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** A private key of any kind in PKCS#8, with its public key. */
public record KeyMaterial(
    KeyAlgorithm algorithm, PrivateKeyInfo privateKey, SubjectPublicKeyInfo publicKey) {

  private static final ECNamedDomainParameters P256 =
      new ECNamedDomainParameters(
          SECObjectIdentifiers.secp256r1, SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1));

  public static KeyMaterial of(Sm2KeyPair pair) {
    try {
      return new KeyMaterial(
          KeyAlgorithm.SM2,
          PrivateKeyInfoFactory.createPrivateKeyInfo(pair.privateKey()),
          pair.publicKeyInfo());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a private key and works out its public key, whatever the file says it is.
   *
   * @param place named in the refusal
   * @throws CaFault KEY_UNSUPPORTED for other kinds of key
   */
  public static KeyMaterial of(PrivateKeyInfo key, Object place) {
    try {
      if (Sm2.KEY.equals(key.getPrivateKeyAlgorithm())
          && PrivateKeyFactory.createKey(key) instanceof ECPrivateKeyParameters sm2) {
        return of(Sm2KeyPair.of(new ECPrivateKeyParameters(sm2.getD(), Sm2.DOMAIN)));
      }
      if (!isKnown(key.getPrivateKeyAlgorithm())) {
        throw new CaFault(FaultCode.KEY_UNSUPPORTED, place);
      }
      var publicKey = publicKeyOf(key);
      var algorithm =
          KeyAlgorithm.of(publicKey)
              .orElseThrow(() -> new CaFault(FaultCode.KEY_UNSUPPORTED, place));
      return new KeyMaterial(algorithm, key, publicKey);
    } catch (IOException | IllegalArgumentException e) {
      throw new CaFault(e, FaultCode.KEY_UNSUPPORTED, place);
    }
  }

  private static boolean isKnown(AlgorithmIdentifier algorithm) {
    return algorithm.equals(KeyAlgorithm.EC_P256.keyIdentifier())
        || algorithm.getAlgorithm().equals(KeyAlgorithm.RSA_2048.keyIdentifier().getAlgorithm());
  }

  private static SubjectPublicKeyInfo publicKeyOf(PrivateKeyInfo key) throws IOException {
    if (key.getPrivateKeyAlgorithm().equals(KeyAlgorithm.EC_P256.keyIdentifier())) {
      var value = ECPrivateKey.getInstance(key.parsePrivateKey()).getKey();
      var point = new FixedPointCombMultiplier().multiply(P256.getG(), value).normalize();
      return new SubjectPublicKeyInfo(
          KeyAlgorithm.EC_P256.keyIdentifier(), point.getEncoded(false));
    }
    var rsa = RSAPrivateKey.getInstance(key.parsePrivateKey());
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(key.getPrivateKeyAlgorithm().getAlgorithm(), DERNull.INSTANCE),
        new RSAPublicKey(rsa.getModulus(), rsa.getPublicExponent()));
  }

  /** The private key for signing. */
  AsymmetricKeyParameter parameters() {
    try {
      var key = PrivateKeyFactory.createKey(privateKey);
      return algorithm == KeyAlgorithm.SM2 && key instanceof ECPrivateKeyParameters sm2
          ? new ECPrivateKeyParameters(sm2.getD(), Sm2.DOMAIN)
          : key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pair for SM2's own structures. */
  public Sm2KeyPair sm2() {
    if (parameters() instanceof ECPrivateKeyParameters key && algorithm == KeyAlgorithm.SM2) {
      return Sm2KeyPair.of(key);
    }
    throw new IllegalStateException(algorithm + " ≠ SM2");
  }

  /** Never shows the private value. */
  @Override
  public String toString() {
    return "KeyMaterial[" + algorithm + "]";
  }
}
