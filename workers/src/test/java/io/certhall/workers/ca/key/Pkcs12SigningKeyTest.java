package io.certhall.workers.ca.key;

import static io.certhall.workers.ca.CaSamples.GANSU;
import static io.certhall.workers.ca.CaSamples.RANDOM;
import static io.certhall.workers.ca.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.fault.FaultCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs12SigningKeyTest {

  @TempDir Path folder;
  SigningKey key;
  PasswordFile password;

  @BeforeEach
  void open() {
    key = CaSamples.open(folder, GANSU).forHall("gscamce").key();
    password = new PasswordFile(folder.resolve("gscamce.pass"));
  }

  @Test
  void signatures_verify_with_the_public_key_and_differ_each_time() {
    var content = "内容".getBytes(StandardCharsets.UTF_8);
    var publicKey = Sm2.publicKey(key.publicKey());

    var first = key.sign(content);
    var second = key.sign(content);

    assertThat(Sm2Signature.verify(publicKey, content, first)).isTrue();
    assertThat(Sm2Signature.verify(publicKey, content, second)).isTrue();
    assertThat(first).isNotEqualTo(second);
    assertThat(Sm2Signature.verify(publicKey, new byte[1], first)).isFalse();
    assertThat(Sm2Signature.verify(publicKey, content, new byte[] {0x30, 0})).isFalse();
  }

  @Test
  void a_kept_verification_judges_each_signature_by_itself() {
    var content = "内容".getBytes(StandardCharsets.UTF_8);
    var signature = key.sign(content);
    var verification = new KeyVerification(key.publicKey());

    for (var i = 0; i < 3; i++) {
      assertThat(verification.verify(content, signature)).isTrue();
      assertThat(verification.verify(new byte[1], signature)).isFalse();
      assertThat(verification.verify(content, new byte[] {0x30, 0})).isFalse();
    }
    var stranger = KeyAlgorithm.SM2.generate(RANDOM).publicKey();
    assertThat(new KeyVerification(stranger).verify(content, signature)).isFalse();
  }

  @Test
  void a_chain_in_any_order_is_read_from_the_keys_own_certificate_to_the_root() {
    var file = new Pkcs12File(folder.resolve("gscamce.p12"));
    var content = file.read(password.read());
    file.write(content.key(), content.chain().reversed(), password.read());

    assertThat(Pkcs12SigningKey.open(file.path(), password).chain()).isEqualTo(key.chain());
  }

  @Test
  void a_key_with_the_certificate_of_another_key_is_refused() {
    var stranger = KeyAlgorithm.SM2.generate(RANDOM);
    new Pkcs12File(folder.resolve("gscamce.p12")).write(stranger, key.chain(), password.read());

    assertFault(this::openAgain, FaultCode.KEY_DIFFERS_FROM_CERTIFICATE);
  }

  @Test
  void a_file_without_a_certificate_is_refused() {
    var none = List.<X509CertificateHolder>of();
    new Pkcs12File(folder.resolve("gscamce.p12"))
        .write(KeyAlgorithm.SM2.generate(RANDOM), none, password.read());

    assertFault(this::openAgain, FaultCode.KEY_UNSUPPORTED);
  }

  @Test
  void missing_files_are_named() throws Exception {
    Files.delete(folder.resolve("gscamce.p12"));
    assertFault(this::openAgain, FaultCode.FILE_MISSING);

    Files.delete(password.path());
    assertFault(this::openAgain, FaultCode.FILE_MISSING);
  }

  @Test
  void a_password_is_made_once_and_kept() {
    var file = new PasswordFile(folder.resolve("new.pass"));

    var made = file.readOrCreate(RANDOM);

    assertThat(made).hasSize(32);
    assertThat(file.readOrCreate(RANDOM)).isEqualTo(made);
  }

  @Test
  void a_file_is_replaced_whole_and_leaves_nothing_aside() throws Exception {
    var file = folder.resolve("f");
    DurableFile.writePublic(file, new byte[] {1});
    DurableFile.writePublic(file, new byte[] {2, 3});

    assertThat(file).hasBinaryContent(new byte[] {2, 3});
    try (var files = Files.newDirectoryStream(folder, ".*.aside")) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void a_folder_in_place_of_a_file_is_reported() throws Exception {
    var folderInTheWay = Files.createDirectories(folder.resolve("d/e")).getParent();

    assertFault(
        () -> DurableFile.writePublic(folderInTheWay, new byte[1]), FaultCode.FILE_NOT_WRITTEN);
    assertFault(() -> DurableFile.read(folderInTheWay), FaultCode.FILE_UNREADABLE);
  }

  private void openAgain() {
    Pkcs12SigningKey.open(folder.resolve("gscamce.p12"), password);
  }
}
