package io.certhall.processes.verification;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.certificate.CaCertificateRegister;
import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.CertificateRegister.Reason;
import io.certhall.processes.security.Actor;
import io.certhall.processes.status.RevocationReason;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAuthority;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.verification.PublicCertificate.Standing;
import io.certhall.processes.verification.Verification.SignedBy;
import io.certhall.processes.verification.Verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.BigIntegers;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessesTest
class VerificationTest {

  private static final byte[] FILE = "投标文件".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "另一个文件".getBytes(StandardCharsets.UTF_8);

  private final Verification verification;
  private final CertificateLookup lookup;
  private final CaCertificateRegister authorities;
  private final CertificateRegister register;
  private final TestCertificates certificates;
  private final TestOrders orders;
  private final TransactionTemplate transaction;
  private final DSLContext dsl;
  private final String address = Fresh.username();

  VerificationTest(
      Verification verification,
      CertificateLookup lookup,
      CaCertificateRegister authorities,
      CertificateRegister register,
      TestCertificates certificates,
      TestOrders orders,
      TransactionTemplate transaction,
      DSLContext dsl) {
    this.verification = verification;
    this.lookup = lookup;
    this.authorities = authorities;
    this.register = register;
    this.certificates = certificates;
    this.orders = orders;
    this.transaction = transaction;
    this.dsl = dsl;
  }

  private String serial = "";
  private TestAuthority.Holder holder = TestAuthority.issues("7F");

