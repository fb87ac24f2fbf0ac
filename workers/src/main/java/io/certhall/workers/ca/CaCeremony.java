package io.certhall.workers.ca;

import io.certhall.workers.ca.escrow.KeyService;
import io.certhall.workers.ca.escrow.WrappingKeys;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.DurableFile;
import io.certhall.workers.ca.key.KeyContentSigner;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.key.Sm2Signature;
import io.certhall.workers.ca.profile.SerialNumber;
import io.certhall.workers.ca.profile.Validity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * Opens the CA folder; on the first start makes the root CA, then an issuing CA for each hall. What
 * is complete is loaded, what a crash left half-done is finished, what was lost is refused with
 * words: no key is ever replaced silently. {@code root.p12} and {@code root.pass} may be taken
 * offline once all halls have their CA.
 */
public final class CaCeremony {

  private static final int ROOT_YEARS = 20;
  private static final int ISSUING_YEARS = 10;

  /** Holders' certificates may start at the beginning of the first day. */
  private static final Duration HEAD_START = Duration.ofDays(1);

  private final Path folder;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  private CaCeremony(Path folder, Clock clock) {
    this.folder = folder;
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

  private record Root(X509CertificateHolder certificate, @Nullable SigningKey key) {}

  private IssuingAuthority open(RootSpec rootSpec, List<CaSpec> specs) {
    requireDistinct(specs);
    DurableFile.clearLeftovers(folder);
    var root = root(rootSpec);
    var wrappingKeys = WrappingKeys.open(folder.resolve("escrow.key"), random);
    var keyService = new KeyService(wrappingKeys, random);
    var byHall = new TreeMap<String, CertificateAuthority>();
    for (var spec : specs) {
      var key = issuing(spec, root);
      byHall.put(
          spec.hall(),
          new CertificateAuthority(spec.hall(), key, spec.profiles(), keyService, clock));
    }
    return new IssuingAuthority(root.certificate(), keyService, byHall);
  }

  private static void requireDistinct(List<CaSpec> specs) {
    var seen = new HashSet<String>();
    for (var spec : specs) {
      if (!seen.add(spec.hall())) {
        throw new CaFault(FaultCode.HALL_TWICE, spec.hall());
      }
    }
  }

  private Root root(RootSpec spec) {
    var files = new CaFiles(folder, "root");
    if (files.hasKey()) {
      var key = files.open();
      return new Root(key.certificate(), key);
    }
    var offline = files.publishedCertificate();
    if (offline.isPresent()) {
      files.publish(List.of(offline.get()));
      return new Root(offline.get(), null);
    }
    if (files.hasCertificate()) {
      throw files.keyLost();
    }
    var pair = Sm2.generate(random);
    var name = CaCertificate.name(spec.organisation(), spec.commonName());
    var signer = new KeyContentSigner(new Sm2Signature(pair.privateKey(), random));
    var start = clock.instant().minus(HEAD_START);
    var certificate = certificate(start, ROOT_YEARS).root(name, pair.publicKeyInfo(), signer);
    var key = files.store(pair, List.of(certificate), random);
    return new Root(key.certificate(), key);
  }

  private SigningKey issuing(CaSpec spec, Root root) {
    var files = new CaFiles(folder, spec.hall());
    if (files.hasKey()) {
      var key = files.open();
      requireIssued(key.certificate(), root.certificate());
      return key;
    }
    if (files.hasCertificate()) {
      throw files.keyLost();
    }
    var rootKey = root.key();
    if (rootKey == null) {
      throw new CaFault(FaultCode.ROOT_KEY_OFFLINE, spec.hall());
    }
    var pair = Sm2.generate(random);
    var name = CaCertificate.name(spec.organisation(), spec.commonName());
    var start = later(clock.instant().minus(HEAD_START), root.certificate());
    var certificate =
        certificate(start, ISSUING_YEARS)
            .issuing(root.certificate(), name, pair.publicKeyInfo(), new KeyContentSigner(rootKey));
    requireIssued(certificate, root.certificate());
    return files.store(pair, List.of(certificate, root.certificate()), random);
  }

  private static Instant later(Instant start, X509CertificateHolder root) {
    var from = root.getNotBefore().toInstant();
    return start.isBefore(from) ? from : start;
  }

  private CaCertificate certificate(Instant start, int years) {
    return new CaCertificate(SerialNumber.random(random), Validity.ofYears(start, years));
  }

  private static void requireIssued(X509CertificateHolder certificate, X509CertificateHolder root) {
    try {
      var signedPart =
          certificate.toASN1Structure().getTBSCertificate().getEncoded(ASN1Encoding.DER);
      var rootKey = Sm2.publicKey(root.getSubjectPublicKeyInfo());
      if (!certificate.getIssuer().equals(root.getSubject())
          || !Sm2Signature.verify(rootKey, signedPart, certificate.getSignature())) {
        throw new CaFault(FaultCode.CHAIN_BROKEN, certificate.getSubject());
      }
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.CHAIN_BROKEN, certificate.getSubject());
    }
  }
}
