package io.certhall.workers.ca;

import static io.certhall.workers.ca.CaSamples.CLOCK;
import static io.certhall.workers.ca.CaSamples.GANSU;
import static io.certhall.workers.ca.CaSamples.RANDOM;
import static io.certhall.workers.ca.CaSamples.SUQIAN;
import static io.certhall.workers.ca.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.CaOffice.OfflineRoot;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.key.KeySignature;
import io.certhall.workers.ca.profile.SubjectType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaOfficeTest {

  @TempDir Path folder;
  @TempDir Path safe;
  CaOffice office;
  OfflineRoot root;

  @BeforeEach
  void open() {
    office = new CaOffice(folder, CLOCK, 1000);
    root = new OfflineRoot(safe.resolve("root.p12"), "correct horse battery".toCharArray());
  }

  private void madeSm2() {
    office.makeRoot(root, RootSpec.STANDARD, KeyAlgorithm.SM2);
    office.issue(root, GANSU, KeyAlgorithm.SM2, null);
  }

  @Test
  void the_hall_issues_without_the_root_key() throws Exception {
    madeSm2();
    office.issue(root, SUQIAN, KeyAlgorithm.SM2, null);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.file())))
        .isEqualTo("rw-------");
    Files.delete(root.file());

    var authorities = CaSamples.open(folder, GANSU, SUQIAN);

    assertThat(folder.resolve("root.p12")).doesNotExist();
    assertThat(authorities.halls()).containsExactlyInAnyOrder("gscamce", "gxca-suqian");
    assertThat(issue(authorities.forHall("gscamce")).getIssuer())
        .isEqualTo(authorities.forHall("gscamce").certificate().getSubject());
  }

  @Test
  void nothing_is_overwritten() {
    madeSm2();

    assertFault(
        () -> office.makeRoot(root, RootSpec.STANDARD, KeyAlgorithm.SM2), FaultCode.FILE_EXISTS);
    var other = new OfflineRoot(safe.resolve("other.p12"), root.password());
    assertFault(
        () -> office.makeRoot(other, RootSpec.STANDARD, KeyAlgorithm.SM2), FaultCode.CA_EXISTS);
    assertFault(() -> office.issue(root, GANSU, KeyAlgorithm.SM2, null), FaultCode.CA_EXISTS);
    assertThat(other.file()).doesNotExist();
  }

  @Test
  void a_wrong_password_another_root_and_another_family_are_refused(@TempDir Path elsewhere) {
    madeSm2();
    var stranger = new OfflineRoot(elsewhere.resolve("root.p12"), root.password());
    new CaOffice(elsewhere.resolve("ca"), CLOCK, 1000)
        .makeRoot(stranger, RootSpec.STANDARD, KeyAlgorithm.SM2);

    assertFault(
        () ->
            office.issue(
                new OfflineRoot(root.file(), "wrong".toCharArray()),
                SUQIAN,
                KeyAlgorithm.SM2,
                null),
        FaultCode.PASSWORD_WRONG);
    assertFault(
        () -> office.issue(stranger, SUQIAN, KeyAlgorithm.SM2, null), FaultCode.ROOT_DIFFERS);
    assertFault(
        () -> office.issue(root, SUQIAN, KeyAlgorithm.RSA_2048, null),
        FaultCode.ROOT_OF_OTHER_FAMILY);
    assertThat(folder.resolve("gxca-suqian.p12")).doesNotExist();
  }

  @Test
  void one_hall_may_have_cas_for_several_families_side_by_side() {
    madeSm2();
    for (var algorithm : new KeyAlgorithm[] {KeyAlgorithm.RSA_2048, KeyAlgorithm.EC_P256}) {
      var own = new OfflineRoot(safe.resolve(algorithm + ".p12"), root.password());
      office.makeRoot(own, RootSpec.STANDARD, algorithm);
      office.issue(own, GANSU, algorithm, null);
    }

    var authorities = CaSamples.open(folder, GANSU);

    assertThat(authorities.of("gscamce"))
        .extracting(CertificateAuthority::name)
        .containsExactly("gscamce", "gscamce.rsa", "gscamce.ec");
    assertThat(authorities.roots()).hasSize(3);
    for (var algorithm :
        new KeyAlgorithm[] {KeyAlgorithm.SM2, KeyAlgorithm.RSA_2048, KeyAlgorithm.EC_P256}) {
      var authority = authorities.forKey("gscamce", algorithm);
      var key = new SubjectKey(algorithm.generate(RANDOM).publicKey(), false);
      var prepared = authority.prepare(CaSamples.request(authority, SubjectType.ORG, key));
      assertThat(authorities.forPrepared(prepared)).isSameAs(authority);
      assertThat(authority.sign(prepared).signingCertificate()).isNotEmpty();
    }
  }

  @Test
  void a_renewed_ca_issues_anew_while_the_old_one_verifies_and_signs_status() {
    madeSm2();
    var before = CaSamples.open(folder, GANSU);
    var old = before.forHall("gscamce");
    var key = SimulatedMedium.create(RANDOM).publicKey();
    var reserved = old.prepare(CaSamples.request(old, SubjectType.ORG, key));
    var issued = issue(old);

    office.renew(root, GANSU, KeyAlgorithm.SM2, null);

    var after = CaSamples.open(folder, GANSU);
    var current = after.forHall("gscamce");
    assertThat(current.name()).isEqualTo("gscamce.g2");
    assertThat(current.certificate().getSubject().toString()).endsWith("G2");
    assertThat(current.key().publicKey()).isNotEqualTo(old.key().publicKey());
    assertThat(issue(current).getIssuer()).isEqualTo(current.certificate().getSubject());
    assertThat(after.all())
        .extracting(CertificateAuthority::name)
        .containsExactly("gscamce.g2", "gscamce");
    var status = after.all().getLast();
    assertThat(status.certificate().getSubject()).isEqualTo(issued.getIssuer());
    assertThat(
            KeySignature.verify(
                old.key().publicKey(), new byte[] {1}, status.key().sign(new byte[] {1})))
        .isTrue();
    // What was reserved before the renewal is signed as it was reserved.
    assertThat(after.forPrepared(reserved).sign(reserved).signingCertificate()).isNotEmpty();
    office.renew(root, GANSU, KeyAlgorithm.SM2, null);
    assertThat(CaSamples.open(folder, GANSU).forHall("gscamce").name()).isEqualTo("gscamce.g3");
  }

  @Test
  void a_ca_that_is_not_there_is_not_renewed() {
    office.makeRoot(root, RootSpec.STANDARD, KeyAlgorithm.SM2);

    assertFault(() -> office.renew(root, GANSU, KeyAlgorithm.SM2, null), FaultCode.CA_MISSING);
  }

  @Test
  void the_list_says_where_each_key_is_and_which_ca_issues() {
    madeSm2();
    office.renew(root, GANSU, KeyAlgorithm.SM2, null);

    assertThat(office.list())
        .extracting(
            CaOffice.Entry::name,
            CaOffice.Entry::algorithm,
            CaOffice.Entry::place,
            CaOffice.Entry::current)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "gscamce.g2", KeyAlgorithm.SM2, CaOffice.Place.FILE, true),
            org.assertj.core.groups.Tuple.tuple(
                "gscamce", KeyAlgorithm.SM2, CaOffice.Place.FILE, false),
            org.assertj.core.groups.Tuple.tuple(
                "root", KeyAlgorithm.SM2, CaOffice.Place.OFFLINE, true));
    assertThat(new CaOffice(safe.resolve("none"), CLOCK, 1000).list()).isEmpty();
  }

  private static X509CertificateHolder issue(CertificateAuthority authority) {
    var key = SimulatedMedium.create(RANDOM).publicKey();
    var pair =
        authority.sign(authority.prepare(CaSamples.request(authority, SubjectType.ORG, key)));
    return DerBytes.certificate(pair.signingCertificate());
  }
}
