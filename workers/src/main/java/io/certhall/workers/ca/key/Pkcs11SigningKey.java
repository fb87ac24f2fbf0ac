package io.certhall.workers.ca.key;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Token;
import org.xipki.pkcs11.wrapper.TokenException;

/**
 * A CA key on a hardware module, through PKCS#11. RSA and EC: the numbers SM2 has in PKCS#11 differ
 * from vendor to vendor.
 */
public final class Pkcs11SigningKey implements SigningKey {

  private final PKCS11Token token;
  private final long handle;
  private final KeyAlgorithm algorithm;
  private final List<X509CertificateHolder> chain;

  private Pkcs11SigningKey(
      PKCS11Token token, long handle, KeyAlgorithm algorithm, List<X509CertificateHolder> chain) {
    this.token = token;
    this.handle = handle;
    this.algorithm = algorithm;
    this.chain = List.copyOf(chain);
  }

  /**
   * Finds the key on its token and lets it prove that it belongs to the certificate.
   *
   * @param chain the key's own certificate first
   */
  public static Pkcs11SigningKey open(TokenKey where, List<X509CertificateHolder> chain) {
    var token = Pkcs11Tokens.open(where);
    var publicKey = chain.getFirst().getSubjectPublicKeyInfo();
    var key =
        new Pkcs11SigningKey(token, handle(token, where), KeyAlgorithm.require(publicKey), chain);
    var probe = new byte[32];
    if (!KeySignature.verify(publicKey, probe, key.sign(probe))) {
      throw new CaFault(
          FaultCode.KEY_DIFFERS_FROM_CERTIFICATE, where.token() + "/" + where.label());
    }
    return key;
  }

  private static long handle(PKCS11Token token, TokenKey where) {
    try {
      var found =
          token.findObjects(
              new AttributeVector().class_(PKCS11Constants.CKO_PRIVATE_KEY).label(where.label()),
              2);
      if (found.length != 1) {
        throw new CaFault(FaultCode.TOKEN_KEY_MISSING, where.token(), where.label(), found.length);
      }
      return found[0];
    } catch (TokenException e) {
      throw new CaFault(e, FaultCode.TOKEN_FAILED, where.token(), e.getMessage());
    }
  }

  @Override
  public AlgorithmIdentifier algorithm() {
    return algorithm.signature();
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
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(toBeSigned);
      return switch (algorithm.family()) {
        case RSA -> sign(PKCS11Constants.CKM_RSA_PKCS, digestInfo(digest));
        case EC -> der(sign(PKCS11Constants.CKM_ECDSA, digest));
        case SM2 -> throw new CaFault(FaultCode.TOKEN_WITHOUT_SM2);
      };
    } catch (NoSuchAlgorithmException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] sign(long mechanism, byte[] content) {
    try {
      return token.sign(new Mechanism(mechanism), handle, content);
    } catch (TokenException e) {
      throw new CaFault(e, FaultCode.TOKEN_FAILED, token.getTokenId(), e.getMessage());
    }
  }

  private static byte[] digestInfo(byte[] digest) throws IOException {
    return new DigestInfo(
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE), digest)
        .getEncoded();
  }

  /** Tokens give r and s side by side; certificates carry SEQUENCE { r, s }. */
  private static byte[] der(byte[] plain) throws IOException {
    var half = plain.length / 2;
    return new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(new BigInteger(1, Arrays.copyOf(plain, half))),
              new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(plain, half, plain.length)))
            })
        .getEncoded();
  }
}
