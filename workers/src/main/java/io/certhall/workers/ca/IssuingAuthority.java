package io.certhall.workers.ca;

import io.certhall.workers.ca.escrow.KeyService;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;

/** All issuing CAs of this installation below their roots. Safe for concurrent use. */
public final class IssuingAuthority {

  private final List<X509CertificateHolder> roots;
  private final KeyService keyService;
  private final SortedMap<String, List<CertificateAuthority>> byHall;
  private final Map<String, CaFault> without;

  IssuingAuthority(
      List<X509CertificateHolder> roots,
      KeyService keyService,
      SortedMap<String, List<CertificateAuthority>> byHall,
      Map<String, CaFault> without) {
    this.roots = List.copyOf(roots);
    this.keyService = keyService;
    this.byHall = new TreeMap<>(byHall);
    this.without = Map.copyOf(without);
  }

  /** The SM2 root where there is one. */
  public X509CertificateHolder root() {
    return roots.getFirst();
  }

  /** One for each family of keys. */
  public List<X509CertificateHolder> roots() {
    return roots;
  }

  /** {@code root}, {@code root.rsa} or {@code root.ec}. */
  public static String nameOfRoot(X509CertificateHolder root) {
    var family = KeyAlgorithm.require(root.getSubjectPublicKeyInfo()).family();
    return CaName.first(CaName.ROOT, family).toString();
  }

  public KeyService keyService() {
    return keyService;
  }

  /** The halls that have a CA. */
  public Set<String> halls() {
    return Set.copyOf(byHall.keySet());
  }

  /** The CA that issues for SM2 keys, or for the hall's other keys when it has none for SM2. */
  public CertificateAuthority forHall(String hall) {
    return of(hall).getFirst();
  }

  /**
   * The CA that issues for this kind of key: the newest of its family.
   *
   * @throws CaFault CA_FOR_KEY_MISSING
   */
  public CertificateAuthority forKey(String hall, KeyAlgorithm algorithm) {
    return of(hall).stream()
        .filter(ca -> ca.key().keyAlgorithm().family() == algorithm.family())
        .findFirst()
        .orElseThrow(() -> new CaFault(FaultCode.CA_FOR_KEY_MISSING, hall, algorithm));
  }

  /** The CA a pair was prepared for, even if it was renewed since. */
  public CertificateAuthority forPrepared(PreparedPair pair) {
    var issuer = issuerOf(pair);
    return of(pair.hall()).stream()
        .filter(ca -> ca.certificate().getSubject().equals(issuer))
        .findFirst()
        .orElseThrow(() -> new CaFault(FaultCode.PREPARED_BY_UNKNOWN_CA, issuer));
  }

  private static X500Name issuerOf(PreparedPair pair) {
    try {
      return TBSCertificate.getInstance(pair.signingBody()).getIssuer();
    } catch (IllegalArgumentException e) {
      throw new CaFault(e, FaultCode.PREPARED_UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  /**
   * A CA by its own name.
   *
   * @throws CaFault HALL_UNKNOWN
   */
  public CertificateAuthority named(String name) {
    return all().stream()
        .filter(ca -> ca.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new CaFault(FaultCode.HALL_UNKNOWN, name, String.join(", ", byHall.keySet())));
  }

  /** All CAs of a hall: those that issue, and renewed ones that still sign status. */
  public List<CertificateAuthority> of(String hall) {
    var authorities = byHall.get(hall);
    if (authorities != null) {
      return authorities;
    }
    var reason = without.get(hall);
    throw reason != null
        ? reason
        : new CaFault(FaultCode.HALL_UNKNOWN, hall, String.join(", ", byHall.keySet()));
  }

  /** Every CA that signs status: each has its own name, list and responder. */
  public List<CertificateAuthority> all() {
    return byHall.values().stream().flatMap(List::stream).toList();
  }
}
