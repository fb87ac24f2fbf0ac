package io.certhall.workers.ca.key;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * The SM2 curve, its names and its keys. One domain object, so that its point tables are reused.
 */
public final class Sm2 {

  public static final ASN1ObjectIdentifier CURVE = GMObjectIdentifiers.sm2p256v1;

  /** SM3withSM2; parameters absent, as Chinese CAs write it. */
  public static final AlgorithmIdentifier SIGNATURE =
      new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);

  public static final AlgorithmIdentifier KEY =
      new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, CURVE);

  public static final ECNamedDomainParameters DOMAIN =
      new ECNamedDomainParameters(CURVE, CustomNamedCurves.getByOID(CURVE));

  /** Length of an uncompressed point: 04, X, Y. */
  public static final int POINT_LENGTH = 65;

  private static final String DEFAULT_USER = "1234567812345678";

  private Sm2() {}

  /** The signer's id that GM/T 0009 sets when none is agreed. */
  public static byte[] userId() {
    return DEFAULT_USER.getBytes(StandardCharsets.US_ASCII);
  }

  public static Sm2KeyPair generate(SecureRandom random) {
    var generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(DOMAIN, random));
    var pair = generator.generateKeyPair();
    return new Sm2KeyPair(
        (ECPrivateKeyParameters) pair.getPrivate(), (ECPublicKeyParameters) pair.getPublic());
  }

  /** The public key that belongs to a private key. */
  public static ECPublicKeyParameters publicKeyOf(ECPrivateKeyParameters key) {
    var point = new FixedPointCombMultiplier().multiply(DOMAIN.getG(), key.getD()).normalize();
    return new ECPublicKeyParameters(point, DOMAIN);
  }

  /** Reads an SM2 public key; refuses other algorithms, other curves and points off the curve. */
  public static ECPublicKeyParameters publicKey(SubjectPublicKeyInfo info) {
    if (!KEY.equals(info.getAlgorithm())) {
      throw new CaFault(
          FaultCode.PUBLIC_KEY_INVALID, info.getAlgorithm().getAlgorithm() + " ≠ SM2");
    }
    return publicKey(info.getPublicKeyData().getOctets());
  }

  /** Reads a point 04||X||Y. */
  public static ECPublicKeyParameters publicKey(byte[] encodedPoint) {
    try {
      return new ECPublicKeyParameters(DOMAIN.getCurve().decodePoint(encodedPoint), DOMAIN);
    } catch (IllegalArgumentException e) {
      throw new CaFault(e, FaultCode.PUBLIC_KEY_INVALID, String.valueOf(e.getMessage()));
    }
  }

  public static SubjectPublicKeyInfo info(ECPublicKeyParameters key) {
    return info(key.getQ());
  }

  static SubjectPublicKeyInfo info(ECPoint point) {
    return new SubjectPublicKeyInfo(KEY, point.getEncoded(false));
  }
}
