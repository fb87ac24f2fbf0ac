package io.certhall.workers.ca;

import io.certhall.workers.ca.escrow.KeyService;
import io.certhall.workers.ca.escrow.WrappingKeys;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.DurableFile;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.key.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Opens the CA folder; on the first start makes the root CA, then an SM2 issuing CA for each hall
 * that has none. What is complete is loaded, what a crash left half-done is finished, what was lost
 * is refused with words: no key is ever replaced silently. {@code root.p12} and {@code root.pass}
 * may be taken offline; {@link CaOffice} makes further CAs with an offline root.
 */
public final class CaCeremony {

  private final CaFolder folder;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  private CaCeremony(Path folder, Clock clock) {
    this.folder = new CaFolder(folder);
    this.clock = clock;
  }

  /** Opens or makes the CAs with the standard root and the machine's clock. */
  public static IssuingAuthority open(Path folder, List<CaSpec> specs) {
    return open(folder, RootSpec.STANDARD, specs, Clock.systemUTC());
  }

  /** Opens or makes the CAs; the clock dates new CA certificates and checks validities. */
  public static IssuingAuthority open(Path folder, RootSpec root, List<CaSpec> specs, Clock clock) {
    try (var lock = CeremonyLock.on(folder)) {
      return lock.during(() -> new CaCeremony(folder, clock).open(root, specs));
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.FILE_NOT_WRITTEN, folder, e.toString());
    }
  }

  private IssuingAuthority open(RootSpec rootSpec, List<CaSpec> specs) {
    requireDistinct(specs);
    DurableFile.clearLeftovers(folder.path());
    var roots = roots(rootSpec);
    var wrappingKeys = WrappingKeys.open(folder.path().resolve("escrow.key"), random);
    var keyService = new KeyService(wrappingKeys, random);
    var byHall = new TreeMap<String, List<CertificateAuthority>>();
    var without = new HashMap<String, CaFault>();
    for (var spec : specs) {
      try {
        byHall.put(spec.hall(), authorities(spec, roots, keyService));
      } catch (CaFault e) {
        if (e.code() != FaultCode.ROOT_KEY_OFFLINE) {
          throw e;
        }
        // The other halls go on; this one says what it lacks when it is asked for.
        without.put(spec.hall(), e);
      }
    }
    return new IssuingAuthority(
        roots.stream().map(CaRoot::certificate).toList(), keyService, byHall, without);
  }

  private static void requireDistinct(List<CaSpec> specs) {
    var seen = new HashSet<String>();
    for (var spec : specs) {
      if (!seen.add(spec.hall())) {
        throw new CaFault(FaultCode.HALL_TWICE, spec.hall());
      }
    }
  }

  private List<CaRoot> roots(RootSpec spec) {
    var roots = new ArrayList<CaRoot>();
    for (var name : folder.namesOf(CaName.ROOT)) {
      roots.add(root(folder.files(name)));
    }
    return roots.isEmpty() ? List.of(newRoot(spec)) : roots;
  }

  private static CaRoot root(CaFiles files) {
    if (files.hasKey()) {
      var key = files.open();
      return new CaRoot(key.certificate(), key);
    }
    var offline = files.publishedCertificate().orElseThrow(files::keyLost);
    files.publish(List.of(offline));
    return new CaRoot(offline, null);
  }

  private CaRoot newRoot(RootSpec spec) {
    var material = KeyAlgorithm.SM2.generate(random);
    var certificate = CaRoot.certify(spec, material, clock, random);
    var key =
        folder
            .files(CaName.first(CaName.ROOT, KeyAlgorithm.Family.SM2))
            .store(material, List.of(certificate), random);
    return new CaRoot(key.certificate(), key);
  }

  private List<CertificateAuthority> authorities(
      CaSpec spec, List<CaRoot> roots, KeyService keyService) {
    Map<CaName, SigningKey> keys = new TreeMap<>(CaName.CURRENT_FIRST);
    for (var name : folder.namesOf(spec.hall())) {
      var files = folder.files(name);
      if (files.hasKey()) {
        keys.put(name, issued(files.open(), roots));
      } else if (!isOver(files)) {
        throw files.keyLost();
      }
    }
    if (keys.isEmpty()) {
      var name = CaName.first(spec.hall(), KeyAlgorithm.Family.SM2);
      keys.put(name, newIssuing(spec, name, roots));
    }
    return keys.entrySet().stream()
        .map(
            entry ->
                new CertificateAuthority(
                    spec.hall(),
                    entry.getKey().toString(),
                    entry.getValue(),
                    spec.profileData().forCa(entry.getKey().toString()),
                    keyService,
                    clock))
        .toList();
  }

  /** A CA that has expired needs no key any more: nothing is signed with it. */
  private boolean isOver(CaFiles files) {
    return files
        .publishedCertificate()
        .filter(c -> c.getNotAfter().toInstant().isBefore(clock.instant()))
        .isPresent();
  }

  private SigningKey newIssuing(CaSpec spec, CaName name, List<CaRoot> roots) {
    var root =
        roots.stream()
            .filter(r -> r.family() == name.family() && r.key() != null)
            .findFirst()
            .orElseThrow(() -> new CaFault(FaultCode.ROOT_KEY_OFFLINE, spec.hall()));
    var material = KeyAlgorithm.SM2.generate(random);
    var certificate = root.certify(spec, name, material.publicKey(), clock, random);
    return folder.files(name).store(material, List.of(certificate, root.certificate()), random);
  }

  private static SigningKey issued(SigningKey key, List<CaRoot> roots) {
    X509CertificateHolder certificate = key.certificate();
    if (roots.stream().noneMatch(root -> root.issued(certificate))) {
      throw new CaFault(FaultCode.CHAIN_BROKEN, certificate.getSubject());
    }
    return key;
  }
}
