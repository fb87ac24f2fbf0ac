package io.certhall.workers.seal;

import static io.certhall.workers.ca.CaSamples.CLOCK;
import static io.certhall.workers.ca.CaSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.seal.MadeSeal;
import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.SignedPair;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.seal.SealMaker.Binding;
import io.certhall.workers.seal.SealVerification.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealMakerTest {

  @TempDir Path folder;
  CertificateAuthority authority;
  SignedPair pair;

  @BeforeEach
  void issue() {
    authority = SealSamples.authority(folder);
    pair = SealSamples.pair(authority);
  }

  @ParameterizedTest
  @EnumSource(Binding.class)
  void a_seal_is_signed_bound_to_its_certificate_and_ends_with_it(Binding binding) {
    MadeSeal made =
        SealSamples.maker(folder, binding)
            .make(authority, List.of(SealSamples.OFFICIAL), pair.signingCertificate())
            .getFirst();

    SignedSeal seal = SignedSeal.of(made.der());
    assertThat(verify(seal, pair, Duration.ZERO)).isEmpty();
    assertThat(seal.info().header().version()).isEqualTo(4);
    assertThat(seal.info().esId()).isEqualTo(made.esId()).startsWith("gscamce-");
    assertThat(seal.info().property().name()).isEqualTo("甘肃某某建设工程有限公司公章");
    assertThat(seal.info().property().createdAt()).isEqualTo(NOW);
    assertThat(seal.info().property().validTo()).isEqualTo(pair.validity().notAfter());
    assertThat(seal.info().image().data()).isEqualTo(SealSamples.OFFICIAL.picture().png());
    assertThat(seal.info().image().widthMm()).isEqualTo(42);
  }

  @Test
  void a_seal_is_refused_with_another_certificate_after_its_end_and_when_changed() {
    byte[] der = SealSamples.official(folder, authority, pair).der();

    SignedSeal seal = SignedSeal.of(der);
    assertThat(verify(seal, SealSamples.pair(authority), Duration.ZERO))
        .containsExactly(Finding.CERTIFICATE_NOT_BOUND);
    assertThat(verify(seal, pair, Duration.ofDays(400))).containsExactly(Finding.EXPIRED);
    assertThat(verify(seal, pair, Duration.ofDays(-2))).containsExactly(Finding.NOT_YET_VALID);
    der[der.length - 1] ^= 1;
    assertThat(verify(SignedSeal.of(der), pair, Duration.ZERO))
        .containsExactly(Finding.SIGNATURE_WRONG);
  }

  @Test
  void no_two_seals_have_one_number() {
    SealMaker maker = SealSamples.maker(folder, Binding.CERTIFICATES);
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      maker
          .make(
              authority,
              List.of(SealSamples.OFFICIAL, SealSamples.LEGAL_REP),
              pair.signingCertificate())
          .forEach(seal -> numbers.add(seal.esId()));
    }
    assertThat(numbers).hasSize(10);
  }

  @Test
  void the_makers_key_is_made_once_and_read_by_its_owner_only() throws Exception {
    SigningKey first = keys(CLOCK).of(authority).key();
    SigningKey second = keys(CLOCK).of(authority).key();

    assertThat(second.certificate()).isEqualTo(first.certificate());
    assertThat(first.chain()).hasSize(3);
    assertThat(first.certificate().getSubject().toString()).contains("CN=电子印章制章人");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("makers/gscamce.p12"))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_maker_about_to_expire_is_replaced() {
    SigningKey first = keys(CLOCK).of(authority).key();
    Clock later = Clock.offset(CLOCK, Duration.ofDays(5 * 365 - 20));

    SigningKey second = keys(later).of(authority).key();

    assertThat(second.certificate().getSerialNumber())
        .isNotEqualTo(first.certificate().getSerialNumber());
    assertThat(keys(later).of(authority).key().certificate()).isEqualTo(second.certificate());
  }

  @Test
  void the_maker_of_another_ca_is_refused() throws Exception {
    var others = CaSamples.open(folder.resolve("others"), CaSamples.SUQIAN).forHall("gxca-suqian");
    keys(CLOCK).of(others);
    for (String kind : List.of(".p12", ".pass")) {
      Files.move(
          folder.resolve("makers/gxca-suqian" + kind),
          folder.resolve("makers/gscamce" + kind),
          StandardCopyOption.ATOMIC_MOVE);
    }

    assertThatThrownBy(() -> keys(CLOCK).of(authority))
        .isInstanceOfSatisfying(
            CaFault.class,
            fault -> assertThat(fault.code()).isEqualTo(FaultCode.SEAL_MAKER_NOT_OF_CA));
  }

  @Test
  void what_is_no_seal_of_a_known_version_can_not_be_read() {
    byte[] der = SealSamples.official(folder, authority, pair).der();
    byte[] version5 = der.clone();
    version5[indexOfVersion(version5)] = 5;

    for (byte[] wrong : List.of(new byte[] {0x30, 0}, new byte[] {1, 2, 3}, version5)) {
      assertThatThrownBy(() -> SignedSeal.of(wrong))
          .isInstanceOfSatisfying(
              CaFault.class,
              fault -> assertThat(fault.code()).isEqualTo(FaultCode.SEAL_UNREADABLE));
    }
  }

  /** After the header's IA5String "ES" comes INTEGER 4. */
  private static int indexOfVersion(byte[] der) {
    for (int i = 0; i < der.length - 4; i++) {
      if (der[i] == 'E' && der[i + 1] == 'S' && der[i + 2] == 2 && der[i + 4] == 4) {
        return i + 4;
      }
    }
    throw new AssertionError("no header");
  }

  private SealMakerKeys keys(Clock clock) {
    return new SealMakerKeys(folder.resolve("makers"), clock);
  }

  private List<Finding> verify(SignedSeal seal, SignedPair holder, Duration later) {
    return SealVerification.of(
        seal, authority.certificate(), holder.signingCertificate(), NOW.plus(later));
  }
}
