package io.certhall.workers.seal;

import io.certhall.workers.seal.BoundCertificates.Digests.Digest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.digests.SM3Digest;

/** {@code SES_CertList}: the certificates whose keys may use the seal, whole or as digests. */
public sealed interface BoundCertificates {

  /** {@code certListType}. */
  int type();

  ASN1Sequence toAsn1();

  /** Whether the seal may be used with this certificate. */
  boolean includes(byte[] certificate);

  static BoundCertificates of(int type, ASN1Sequence list) {
    return switch (type) {
      case Certificates.TYPE ->
          new Certificates(
              stream(list).map(der -> ASN1OctetString.getInstance(der).getOctets()).toList());
      case Digests.TYPE -> new Digests(stream(list).map(Digest::of).toList());
      default -> throw SealFault.unreadable("certListType " + type);
    };
  }

  private static java.util.stream.Stream<ASN1Encodable> stream(ASN1Sequence list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static void requireAny(List<?> list) {
    if (list.isEmpty()) {
      throw SealFault.invalid("seal.property.certList", "≥ 1");
    }
  }

  /** {@code CertInfoList ::= SEQUENCE OF Cert}, each in DER. */
  record Certificates(List<byte[]> der) implements BoundCertificates {

    static final int TYPE = 1;

    public Certificates {
      der = List.copyOf(der);
      requireAny(der);
    }

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public ASN1Sequence toAsn1() {
      return new DERSequence(der.stream().map(DEROctetString::new).toArray(ASN1Encodable[]::new));
    }

    @Override
    public boolean includes(byte[] certificate) {
      return der.stream().anyMatch(one -> Arrays.equals(one, certificate));
    }
  }

  /** {@code CertDigestList ::= SEQUENCE OF CertDigestObj}. */
  record Digests(List<Digest> digests) implements BoundCertificates {

    static final int TYPE = 2;
    static final String SM3 = "SM3";

    /** {@code CertDigestObj ::= SEQUENCE { type PrintableString, value OCTET STRING }}. */
    record Digest(String algorithm, byte[] value) {

      static Digest of(byte[] certificate) {
        var digest = new SM3Digest();
        digest.update(certificate, 0, certificate.length);
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return new Digest(SM3, value);
      }

      static Digest of(ASN1Encodable object) {
        ASN1Sequence pair = ASN1Sequence.getInstance(object);
        SealFault.requireSize("CertDigestObj", pair, 2, 2);
        return new Digest(
            ASN1PrintableString.getInstance(pair.getObjectAt(0)).getString(),
            ASN1OctetString.getInstance(pair.getObjectAt(1)).getOctets());
      }
    }

    public Digests {
      digests = List.copyOf(digests);
      requireAny(digests);
    }

    static Digests ofCertificate(byte[] certificate) {
      return new Digests(List.of(Digest.of(certificate)));
    }

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public ASN1Sequence toAsn1() {
      return new DERSequence(
          digests.stream()
              .map(
                  one ->
                      new DERSequence(
                          new DERPrintableString(one.algorithm()), new DEROctetString(one.value())))
              .toArray(ASN1Encodable[]::new));
    }

    @Override
    public boolean includes(byte[] certificate) {
      Digest wanted = Digest.of(certificate);
      return digests.stream()
          .anyMatch(
              one -> one.algorithm().equals(SM3) && Arrays.equals(one.value(), wanted.value()));
    }
  }
}
