package io.certhall.workers.ca.key;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The kinds of key the hall works with; SM2 unless a medium has none. */
public enum KeyAlgorithm {
  SM2("SM2", Family.SM2, Sm2.KEY, Sm2.SIGNATURE, 256),
  RSA_2048("RSA-2048", Family.RSA, Identifiers.RSA, Identifiers.SHA256_RSA, 2048),
  RSA_3072("RSA-3072", Family.RSA, Identifiers.RSA, Identifiers.SHA256_RSA, 3072),
  EC_P256("EC-P256", Family.EC, Identifiers.P256, Identifiers.SHA256_ECDSA, 256);

  /** Keys of one family are certified by a CA of the same family. */
  public enum Family {
    SM2,
    RSA,
    EC;

    /** As it stands in file names. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final class Identifiers {
    static final AlgorithmIdentifier RSA =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    static final AlgorithmIdentifier SHA256_RSA =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    static final AlgorithmIdentifier P256 =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
    static final AlgorithmIdentifier SHA256_ECDSA =
        new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  }

  private final String code;
  private final Family family;
  private final AlgorithmIdentifier keyIdentifier;
  private final AlgorithmIdentifier signature;
  private final int bits;

  KeyAlgorithm(
      String code,
      Family family,
      AlgorithmIdentifier keyIdentifier,
      AlgorithmIdentifier signature,
      int bits) {
    this.code = code;
    this.family = family;
    this.keyIdentifier = keyIdentifier;
    this.signature = signature;
    this.bits = bits;
  }

  /** As it stands in settings: {@code SM2}, {@code RSA-2048}, {@code RSA-3072}, {@code EC-P256}. */
  public String code() {
    return code;
  }

  public Family family() {
    return family;
  }

  /** How a public key of this kind is marked. */
  public AlgorithmIdentifier keyIdentifier() {
    return keyIdentifier;
  }

  /** What a CA with such a key signs with. */
  public AlgorithmIdentifier signature() {
    return signature;
  }

  /** The curve, for the two kinds that have one. */
  public Optional<ASN1ObjectIdentifier> curve() {
    return keyIdentifier.getParameters() instanceof ASN1ObjectIdentifier curve
        ? Optional.of(curve)
        : Optional.empty();
  }

  public int bits() {
    return bits;
  }

  /**
   * @throws CaFault FIELD_INVALID, naming the field and the words it may hold
   */
  public static KeyAlgorithm parse(String field, String text) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.code.equals(text))
        .findFirst()
        .orElseThrow(() -> new CaFault(FaultCode.FIELD_INVALID, field, text + " ∉ " + codes()));
  }

  private static String codes() {
    return Arrays.stream(values()).map(KeyAlgorithm::code).collect(Collectors.joining(", "));
  }

  /** The kind of a public key; empty for kinds the hall doesn't work with. */
  public static Optional<KeyAlgorithm> of(SubjectPublicKeyInfo key) {
    var identifier = key.getAlgorithm();
    for (var algorithm : values()) {
      if (algorithm.keyIdentifier.equals(identifier)
          && (algorithm.family != Family.RSA || algorithm.bits == modulusBits(key))) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  private static int modulusBits(SubjectPublicKeyInfo key) {
    try {
      return RSAPublicKey.getInstance(key.parsePublicKey()).getModulus().bitLength();
    } catch (java.io.IOException | IllegalArgumentException e) {
      return 0;
    }
  }

  /**
   * The kind of a public key that is well-formed.
   *
   * @throws CaFault PUBLIC_KEY_INVALID
   */
  public static KeyAlgorithm require(SubjectPublicKeyInfo key) {
    var algorithm =
        of(key)
            .orElseThrow(
                () ->
                    new CaFault(
                        FaultCode.PUBLIC_KEY_INVALID,
                        key.getAlgorithm().getAlgorithm() + " ∉ " + codes()));
    if (algorithm == SM2) {
      Sm2.publicKey(key);
    } else {
      KeySignature.publicKey(key);
    }
    return algorithm;
  }

  /** Makes a key pair. */
  public KeyMaterial generate(SecureRandom random) {
    if (this == SM2) {
      return KeyMaterial.of(Sm2.generate(random));
    }
    try {
      var generator = KeyPairGenerator.getInstance(family == Family.RSA ? "RSA" : "EC");
      generator.initialize(
          family == Family.RSA
              ? new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4)
              : new ECGenParameterSpec("secp256r1"),
          random);
      var pair = generator.generateKeyPair();
      return new KeyMaterial(
          this,
          PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()),
          SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException | java.security.InvalidAlgorithmParameterException e) {
      throw new IllegalStateException(code, e);
    }
  }

  /** All kinds of a family, the strongest last. */
  public static List<KeyAlgorithm> of(Family family) {
    return Arrays.stream(values()).filter(a -> a.family == family).toList();
  }

  @Override
  public String toString() {
    return code;
  }
}