  @BeforeEach
  void issue() {
    TestAuthority.publish(authorities, TestOrders.HALL);
    serial = certificates.issued(orders.applicant(), TestOrders.HALL);
    holder = TestAuthority.issues(serial);
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.DER, holder.der())
        .where(CERTIFICATE.SERIAL.eq(serial))
        .execute();
  }

  private void move(CertificateMove move) {
    transaction.executeWithoutResult(
        tx -> register.move(Actor.SYSTEM, serial, move, new Reason(null, null)));
  }

  private SignedBy check(byte[] content, byte[] signature) {
    return verification.signature(content, signature, null, "", address).getFirst();
  }

  @Test
  void a_certificate_of_ours_is_good_in_der_and_in_pem() {
    byte[] pem =
        ("-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(holder.der())
                + "\n-----END CERTIFICATE-----\n")
            .getBytes(StandardCharsets.US_ASCII);

    for (byte[] file : new byte[][] {holder.der(), pem}) {
      PublicCertificate told = verification.certificate(file, address);
      assertThat(told.standing()).isEqualTo(Standing.GOOD);
      assertThat(told.ca()).isEqualTo(TestOrders.HALL);
      assertThat(told.serial()).isEqualTo(serial);
    }
    assertThat(verification.chain(TestOrders.HALL).split("BEGIN CERTIFICATE")).hasSize(3);
  }

  @Test
  void a_forged_certificate_with_our_names_and_a_known_serial_is_foreign() {
    PublicCertificate told = verification.certificate(TestAuthority.forges(serial).der(), address);

    assertThat(told.standing()).isEqualTo(Standing.FOREIGN);
    assertThat(told.ca()).isNull();
  }

  @Test
  void a_certificate_signed_by_us_that_the_register_does_not_know_is_told_so() {
    assertThat(verification.certificate(TestAuthority.issues("7FEEDDCCBBAA").der(), address))
        .extracting(PublicCertificate::standing)
        .isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void a_file_that_is_no_certificate_is_refused() {
    assertThat(Refused.codes(() -> verification.certificate(FILE, address)))
        .containsExactly("CERTIFICATE_UNREADABLE");
  }

  @Test
  void signed_data_in_cms_and_in_the_form_of_gbt_35275_verify() throws Exception {
    byte[] cms = holder.signsCms(FILE);

    for (byte[] signature : new byte[][] {cms, asGbt35275(cms)}) {
      assertThat(check(FILE, signature).verdict()).isEqualTo(Verdict.VERIFIED);
      assertThat(check(OTHER, signature).verdict()).isEqualTo(Verdict.CONTENT_DIFFERS);
    }
  }

  @Test
  void a_bare_signature_verifies_with_the_certificate_or_its_serial_number() throws Exception {
    byte[] signature = holder.signs(FILE);

    assertThat(check(FILE, signature).verdict()).isEqualTo(Verdict.CERTIFICATE_MISSING);
    for (byte[] form :
        new byte[][] {signature, halves(signature), Base64.getEncoder().encode(signature)}) {
      assertThat(verification.signature(FILE, form, null, serial, address).getFirst().verdict())
          .isEqualTo(Verdict.VERIFIED);
    }
    assertThat(
            verification.signature(FILE, signature, holder.der(), "", address).getFirst().verdict())
        .isEqualTo(Verdict.VERIFIED);
    assertThat(
            verification
                .signature(OTHER, signature, holder.der(), "", address)
                .getFirst()
                .verdict())
        .isEqualTo(Verdict.CONTENT_DIFFERS);
  }

  @Test
  void what_is_wrong_with_the_signers_certificate_is_told() {
    byte[] signature = holder.signsCms(FILE);
    move(CertificateMove.SUSPEND);
    assertThat(check(FILE, signature).verdict()).isEqualTo(Verdict.CERTIFICATE_ON_HOLD);
    move(CertificateMove.RELEASE);
    assertThat(check(FILE, signature).verdict()).isEqualTo(Verdict.VERIFIED);
    move(CertificateMove.REVOKE);
    assertThat(check(FILE, signature).verdict()).isEqualTo(Verdict.CERTIFICATE_REVOKED);
    assertThat(check(FILE, TestAuthority.forges(serial).signsCms(FILE)).verdict())
        .isEqualTo(Verdict.ISSUER_FOREIGN);
  }

  @Test
  void bytes_that_are_no_signature_are_refused() {
    assertThat(
            Refused.codes(
                () -> verification.signature(FILE, new byte[] {0x30, 1}, null, "", address)))
        .containsExactly("SIGNATURE_UNREADABLE");
    assertThat(Refused.codes(() -> verification.signature(FILE, FILE, FILE, "", address)))
        .containsExactly("CERTIFICATE_UNREADABLE");
  }

  @Test
  void a_certificate_is_found_by_its_whole_serial_number_with_reason_and_time() {
    assertThat(lookup.bySerial(" " + serial.toLowerCase() + " ", address).standing())
        .isEqualTo(Standing.GOOD);
    move(CertificateMove.REVOKE);

    PublicCertificate told = lookup.bySerial(serial, address);

    assertThat(told.standing()).isEqualTo(Standing.REVOKED);
    assertThat(told.reason()).isEqualTo(RevocationReason.CESSATION_OF_OPERATION);
    assertThat(told.since()).isNotNull();
    assertThat(Refused.codes(() -> lookup.bySerial("FFFFFFFFFF", address)))
        .containsExactly("LOOKUP_NOTHING_FOUND");
    assertThat(Refused.codes(() -> lookup.bySerial("%", address))).containsExactly("SERIAL_FORM");
  }

  @Test
  void names_of_persons_are_masked() {
    assertThat(CertificateLookup.masked("欧阳小明")).isEqualTo("欧***");
    assertThat(CertificateLookup.masked("")).isEmpty();
  }

  @Test
  void who_asks_too_often_has_to_wait() {
    for (int i = 0; i < CertificateLookup.PER_ADDRESS.uses(); i++) {
      lookup.count(address);
    }

    assertThat(Refused.codes(() -> lookup.bySerial(serial, address)))
        .containsExactly("LOOKUP_TOO_OFTEN");
  }

  /** The same structure under the other standard's identifiers. */
  private static byte[] asGbt35275(byte[] cms) throws Exception {
    var outer = ASN1Sequence.getInstance(cms);
    var renamed = new ASN1EncodableVector();
    renamed.add(new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.2"));
    renamed.add(outer.getObjectAt(1));
    return new DERSequence(renamed).getEncoded();
  }

  private static byte[] halves(byte[] signature) {
    var both = ASN1Sequence.getInstance(signature);
    byte[] r =
        BigIntegers.asUnsignedByteArray(
            32, ASN1Integer.getInstance(both.getObjectAt(0)).getValue());
    byte[] s =
        BigIntegers.asUnsignedByteArray(
            32, ASN1Integer.getInstance(both.getObjectAt(1)).getValue());
    byte[] all = Arrays.copyOf(r, 64);
    System.arraycopy(s, 0, all, 32, 32);
    return all;
  }
}
