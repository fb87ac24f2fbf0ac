package io.certhall.agent.token;

import io.certhall.agent.token.TokenFault.Code;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;

/** Key pairs on a token: made there, found again by the id both halves carry. */
final class TokenKeys {

  static final ASN1ObjectIdentifier P256 = X9ObjectIdentifiers.prime256v1;
  static final ASN1ObjectIdentifier SM2 = new ASN1ObjectIdentifier("1.2.156.10197.1.301");

  private final Mechanisms mechanisms;

  TokenKeys(Mechanisms mechanisms) {
    this.mechanisms = mechanisms;
  }

  /** A pair and what it is. */
  record Pair(byte[] id, KeyKind kind, SubjectPublicKeyInfo publicKey, long privateHandle) {}

  Pair generate(Session session, KeyKind kind) throws PKCS11Exception {
    byte[] id = session.generateRandom(16);
    KeyPairTemplate template =
        new KeyPairTemplate(mechanisms.keyType(kind))
            .token(true)
            .id(id)
            .labels("certhall")
            .signVerify(true);
    template.privateKey().private_(true).sensitive(true).extractable(false);
    if (kind.isRsa()) {
      template
          .publicKey()
          .modulusBits(kind == KeyKind.RSA_2048 ? 2048 : 3072)
          .publicExponent(BigInteger.valueOf(65537));
      template.decryptEncrypt(true);
    } else {
      template.publicKey().ecParams(encoded(kind == KeyKind.SM2 ? SM2 : P256));
      template.derive(true);
    }
    session.generateKeyPair(new Mechanism(mechanisms.generation(kind)), template);
    return find(session, id);
  }

  Pair find(Session session, byte[] id) throws PKCS11Exception {
    long publicHandle =
        one(session, new AttributeVector().class_(PKCS11Constants.CKO_PUBLIC_KEY).id(id));
    long privateHandle =
        one(session, new AttributeVector().class_(PKCS11Constants.CKO_PRIVATE_KEY).id(id));
    Long type = session.getAttrValues(publicHandle, PKCS11Constants.CKA_KEY_TYPE).keyType();
    if (type != null && type == PKCS11Constants.CKK_RSA) {
      var values =
          session.getAttrValues(
              publicHandle, PKCS11Constants.CKA_MODULUS, PKCS11Constants.CKA_PUBLIC_EXPONENT);
      BigInteger modulus = values.modulus();
      return new Pair(
          id,
          modulus.bitLength() > 2048 ? KeyKind.RSA_3072 : KeyKind.RSA_2048,
          rsa(modulus, values.publicExponent()),
          privateHandle);
    }
    var values =
        session.getAttrValues(
            publicHandle, PKCS11Constants.CKA_EC_PARAMS, PKCS11Constants.CKA_EC_POINT);
    ASN1ObjectIdentifier curve = ASN1ObjectIdentifier.getInstance(values.ecParams());
    return new Pair(
        id,
        curve.equals(SM2) ? KeyKind.SM2 : KeyKind.EC_P256,
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve),
            point(values.ecPoint())),
        privateHandle);
  }

  /** The pair a certificate belongs to. */
  Pair ofPublicKey(Session session, SubjectPublicKeyInfo wanted) throws PKCS11Exception {
    for (long handle :
        session.findAllObjectsSingle(
            new AttributeVector().class_(PKCS11Constants.CKO_PRIVATE_KEY))) {
      byte[] id = session.getAttrValues(handle, PKCS11Constants.CKA_ID).id();
      if (id != null && id.length > 0 && hasPublicHalf(session, id)) {
        Pair pair = find(session, id);
        if (Arrays.equals(
            pair.publicKey().getPublicKeyData().getBytes(), wanted.getPublicKeyData().getBytes())) {
          return pair;
        }
      }
    }
    throw new TokenFault(
        Code.CERTIFICATE_OF_OTHER_KEY, "no key on this token fits the certificate");
  }

  /** Signature bytes as certificates and requests carry them. */
  byte[] sign(Session session, Pair pair, byte[] message) throws PKCS11Exception {
    Mechanism mechanism = new Mechanism(mechanisms.signing(pair.kind()));
    if (pair.kind() == KeyKind.SM2) {
      // The vendor's mechanism digests with SM3 and the distinguishing id itself.
      return Signatures.der(session.signSingle(mechanism, pair.privateHandle(), message));
    }
    byte[] digest = sha256(message);
    return pair.kind().isRsa()
        ? session.signSingle(mechanism, pair.privateHandle(), Signatures.digestInfo(digest))
        : Signatures.der(session.signSingle(mechanism, pair.privateHandle(), digest));
  }

  private static boolean hasPublicHalf(Session session, byte[] id) throws PKCS11Exception {
    return session.findAllObjectsSingle(
                new AttributeVector().class_(PKCS11Constants.CKO_PUBLIC_KEY).id(id))
            .length
        == 1;
  }

  private static long one(Session session, AttributeVector wanted) throws PKCS11Exception {
    long[] found = session.findAllObjectsSingle(wanted);
    if (found.length != 1) {
      throw new TokenFault(Code.KEY_UNKNOWN, "this token has no such key");
    }
    return found[0];
  }

  private static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) {
    try {
      return new SubjectPublicKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
          new RSAPublicKey(modulus, exponent));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tokens give the point as the standard says, in an octet string, or bare. */
  private static byte[] point(byte[] value) {
    return value[0] == 0x04 && value.length == 65
        ? value
        : ASN1OctetString.getInstance(value).getOctets();
  }

  private static byte[] encoded(ASN1ObjectIdentifier curve) {
    try {
      return curve.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
