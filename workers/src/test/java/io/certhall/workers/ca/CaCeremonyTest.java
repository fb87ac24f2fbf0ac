package io.certhall.workers.ca;

import static io.certhall.workers.ca.CaSamples.GANSU;
import static io.certhall.workers.ca.CaSamples.NOW;
import static io.certhall.workers.ca.CaSamples.RANDOM;
import static io.certhall.workers.ca.CaSamples.SUQIAN;
import static io.certhall.workers.ca.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.profile.SubjectType;
import io.certhall.workers.ca.profile.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaCeremonyTest {

  @TempDir Path folder;

  @Test
  void the_first_start_makes_a_root_for_20_years_and_a_ca_per_hall_for_10() {
    var authority = CaSamples.open(folder, GANSU, SUQIAN);

    assertThat(authority.halls()).containsExactlyInAnyOrder("gscamce", "gxca-suqian");
    assertLasts(authority.root(), 20);
    var root = BasicConstraints.fromExtensions(authority.root().getExtensions());
    assertThat(root.isCA()).isTrue();
    assertThat(authority.root().getSubject()).hasToString("C=CN,O=证书网上大厅,CN=证书网上大厅根CA");
    var hall = authority.forHall("gscamce").certificate();
    assertLasts(hall, 10);
    assertThat(hall.getSubject()).hasToString("C=CN,O=甘肃中工国际招标有限公司,CN=甘肃中工国际 CA");
    assertThat(hall.getIssuer()).isEqualTo(authority.root().getSubject());
    var constraints = BasicConstraints.fromExtensions(hall.getExtensions());
    assertThat(constraints.getPathLenConstraint()).isZero();
    assertThat(KeyUsage.fromExtensions(hall.getExtensions()).hasUsages(KeyUsage.keyCertSign))
        .isTrue();
    assertThat(authority.forHall("gscamce").key().chain()).hasSize(2);
  }

  @Test
  void keys_and_passwords_are_readable_by_their_owner_only() throws Exception {
    CaSamples.open(folder, GANSU);

    for (var secret :
        List.of("root.p12", "root.pass", "gscamce.p12", "gscamce.pass", "escrow.key")) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret))))
          .as(secret)
          .isEqualTo("rw-------");
    }
    assertThat(folder.resolve("gscamce.crt")).isReadable();
  }

  @Test
  void a_second_start_loads_the_same_cas_and_touches_no_file() throws Exception {
    var first = CaSamples.open(folder, GANSU);
    var before = contents();

    var second = CaSamples.open(folder, GANSU);

    assertThat(contents()).isEqualTo(before);
    assertThat(second.root()).isEqualTo(first.root());
    assertThat(second.forHall("gscamce").certificate())
        .isEqualTo(first.forHall("gscamce").certificate());
  }

  @Test
  void a_hall_added_later_gets_its_ca_below_the_same_root() {
    var first = CaSamples.open(folder, GANSU);

    var second = CaSamples.open(folder, GANSU, SUQIAN);

    assertThat(second.forHall("gxca-suqian").certificate().getIssuer())
        .isEqualTo(first.root().getSubject());
    assertThat(second.forHall("gscamce").certificate())
        .isEqualTo(first.forHall("gscamce").certificate());
  }

  @Test
  void an_existing_ca_keeps_its_name_when_the_settings_change() {
    var first = CaSamples.open(folder, GANSU);
    var renamed = new CaSpec("gscamce", "别的名称", "别的名称 CA", GANSU.profileData());

    assertThat(CaSamples.open(folder, renamed).forHall("gscamce").certificate())
        .isEqualTo(first.forHall("gscamce").certificate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gscamce.crt", "gscamce.pem", "root.crt", "root.pem"})
  void a_certificate_file_that_a_crash_left_out_is_written_again(String lost) throws Exception {
    CaSamples.open(folder, GANSU);
    var before = contents();
    Files.delete(folder.resolve(lost));

    CaSamples.open(folder, GANSU);

    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void a_ceremony_that_stopped_before_the_key_was_stored_is_finished() throws Exception {
    CaSamples.open(folder, GANSU);
    for (var file : List.of("gscamce.p12", "gscamce.crt", "gscamce.pem")) {
      Files.delete(folder.resolve(file));
    }
    Files.writeString(folder.resolve(".gscamce.p12123.aside"), "half");

    var authority = CaSamples.open(folder, GANSU).forHall("gscamce");

    var medium = SimulatedMedium.create(RANDOM);
    var request = CaSamples.request(authority, SubjectType.ORG, medium.publicKey());
    assertThat(medium.install(authority.sign(authority.prepare(request)))).isNotNull();
    assertThat(folder.resolve(".gscamce.p12123.aside")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gscamce", "root"})
  void a_lost_key_file_is_never_replaced_by_a_new_key(String name) throws Exception {
    CaSamples.open(folder, GANSU);
    Files.delete(folder.resolve(name + ".p12"));
    if (name.equals("root")) {
      Files.delete(folder.resolve("root.crt"));
    }

    assertFault(() -> CaSamples.open(folder, GANSU), FaultCode.KEY_FILE_LOST);
    assertThat(folder.resolve(name + ".p12")).doesNotExist();
  }

  @Test
  void a_lost_password_file_is_reported() throws Exception {
    CaSamples.open(folder, GANSU);
    Files.delete(folder.resolve("gscamce.pass"));

    assertFault(() -> CaSamples.open(folder, GANSU), FaultCode.PASSWORD_FILE_LOST);
  }

  @Test
  void a_wrong_password_is_reported() throws Exception {
    CaSamples.open(folder, GANSU);
    Files.writeString(folder.resolve("gscamce.pass"), "wrong");

    assertFault(() -> CaSamples.open(folder, GANSU), FaultCode.PASSWORD_WRONG);
  }

  @Test
  void an_empty_password_file_is_reported() throws Exception {
    CaSamples.open(folder, GANSU);
    Files.writeString(folder.resolve("gscamce.pass"), "\n");

    assertFault(() -> CaSamples.open(folder, GANSU), FaultCode.FILE_UNREADABLE);
  }

  @Test
  void a_damaged_key_file_is_reported() throws Exception {
    CaSamples.open(folder, GANSU);
    Files.write(folder.resolve("gscamce.p12"), new byte[] {0x30, 3, 2, 1, 3});

    assertFault(() -> CaSamples.open(folder, GANSU), FaultCode.FILE_UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gscamce.p12", "gscamce.pass", "escrow.key"})
  void a_secret_that_other_users_can_read_is_refused(String secret) throws Exception {
    CaSamples.open(folder, GANSU);
    Files.setPosixFilePermissions(
        folder.resolve(secret), PosixFilePermissions.fromString("rw-r-----"));

    assertFault(() -> CaSamples.open(folder, GANSU), FaultCode.FILE_OPEN_TO_OTHERS);
  }

  @Test
  void issuing_goes_on_while_the_root_key_is_offline_but_a_new_hall_needs_it() throws Exception {
    var root = CaSamples.open(folder, GANSU).root();
    Files.delete(folder.resolve("root.p12"));
    Files.delete(folder.resolve("root.pass"));

    assertThat(CaSamples.open(folder, GANSU).root()).isEqualTo(root);
    var authorities = CaSamples.open(folder, GANSU, SUQIAN);
    assertThat(authorities.halls()).containsExactly("gscamce");
    assertFault(() -> authorities.forHall("gxca-suqian"), FaultCode.ROOT_KEY_OFFLINE);
  }

  @Test
  void a_ca_of_another_root_is_refused(@TempDir Path other) throws Exception {
    CaSamples.open(folder, GANSU);
    CaSamples.open(other, GANSU);
    for (var file : List.of("gscamce.p12", "gscamce.pass")) {
      Files.write(folder.resolve(file), Files.readAllBytes(other.resolve(file)));
    }

    assertFault(() -> CaSamples.open(folder, GANSU), FaultCode.CHAIN_BROKEN);
  }

  @Test
  void a_hall_that_stands_twice_in_the_settings_is_refused_before_anything_is_made() {
    assertFault(() -> CaSamples.open(folder, GANSU, GANSU), FaultCode.HALL_TWICE);
    assertThat(folder.resolve("root.p12")).doesNotExist();
  }

  @Test
  void an_unknown_hall_is_refused_with_the_known_ones() {
    var authority = CaSamples.open(folder, GANSU);

    assertFault(() -> authority.forHall("nowhere"), FaultCode.HALL_UNKNOWN);
    assertThatThrownBy(() -> authority.forHall("nowhere")).hasMessageContaining("gscamce");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "root", "escrow", "../up", "GS", "a b"})
  void a_hall_code_that_is_no_file_name_is_refused(String hall) {
    assertFault(() -> new CaSpec(hall, "某CA", "某CA", GANSU.profileData()), FaultCode.FIELD_INVALID);
  }

  @Test
  void a_ca_without_a_name_is_refused() {
    assertFault(() -> new CaSpec("h", " ", "x", GANSU.profileData()), FaultCode.FIELD_MISSING);
    assertFault(() -> new CaSpec("h", "x", " ", GANSU.profileData()), FaultCode.FIELD_MISSING);
    assertFault(() -> new RootSpec("", "x"), FaultCode.FIELD_MISSING);
    assertFault(() -> new RootSpec("x", ""), FaultCode.FIELD_MISSING);
  }

  @Test
  void a_folder_that_cannot_be_made_is_reported() throws Exception {
    var file = Files.writeString(folder.resolve("file"), "");

    assertFault(() -> CaSamples.open(file.resolve("ca"), GANSU), FaultCode.FILE_NOT_WRITTEN);
  }

  @Test
  void threads_that_start_together_get_one_and_the_same_root() throws Exception {
    Callable<X509CertificateHolder> open = () -> CaSamples.open(folder, GANSU).root();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var roots = new HashSet<X509CertificateHolder>();
      for (var root : threads.invokeAll(Collections.nCopies(4, open))) {
        roots.add(root.get());
      }
      assertThat(roots).hasSize(1);
    }
  }

  private static void assertLasts(X509CertificateHolder certificate, int years) {
    var start = NOW.minus(Duration.ofDays(1));
    assertThat(certificate.getNotBefore().toInstant()).isEqualTo(start);
    assertThat(certificate.getNotAfter().toInstant())
        .isEqualTo(Validity.ofYears(start, years).notAfter());
  }

  private Map<String, String> contents() throws IOException {
    var contents = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var bytes = Files.readAllBytes(file);
        contents.put(file.getFileName().toString(), HexFormat.of().formatHex(bytes));
      }
    }
    return contents;
  }
}
