package io.certhall.workers.seal;

import io.certhall.workers.ca.CeremonyLock;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyMaterial;
import io.certhall.workers.ca.key.KeyVerification;
import io.certhall.workers.ca.key.PasswordFile;
import io.certhall.workers.ca.key.Pkcs12SigningKey;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.key.Sm2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The halls' seal-maker keys: each is made when first needed, certified by its hall's issuing CA,
 * and kept in a PKCS#12 file. Shortly before it expires a new one takes its place; old seals carry
 * the old certificate with them.
 */
final class SealMakerKeys {

  /** A maker is replaced while it is still good, so that no seal is made with an expired one. */
  private static final Duration AHEAD = Duration.ofDays(30);

  private final Path folder;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Maker> open = new ConcurrentHashMap<>();

  /** A maker's key, and the check of what it signs. */
  record Maker(SigningKey key, KeyVerification signatures) {

    private static Maker of(SigningKey key) {
      return new Maker(key, new KeyVerification(key.publicKey()));
    }
  }

  /**
   * @param folder the files {@code <hall>.p12} and {@code <hall>.pass}, readable by their owner
   *     only
   */
  SealMakerKeys(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * @throws CaFault SEAL_MAKER_NOT_OF_CA when the file holds another CA's maker
   */
  Maker of(CertificateAuthority authority) {
    Maker maker = open.get(authority.name());
    if (maker != null && isFresh(maker.key(), authority)) {
      return maker;
    }
    return open.compute(
        authority.name(),
        (ca, current) ->
            current != null && isFresh(current.key(), authority)
                ? current
                : Maker.of(opened(authority)));
  }

  private SigningKey opened(CertificateAuthority authority) {
    try (var lock = CeremonyLock.on(folder)) {
      return lock.during(() -> openOrMake(authority));
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.FILE_NOT_WRITTEN, folder, e.toString());
    }
  }

  private SigningKey openOrMake(CertificateAuthority authority) {
    Path file = folder.resolve(authority.name() + ".p12");
    PasswordFile password = new PasswordFile(folder.resolve(authority.name() + ".pass"));
    if (Files.exists(file)) {
      SigningKey key = Pkcs12SigningKey.open(file, password);
      if (!SealVerification.isCertified(key.certificate(), authority.certificate())) {
        throw new CaFault(FaultCode.SEAL_MAKER_NOT_OF_CA, file);
      }
      if (isFresh(key, authority)) {
        return key;
      }
    }
    var pair = Sm2.generate(random);
    var chain = new ArrayList<>(authority.key().chain());
    chain.addFirst(
        SealMakerCertificate.issue(authority, pair.publicKeyInfo(), clock.instant(), random));
    return Pkcs12SigningKey.store(file, password, KeyMaterial.of(pair), List.copyOf(chain), random);
  }

  /** One that ends with its CA can't be replaced by a longer one. */
  private boolean isFresh(SigningKey key, CertificateAuthority authority) {
    Instant end = key.certificate().getNotAfter().toInstant();
    return clock.instant().plus(AHEAD).isBefore(end)
        || !end.isBefore(authority.certificate().getNotAfter().toInstant());
  }
}
