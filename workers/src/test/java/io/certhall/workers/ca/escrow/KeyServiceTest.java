package io.certhall.workers.ca.escrow;

import static io.certhall.workers.ca.CaSamples.GANSU;
import static io.certhall.workers.ca.CaSamples.RANDOM;
import static io.certhall.workers.ca.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.SimulatedMedium;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.DurableFile;
import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.key.Sm2KeyPair;
import io.certhall.workers.ca.profile.SubjectType;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyServiceTest {

  @TempDir Path folder;
  KeyService service;
  X509CertificateHolder signing;
  X509CertificateHolder encryption;
  byte[] escrow;

  @BeforeEach
  void issueAPair() throws Exception {
    var authorities = CaSamples.open(folder, GANSU);
    service = authorities.keyService();
    var authority = authorities.forHall("gscamce");
    var key = SimulatedMedium.create(RANDOM).publicKey();
    var pair =
        authority.sign(authority.prepare(CaSamples.request(authority, SubjectType.ORG, key)));
    signing = new X509CertificateHolder(pair.signingCertificate());
    encryption = new X509CertificateHolder(pair.encryptionCertificate());
    escrow = pair.escrow();
  }

  @Test
  void both_forms_of_the_envelope_open_to_the_same_key() {
    var owner = Sm2.generate(RANDOM);
    var key = Sm2.generate(RANDOM);

    var envelope = EnvelopedKey.seal(key, owner.publicKey(), RANDOM);

    assertThat(envelope.open(owner.privateKey()).privateKey().getD())
        .isEqualTo(key.privateKey().getD());
    assertThat(envelope.openBlob(owner.privateKey()).privateKey().getD())
        .isEqualTo(key.privateKey().getD());
  }

  @Test
  void a_private_key_with_leading_zeros_keeps_its_32_bytes() {
    var owner = Sm2.generate(RANDOM);
    var small = new ECPrivateKeyParameters(BigInteger.valueOf(12345), Sm2.DOMAIN);

    var envelope = EnvelopedKey.seal(Sm2KeyPair.of(small), owner.publicKey(), RANDOM);

    assertThat(envelope.openBlob(owner.privateKey()).privateKey().getD()).isEqualTo(small.getD());
  }

  @Test
  void the_skf_blob_is_laid_out_as_the_medium_reads_it() {
    var owner = Sm2.generate(RANDOM);
    var key = Sm2.generate(RANDOM);
    var blob = EnvelopedKey.seal(key, owner.publicKey(), RANDOM).skfBlob();

    var fields = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(blob).hasSize(388);
    assertThat(fields.getInt(0)).isEqualTo(1);
    assertThat(fields.getInt(4)).isEqualTo(0x401);
    assertThat(fields.getInt(8)).isEqualTo(256);
    assertThat(Arrays.copyOfRange(blob, 12, 44)).isEqualTo(new byte[32]);
    assertThat(fields.getInt(76)).isEqualTo(256);
    assertThat(Arrays.copyOfRange(blob, 112, 144))
        .isEqualTo(
            BigIntegers.asUnsignedByteArray(
                32, key.publicKey().getQ().getAffineXCoord().toBigInteger()));
    assertThat(fields.getInt(368)).isEqualTo(16);
  }

  @Test
  void an_envelope_opens_with_the_signing_key_it_was_made_for_only() {
    var envelope =
        EnvelopedKey.seal(Sm2.generate(RANDOM), Sm2.generate(RANDOM).publicKey(), RANDOM);
    var other = Sm2.generate(RANDOM).privateKey();

    assertFault(() -> envelope.open(other), FaultCode.ENVELOPE_FOR_OTHER_KEY);
    assertFault(() -> envelope.openBlob(other), FaultCode.ENVELOPE_FOR_OTHER_KEY);
  }

  @Test
  void an_envelope_with_a_changed_public_key_is_refused() {
    var owner = Sm2.generate(RANDOM);
    var envelope = EnvelopedKey.seal(Sm2.generate(RANDOM), owner.publicKey(), RANDOM);
    var parts = EnvelopeParts.fromDer(envelope.der());
    var stranger = Sm2.generate(RANDOM).publicKey().getQ().getEncoded(false);
    var changed = new EnvelopeParts(parts.symmetricKey(), stranger, parts.privateKey());

    assertFault(
        () -> new EnvelopedKey(changed.toDer(), changed.toBlob()).open(owner.privateKey()),
        FaultCode.ESCROW_KEY_DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 8, 76, 368})
  void a_blob_with_a_wrong_header_field_is_refused(int offset) {
    var owner = Sm2.generate(RANDOM);
    var envelope = EnvelopedKey.seal(Sm2.generate(RANDOM), owner.publicKey(), RANDOM);
    var blob = envelope.skfBlob().clone();
    blob[offset] ^= 0x40;

    assertFault(
        () -> new EnvelopedKey(envelope.der(), blob).openBlob(owner.privateKey()),
        FaultCode.ENVELOPE_UNREADABLE);
  }

  @Test
  void a_cut_or_lengthened_envelope_is_refused() {
    var owner = Sm2.generate(RANDOM);
    var envelope = EnvelopedKey.seal(Sm2.generate(RANDOM), owner.publicKey(), RANDOM);
    var cut = Arrays.copyOf(envelope.skfBlob(), 200);
    var longer = Arrays.copyOf(envelope.skfBlob(), 400);
    var cutDer = Arrays.copyOf(envelope.der(), 100);

    assertFault(() -> EnvelopeParts.fromBlob(cut), FaultCode.ENVELOPE_UNREADABLE);
    assertFault(() -> EnvelopeParts.fromBlob(longer), FaultCode.ENVELOPE_UNREADABLE);
    assertFault(() -> EnvelopeParts.fromDer(cutDer), FaultCode.ENVELOPE_UNREADABLE);
    assertFault(() -> EnvelopeParts.fromDer(new byte[] {0x30, 0}), FaultCode.ENVELOPE_UNREADABLE);
  }

  @Test
  void an_escrow_is_delivered_to_the_signing_certificate_of_its_holder() {
    assertThat(service.deliver(escrow, encryption, signing).der()).isNotEmpty();
  }

  @Test
  void a_recipient_that_is_not_the_holders_signing_certificate_is_refused() throws Exception {
    var authority = CaSamples.open(folder, GANSU).forHall("gscamce");
    var key = SimulatedMedium.create(RANDOM).publicKey();
    var other =
        authority.sign(authority.prepare(CaSamples.request(authority, SubjectType.PERSON, key)));
    var stranger = new X509CertificateHolder(other.signingCertificate());

    assertFault(
        () -> service.deliver(escrow, encryption, stranger),
        FaultCode.RECIPIENT_NOT_SIGNING_CERTIFICATE);
    assertFault(
        () -> service.deliver(escrow, encryption, encryption),
        FaultCode.RECIPIENT_NOT_SIGNING_CERTIFICATE);
    assertFault(
        () -> service.deliver(escrow, signing, encryption),
        FaultCode.RECIPIENT_NOT_SIGNING_CERTIFICATE);
  }

  @Test
  void every_changed_bit_of_an_escrow_is_noticed() {
    for (var at = 0; at < escrow.length; at++) {
      var changed = escrow.clone();
      changed[at] ^= 1;
      var inKeyId = at >= 1 && at <= WrappingKeys.ID_LENGTH;
      assertFault(
          () -> service.deliver(changed, encryption, signing),
          inKeyId ? FaultCode.ESCROW_KEY_UNKNOWN : FaultCode.ESCROW_UNREADABLE);
    }
    assertFault(
        () -> service.deliver(new byte[3], encryption, signing), FaultCode.ESCROW_UNREADABLE);
  }

  @Test
  void an_escrow_never_holds_the_private_key_in_clear() {
    var key = service.generate();
    var owner = Sm2.generate(RANDOM);

    assertThat(key.escrow()).hasSize(69);
    assertThat(service.generate().escrow()).isNotEqualTo(key.escrow());
    assertThat(owner.toString()).doesNotContain(owner.privateKey().getD().toString(16));
  }

  @Test
  void after_a_change_of_the_wrapping_key_old_escrows_open_and_are_wrapped_anew() throws Exception {
    var file = folder.resolve("escrow.key");
    var lines = "ab".repeat(32) + "\n" + Files.readString(file);
    DurableFile.writeSecret(file, lines.getBytes(StandardCharsets.US_ASCII));
    var changed = new KeyService(WrappingKeys.open(file, RANDOM), RANDOM);

    var rewrapped = changed.rewrap(new EncryptionKey(encryption.getSubjectPublicKeyInfo(), escrow));

    assertThat(changed.deliver(escrow, encryption, signing).der()).isNotEmpty();
    assertThat(changed.deliver(rewrapped.escrow(), encryption, signing).der()).isNotEmpty();
    assertFault(
        () -> service.deliver(rewrapped.escrow(), encryption, signing),
        FaultCode.ESCROW_KEY_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "abcd", "not hexadecimal"})
  void a_wrapping_key_file_that_holds_no_key_is_refused(String content) {
    var file = folder.resolve("other.key");
    DurableFile.writeSecret(file, content.getBytes(StandardCharsets.UTF_8));

    assertFault(() -> WrappingKeys.open(file, RANDOM), FaultCode.FILE_UNREADABLE);
  }
}
