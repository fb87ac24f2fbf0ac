package io.certhall.processes.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.jspecify.annotations.Nullable;

/**
 * A signature over a file: CMS (RFC 5652), GB/T 35275 signedData, which is the same structure with
 * other object identifiers, or the bare bytes of one signature. Says what the signature proves;
 * whether its certificate is to be trusted is asked elsewhere.
 */
public final class DetachedSignature {

  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final String GBT_35275_SIGNED_DATA = "1.2.156.10197.6.1.4.2.2";
  private static final String CMS_SIGNED_DATA = "1.2.840.113549.1.7.2";
  private static final int SM2_HALF = 32;

  /** What one signature turned out to be. */
  public enum Finding {
    VERIFIED,
    /** The file is not the one that was signed, or the signature was changed. */
    WRONG,
    /** No certificate comes with it and none was given. */
    CERTIFICATE_MISSING,
    ALGORITHM_UNKNOWN
  }

  /** One signer. */
  public record Signer(Finding finding, @Nullable PresentedCertificate certificate) {}

  private DetachedSignature() {}

  /**
   * All signers of this signature.
   *
   * @param given the signer's certificate where the signature brings none
   * @throws IllegalArgumentException when the bytes are no signature at all
   */
  public static List<Signer> check(
      byte[] content, byte[] signature, @Nullable PresentedCertificate given) {
    byte[] bytes = PemText.der(signature, isCms(signature) ? "CMS" : "PKCS7");
    Optional<SignedData> cms = signedData(bytes);
    if (cms.isPresent()) {
      return signers(cms.get(), content, given);
    }
    if (given == null) {
      return List.of(new Signer(Finding.CERTIFICATE_MISSING, null));
    }
    return List.of(
        new Signer(
            proves(given.certificate(), null, content, bytes) ? Finding.VERIFIED : Finding.WRONG,
            given));
  }

