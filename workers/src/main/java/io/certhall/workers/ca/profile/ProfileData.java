package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.key.KeyAlgorithm;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * What a profile file says about one type of certificate.
 *
 * @param keys the kinds of key a holder may bring, with the key usages of both certificates
 */
public record ProfileData(
    SubjectType type,
    SubjectTemplate subject,
    int maxYears,
    int carryOverDays,
    List<Keys> keys,
    List<ASN1ObjectIdentifier> extendedUses,
    IdentityOids identity,
    List<ASN1ObjectIdentifier> policies,
    Addresses urls) {

  /** Key usages for one kind of key. */
  public record Keys(KeyAlgorithm algorithm, Set<KeyUse> signing, Set<KeyUse> encryption) {}

  /** Addresses with the places {@code {base}} and {@code {ca}}. */
  public record Addresses(String crl, String ocsp, String issuer) {

    CaUrls of(String base, String ca) {
      return new CaUrls(filled(crl, base, ca), filled(ocsp, base, ca), filled(issuer, base, ca));
    }

    private static String filled(String address, String base, String ca) {
      return address.replace("{base}", base).replace("{ca}", ca);
    }
  }
}
