package io.certhall.workers.ca.key;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Token;
import org.xipki.pkcs11.wrapper.TokenException;

/** Makes a CA's key pair on its token, from which the private key never comes out. */
public final class TokenKeyPair {

  private static final int POINT = 65;

  private TokenKeyPair() {}

  /**
   * @throws CaFault TOKEN_KEY_EXISTS when the label is taken: no key is replaced
   */
  public static SubjectPublicKeyInfo generate(TokenKey where, KeyAlgorithm algorithm) {
    if (algorithm == KeyAlgorithm.SM2) {
      throw new CaFault(FaultCode.TOKEN_WITHOUT_SM2);
    }
    var token = Pkcs11Tokens.open(where);
    try {
      var taken = token.findObjects(new AttributeVector().label(where.label()), 1);
      if (taken.length > 0) {
        throw new CaFault(FaultCode.TOKEN_KEY_EXISTS, where.token(), where.label());
      }
      return generate(token, where.label(), algorithm);
    } catch (TokenException | IOException e) {
      throw new CaFault(e, FaultCode.TOKEN_FAILED, where.token(), e.getMessage());
    }
  }

  private static SubjectPublicKeyInfo generate(
      PKCS11Token token, String label, KeyAlgorithm algorithm) throws TokenException, IOException {
    var rsa = algorithm.family() == KeyAlgorithm.Family.RSA;
    var template =
        new KeyPairTemplate(rsa ? PKCS11Constants.CKK_RSA : PKCS11Constants.CKK_EC)
            .token(true)
            .id(label.getBytes(StandardCharsets.UTF_8))
            .labels(label)
            .signVerify(true);
    template.privateKey().private_(true).sensitive(true).extractable(false);
    if (rsa) {
      template.publicKey().modulusBits(algorithm.bits()).publicExponent(BigInteger.valueOf(65537));
    } else {
      template.publicKey().ecParams(algorithm.curve().orElseThrow().getEncoded());
    }
    var pair =
        token.generateKeyPair(
            new Mechanism(
                rsa
                    ? PKCS11Constants.CKM_RSA_PKCS_KEY_PAIR_GEN
                    : PKCS11Constants.CKM_EC_KEY_PAIR_GEN),
            template);
    return rsa
        ? rsa(token, pair.getPublicKey(), algorithm)
        : ec(token, pair.getPublicKey(), algorithm);
  }

  private static SubjectPublicKeyInfo rsa(PKCS11Token token, long handle, KeyAlgorithm algorithm)
      throws TokenException, IOException {
    var values =
        token.getAttrValues(
            handle, PKCS11Constants.CKA_MODULUS, PKCS11Constants.CKA_PUBLIC_EXPONENT);
    return new SubjectPublicKeyInfo(
        algorithm.keyIdentifier(), new RSAPublicKey(values.modulus(), values.publicExponent()));
  }

  /** Tokens give the point as the standard says, in an octet string, or bare. */
  private static SubjectPublicKeyInfo ec(PKCS11Token token, long handle, KeyAlgorithm algorithm)
      throws TokenException {
    var point = token.getAttrValues(handle, PKCS11Constants.CKA_EC_POINT).ecPoint();
    return new SubjectPublicKeyInfo(
        algorithm.keyIdentifier(),
        point.length == POINT ? point : ASN1OctetString.getInstance(point).getOctets());
  }
}