  private static boolean isCms(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1).contains("BEGIN CMS");
  }

  private static Optional<SignedData> signedData(byte[] der) {
    try {
      ASN1Sequence outer = ASN1Sequence.getInstance(der);
      // SEQUENCE { r, s } is a bare signature.
      if (outer.size() != 2 || outer.getObjectAt(0) instanceof ASN1Integer) {
        return Optional.empty();
      }
      ContentInfo info = ContentInfo.getInstance(outer);
      return switch (info.getContentType().getId()) {
        case CMS_SIGNED_DATA, GBT_35275_SIGNED_DATA ->
            Optional.of(SignedData.getInstance(info.getContent()));
        default -> throw new IllegalArgumentException("content type " + info.getContentType());
      };
    } catch (ClassCastException | IllegalStateException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      if (der.length == 2 * SM2_HALF || (der.length > 0 && der[0] != 0x30)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static List<Signer> signers(
      SignedData data, byte[] content, @Nullable PresentedCertificate given) {
    ASN1Encodable inside = data.getEncapContentInfo().getContent();
    if (inside != null
        && !Arrays.equals(ASN1OctetString.getInstance(inside).getOctets(), content)) {
      return List.of(new Signer(Finding.WRONG, null));
    }
    List<X509Certificate> brought = certificates(data);
    List<Signer> signers = new ArrayList<>();
    for (ASN1Encodable one : data.getSignerInfos()) {
      signers.add(signer(SignerInfo.getInstance(one), content, brought, given));
    }
    if (signers.isEmpty()) {
      throw new IllegalArgumentException("no signer");
    }
    return signers;
  }

  private static Signer signer(
      SignerInfo info,
      byte[] content,
      List<X509Certificate> brought,
      @Nullable PresentedCertificate given) {
    PresentedCertificate certificate =
        brought.stream()
            .filter(one -> isNamed(info, one))
            .findFirst()
            .map(PresentedCertificate::new)
            .orElse(given);
    if (certificate == null) {
      return new Signer(Finding.CERTIFICATE_MISSING, null);
    }
    String digest = digestName(info);
    if (digest == null) {
      return new Signer(Finding.ALGORITHM_UNKNOWN, certificate);
    }
    try {
      ASN1Set attributes = info.getAuthenticatedAttributes();
      boolean proven;
      if (attributes == null) {
        proven = proves(certificate.certificate(), digest, content, encrypted(info));
      } else {
        byte[] signed = attributes.getEncoded(ASN1Encoding.DER);
        proven =
            Arrays.equals(
                    told(attributes), MessageDigest.getInstance(digest, PROVIDER).digest(content))
                && proves(certificate.certificate(), digest, signed, encrypted(info));
      }
      return new Signer(proven ? Finding.VERIFIED : Finding.WRONG, certificate);
    } catch (GeneralSecurityException | IOException e) {
      return new Signer(Finding.ALGORITHM_UNKNOWN, certificate);
    }
  }

  private static byte[] encrypted(SignerInfo info) {
    return info.getEncryptedDigest().getOctets();
  }

  private static byte[] told(ASN1Set attributes) {
    for (ASN1Encodable one : attributes) {
      Attribute attribute = Attribute.getInstance(one);
      if (attribute.getAttrType().equals(CMSAttributes.messageDigest)) {
        return ASN1OctetString.getInstance(attribute.getAttrValues().getObjectAt(0)).getOctets();
      }
    }
    return new byte[0];
  }

  private static boolean isNamed(SignerInfo info, X509Certificate certificate) {
    ASN1Encodable id = info.getSID().getId();
    if (!(id instanceof ASN1OctetString keyId)) {
      IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(id);
      return named.getSerialNumber().getValue().equals(certificate.getSerialNumber())
          && named
              .getName()
              .equals(X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded()));
    }
    byte[] wanted = keyId.getOctets();
    byte[] own = certificate.getExtensionValue("2.5.29.14");
    return own != null
        && Arrays.equals(
            ASN1OctetString.getInstance(ASN1OctetString.getInstance(own).getOctets()).getOctets(),
            wanted);
  }

  private static List<X509Certificate> certificates(SignedData data) {
    List<X509Certificate> all = new ArrayList<>();
    if (data.getCertificates() != null) {
      for (ASN1Encodable one : data.getCertificates()) {
        try {
          all.add(
              new JcaX509CertificateConverter()
                  .setProvider(PROVIDER)
                  .getCertificate(new X509CertificateHolder(Certificate.getInstance(one))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
          // A certificate of another kind beside the signer's does no harm.
          continue;
        }
      }
    }
    return all;
  }

  private static @Nullable String digestName(SignerInfo info) {
    String name = new DefaultAlgorithmNameFinder().getAlgorithmName(info.getDigestAlgorithm());
    if (info.getDigestAlgorithm().getAlgorithm().equals(GMObjectIdentifiers.sm3)) {
      return "SM3";
    }
    // SHA-1 and MD5 prove nothing any more.
    return List.of("SHA256", "SHA384", "SHA512").contains(name) ? name : null;
  }

  /** By the kind of the key; without a digest's name the usual one of that kind. */
  private static boolean proves(
      X509Certificate certificate, @Nullable String digest, byte[] content, byte[] signature) {
    String key = certificate.getPublicKey().getAlgorithm();
    boolean sm2 = isSm2(certificate);
    String algorithm =
        sm2
            ? "SM3withSM2"
            : (digest == null ? "SHA256" : digest) + "with" + (key.equals("RSA") ? "RSA" : "ECDSA");
    try {
      Signature verifier = Signature.getInstance(algorithm, PROVIDER);
      verifier.initVerify(certificate.getPublicKey());
      verifier.update(content);
      return verifier.verify(
          sm2 && signature.length == 2 * SM2_HALF ? sequence(signature) : signature);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isSm2(X509Certificate certificate) {
    ASN1Encodable parameters =
        SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
            .getAlgorithm()
            .getParameters();
    return GMObjectIdentifiers.sm2p256v1.equals(parameters);
  }

  /** Some tokens give r and s as 32 bytes each. */
  private static byte[] sequence(byte[] halves) {
    ASN1EncodableVector both = new ASN1EncodableVector();
    both.add(new ASN1Integer(new BigInteger(1, Arrays.copyOf(halves, SM2_HALF))));
    both.add(
        new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(halves, SM2_HALF, 2 * SM2_HALF))));
    try {
      return new DERSequence(both).getEncoded();
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
