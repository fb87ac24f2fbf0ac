package io.certhall.workers.ca;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.key.PasswordFile;
import io.certhall.workers.ca.key.Pkcs12SigningKey;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.key.TokenKey;
import io.certhall.workers.ca.key.TokenKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * The key ceremony: makes issuing CAs with a root whose key lies in a file of its own, away from
 * the hall, and renews them. Nothing that is there is ever overwritten.
 */
public final class CaOffice {

  /** A person chose the password: PBKDF2 makes guessing slow. */
  private static final int ROUNDS = 300_000;

  private final CaFolder folder;
  private final Clock clock;
  private final int rounds;
  private final SecureRandom random = new SecureRandom();

  public CaOffice(Path folder, Clock clock) {
    this(folder, clock, ROUNDS);
  }

  CaOffice(Path folder, Clock clock, int rounds) {
    this.folder = new CaFolder(folder);
    this.clock = clock;
    this.rounds = rounds;
  }

  /** The root key's file and its password; the caller wipes it. */
  public record OfflineRoot(Path file, char[] password) {

    /** Never shows the password. */
    @Override
    public String toString() {
      return "OfflineRoot[" + file + "]";
    }
  }

  /** Where a hardware module keeps new keys; the key is named like its CA. */
  public record Token(Path library, String label, Path pinFile) {}

  /** What stands in the folder. */
  public record Entry(
      String name,
      String owner,
      KeyAlgorithm algorithm,
      Place place,
      boolean current,
      X509CertificateHolder certificate) {}

  /** Where a CA's private key is. */
  public enum Place {
    FILE,
    TOKEN,
    OFFLINE
  }

  /**
   * Makes a root and keeps its key in the file only; the folder gets its certificate.
   *
   * @throws CaFault FILE_EXISTS or CA_EXISTS
   */
  public X509CertificateHolder makeRoot(OfflineRoot root, RootSpec spec, KeyAlgorithm algorithm) {
    return locked(
        () -> {
          if (Files.exists(root.file())) {
            throw new CaFault(FaultCode.FILE_EXISTS, root.file());
          }
          var files = folder.files(CaName.first(CaName.ROOT, algorithm.family()));
          if (files.exists()) {
            throw new CaFault(FaultCode.CA_EXISTS, files.name(), folder.path());
          }
          var material = algorithm.generate(random);
          var certificate = CaRoot.certify(spec, material, clock, random);
          Pkcs12SigningKey.store(
              root.file(), root.password(), rounds, material, List.of(certificate));
          files.publish(List.of(certificate));
          return certificate;
        });
  }

  /**
   * Makes an issuing CA for a hall.
   *
   * @param token null to keep the key in a PKCS#12 file of the folder
   * @throws CaFault CA_EXISTS when the hall has one for this family of keys
   */
  public X509CertificateHolder issue(
      OfflineRoot root, CaSpec spec, KeyAlgorithm algorithm, @Nullable Token token) {
    return locked(
        () -> {
          var name = CaName.first(spec.hall(), algorithm.family());
          if (newest(name) != null) {
            throw new CaFault(FaultCode.CA_EXISTS, name, folder.path());
          }
          return make(open(root, algorithm.family()), spec, name, algorithm, token);
        });
  }

  /**
   * Gives a hall's CA a new key and certificate under a new name. The old one issues no more, but
   * stays to sign the status of what it issued.
   *
   * @throws CaFault CA_MISSING when there is nothing to renew
   */
  public X509CertificateHolder renew(
      OfflineRoot root, CaSpec spec, KeyAlgorithm algorithm, @Nullable Token token) {
    return locked(
        () -> {
          var first = CaName.first(spec.hall(), algorithm.family());
          var newest = newest(first);
          if (newest == null) {
            throw new CaFault(FaultCode.CA_MISSING, first, folder.path());
          }
          return make(open(root, algorithm.family()), spec, newest.renewed(), algorithm, token);
        });
  }

  /** All roots and issuing CAs, from their certificates; no key is opened. */
  public List<Entry> list() {
    var entries = new ArrayList<Entry>();
    var seen = new HashSet<String>();
    for (var name : folder.names()) {
      var files = folder.files(name);
      var certificate = files.publishedCertificate();
      if (certificate.isPresent()) {
        entries.add(
            new Entry(
                name.toString(),
                name.owner(),
                KeyAlgorithm.require(certificate.get().getSubjectPublicKeyInfo()),
                place(files),
                seen.add(name.owner() + name.family()),
                certificate.get()));
      }
    }
    return entries;
  }

  private static Place place(CaFiles files) {
    if (files.isOnToken()) {
      return Place.TOKEN;
    }
    return files.hasKey() ? Place.FILE : Place.OFFLINE;
  }

  private @Nullable CaName newest(CaName like) {
    return folder.namesOf(like.owner()).stream()
        .filter(name -> name.family() == like.family())
        .findFirst()
        .orElse(null);
  }

  /** Opens the root's file; takes its certificate into a folder that has none of this family. */
  private CaRoot open(OfflineRoot root, KeyAlgorithm.Family family) {
    SigningKey key = Pkcs12SigningKey.open(root.file(), root.password());
    if (key.keyAlgorithm().family() != family) {
      throw new CaFault(FaultCode.ROOT_OF_OTHER_FAMILY, root.file(), key.keyAlgorithm(), family);
    }
    var files = folder.files(CaName.first(CaName.ROOT, family));
    var published = files.publishedCertificate();
    if (published.isPresent() && !published.get().equals(key.certificate())) {
      throw new CaFault(FaultCode.ROOT_DIFFERS, root.file(), folder.path());
    }
    files.publish(List.of(key.certificate()));
    return new CaRoot(key.certificate(), key);
  }

  private X509CertificateHolder make(
      CaRoot root, CaSpec spec, CaName name, KeyAlgorithm algorithm, @Nullable Token token) {
    var files = folder.files(name);
    if (token == null) {
      var material = algorithm.generate(random);
      var certificate = root.certify(spec, name, material.publicKey(), clock, random);
      return files.store(material, List.of(certificate, root.certificate()), random).certificate();
    }
    var key =
        new TokenKey(
            token.library(), token.label(), name.toString(), new PasswordFile(token.pinFile()));
    var publicKey = TokenKeyPair.generate(key, algorithm);
    var certificate = root.certify(spec, name, publicKey, clock, random);
    files.store(key, List.of(certificate, root.certificate()));
    return files.open().certificate();
  }

  private <T> T locked(Supplier<T> work) {
    try (var lock = CeremonyLock.on(folder.path())) {
      return lock.during(work);
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.FILE_NOT_WRITTEN, folder.path(), e.toString());
    }
  }
}
