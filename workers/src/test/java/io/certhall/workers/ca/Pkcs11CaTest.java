package io.certhall.workers.ca;

import static io.certhall.workers.ca.CaSamples.CLOCK;
import static io.certhall.workers.ca.CaSamples.GANSU;
import static io.certhall.workers.ca.CaSamples.RANDOM;
import static io.certhall.workers.ca.CaSamples.SUQIAN;
import static io.certhall.workers.ca.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.CaOffice.OfflineRoot;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.DurableFile;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.key.KeySignature;
import io.certhall.workers.ca.key.PasswordFile;
import io.certhall.workers.ca.key.TokenKey;
import io.certhall.workers.ca.profile.SubjectType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CA keys on a hardware module, for which SoftHSM2 stands in. */
class Pkcs11CaTest {

  @TempDir static Path folder;
  @TempDir static Path safe;
  static CaOffice.Token token;
  static OfflineRoot rsaRoot;
  static CaOffice office;

  @BeforeAll
  static void makeCas() throws Exception {
    token = SoftToken.make(safe.resolve("token.pin"));
    office = new CaOffice(folder, CLOCK, 1000);
    for (var algorithm : new KeyAlgorithm[] {KeyAlgorithm.RSA_2048, KeyAlgorithm.EC_P256}) {
      var root =
          new OfflineRoot(safe.resolve(algorithm + ".p12"), "correct horse battery".toCharArray());
      office.makeRoot(root, RootSpec.STANDARD, algorithm);
      office.issue(root, GANSU, algorithm, token);
    }
    rsaRoot = new OfflineRoot(safe.resolve("RSA-2048.p12"), "correct horse battery".toCharArray());
  }

  private static CertificateAuthority authority(KeyAlgorithm algorithm) {
    return CaSamples.open(folder, GANSU).forKey("gscamce", algorithm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA-2048", "EC-P256"})
  void openssl_accepts_what_a_key_on_the_module_signs(String code) throws Exception {
    var algorithm = KeyAlgorithm.parse("algorithm", code);
    var authority = authority(algorithm);
    var key = new SubjectKey(algorithm.generate(RANDOM).publicKey(), false);

    var pair =
        authority.sign(authority.prepare(CaSamples.request(authority, SubjectType.ORG, key)));

    Files.write(folder.resolve("sign.crt"), pair.signingCertificate());
    assertThat(
            OpenSsl.in(folder)
                .output(
                    "verify",
                    "-x509_strict",
                    "-CAfile",
                    "root." + algorithm.family().code() + ".pem",
                    "-untrusted",
                    authority.name() + ".pem",
                    "sign.crt"))
        .contains("sign.crt: OK");
    assertThat(folder.resolve(authority.name() + ".p12")).doesNotExist();
    assertThat(office.list())
        .filteredOn(entry -> entry.name().equals(authority.name()))
        .extracting(CaOffice.Entry::place)
        .containsExactly(CaOffice.Place.TOKEN);
  }

  @Test
  void several_threads_sign_at_once() throws Exception {
    var key = authority(KeyAlgorithm.EC_P256).key();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var work =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      (Callable<Boolean>)
                          () ->
                              KeySignature.verify(
                                  key.publicKey(),
                                  new byte[] {(byte) i},
                                  key.sign(new byte[] {(byte) i})))
              .toList();
      for (var verified : threads.invokeAll(work)) {
        assertThat(verified.get()).isTrue();
      }
    }
  }

  @Test
  void a_key_on_the_module_is_never_replaced_and_sm2_is_refused() throws Exception {
    office.issue(rsaRoot, SUQIAN, KeyAlgorithm.RSA_2048, token);
    for (var file : new String[] {"p11", "crt", "pem"}) {
      Files.delete(folder.resolve("gxca-suqian.rsa." + file));
    }

    assertFault(
        () -> office.issue(rsaRoot, SUQIAN, KeyAlgorithm.RSA_2048, token),
        FaultCode.TOKEN_KEY_EXISTS);
    var sm2 = new OfflineRoot(safe.resolve("sm2.p12"), rsaRoot.password());
    var other = new CaOffice(safe.resolve("sm2"), CLOCK, 1000);
    other.makeRoot(sm2, RootSpec.STANDARD, KeyAlgorithm.SM2);
    assertFault(
        () -> other.issue(sm2, GANSU, KeyAlgorithm.SM2, token), FaultCode.TOKEN_WITHOUT_SM2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"library", "token", "key", "pin", "certificate"})
  void a_wrong_setting_is_named(String what, @TempDir Path own) throws Exception {
    var pin = new PasswordFile(own.resolve("pin"));
    DurableFile.writeSecret(
        pin.path(),
        (what.equals("pin") ? "0000" : SoftToken.PIN).getBytes(StandardCharsets.US_ASCII));
    var wrong =
        new TokenKey(
            what.equals("library") ? own.resolve("none.so") : token.library(),
            switch (what) {
              case "token" -> "no-such-token";
              // The first one is open already and asks for no PIN.
              case "pin" -> SoftToken.OTHER_LABEL;
              default -> SoftToken.LABEL;
            },
            what.equals("key")
                ? "no-such-key"
                : what.equals("certificate") ? "gscamce.ec" : "gscamce.rsa",
            pin);
    var settings = folder.resolve("gscamce.rsa.p11");
    var before = Files.readAllBytes(settings);
    try {
      wrong.write(settings);
      assertFault(
          () -> CaSamples.open(folder, GANSU),
          switch (what) {
            case "library" -> FaultCode.TOKEN_LIBRARY_UNUSABLE;
            case "token" -> FaultCode.TOKEN_MISSING;
            case "key" -> FaultCode.TOKEN_KEY_MISSING;
            case "pin" -> FaultCode.TOKEN_LOGIN_FAILED;
            default -> FaultCode.TOKEN_FAILED;
          });
    } finally {
      DurableFile.writeSecret(settings, before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token=t\nkey=k\npin-file=p",
        "library=l\nkey=k\npin-file=p",
        "library=l\ntoken=t\npin-file=p",
        "library=l\ntoken=t\nkey=k",
        "library=l\ntoken=t\nkey=k\npin-file=p\nslot=1"
      })
  void a_settings_file_with_a_missing_or_unknown_field_is_refused(String text, @TempDir Path own) {
    var file = own.resolve("x.p11");
    DurableFile.writeSecret(file, text.getBytes(StandardCharsets.UTF_8));

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> TokenKey.read(file))
        .isInstanceOf(io.certhall.workers.ca.fault.CaFault.class)
        .hasMessageContaining("x.p11");
  }
}
