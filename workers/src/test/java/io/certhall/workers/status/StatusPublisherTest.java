package io.certhall.workers.status;

import static io.certhall.db.generated.Tables.CERTIFICATE_STATUS;
import static io.certhall.db.generated.Tables.CRL;
import static io.certhall.db.generated.Tables.CRL_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.CertificateRegister.Reason;
import io.certhall.processes.security.Actor;
import io.certhall.processes.status.RevocationReason;
import io.certhall.processes.status.StatusAnswers;
import io.certhall.processes.status.StatusLedger;
import io.certhall.processes.status.StatusShard;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestDatabase;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.time.HallClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = StatusHall.class, webEnvironment = WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
class StatusPublisherTest {

  private static final String CA = TestOrders.HALL;
  private static final Duration TOLD = Duration.ofSeconds(60);

  private final CertificateRegister register;
  private final TestCertificates certificates;
  private final TestOrders orders;
  private final StatusLedger ledger;
  private final StatusAnswers answers;
  private final TransactionTemplate transaction;
  private final HallClock clock;
  private final DSLContext dsl;

  StatusPublisherTest(
      CertificateRegister register,
      TestCertificates certificates,
      TestOrders orders,
      StatusLedger ledger,
      StatusAnswers answers,
      TransactionTemplate transaction,
      HallClock clock,
      DSLContext dsl) {
    this.register = register;
    this.certificates = certificates;
    this.orders = orders;
    this.ledger = ledger;
    this.answers = answers;
    this.transaction = transaction;
    this.clock = clock;
    this.dsl = dsl;
  }

  @Test
  void a_new_certificate_is_told_to_be_good() {
    String serial = "7A00000000000001";

    transaction.executeWithoutResult(
        tx ->
            ledger.issued(
                List.of(
                    new StatusLedger.Subject(
                        serial, CA, clock.instant().plus(Duration.ofDays(365))))));

    await().atMost(TOLD).until(() -> status(serial).isPresent());
    assertThat(status(serial).orElseThrow().good()).isTrue();
  }

  @Test
  void a_hold_its_release_and_a_revocation_are_told_by_ocsp_and_lists_for_both_of_a_pair() {
    String serial = certificates.issued(orders.applicant(), CA);
    String twin = register.find(serial).orElseThrow().pairSerial();

    move(serial, CertificateMove.SUSPEND, null);
    for (String one : List.of(serial, twin)) {
      told(() -> reason(one).filter(r -> r == CRLReason.certificateHold).isPresent());
      told(() -> listed(one, StatusShard.FULL) == CRLReason.certificateHold);
      told(() -> listed(one, StatusShard.of(one)) == CRLReason.certificateHold);
    }

    move(serial, CertificateMove.RELEASE, null);
    for (String one : List.of(serial, twin)) {
      told(() -> status(one).orElseThrow().good());
      told(() -> listed(one, StatusShard.FULL) < 0 && listed(one, StatusShard.of(one)) < 0);
    }

    move(serial, CertificateMove.REVOKE, RevocationReason.KEY_COMPROMISE);
    for (String one : List.of(serial, twin)) {
      told(() -> reason(one).filter(r -> r == CRLReason.keyCompromise).isPresent());
      told(() -> listed(one, StatusShard.FULL) == CRLReason.keyCompromise);
    }
    await().atMost(TOLD).until(() -> !dsl.fetchExists(CRL_CHANGE, CRL_CHANGE.CA.eq(CA)));
  }

  @Test
  void a_locked_key_leaves_the_certificate_good_and_a_rolled_back_move_is_never_told() {
    String serial = certificates.issued(orders.applicant(), CA);
    move(serial, CertificateMove.LOCK, null);

    transaction.executeWithoutResult(
        tx -> {
          register.move(Actor.SYSTEM, serial, CertificateMove.SUSPEND, new Reason(null, null));
          tx.setRollbackOnly();
        });

    assertThat(dsl.fetchExists(CERTIFICATE_STATUS, CERTIFICATE_STATUS.SERIAL.eq(serial))).isFalse();
  }

  @Test
  void numbers_of_a_list_rise_and_a_list_is_signed_anew_before_it_ends() {
    told(() -> answers.revocationList(CA, StatusShard.FULL).isPresent());
    long before = number();

    clock.advance(Duration.ofHours(25));

    // Another test's change may be told at the same time.
    told(
        () ->
            list(StatusShard.FULL)
                .getNextUpdate()
                .toInstant()
                .isAfter(clock.instant().plus(Duration.ofDays(1))));
    X509CRLHolder list = list(StatusShard.FULL);
    assertThat(
            ASN1Integer.getInstance(list.getExtension(Extension.cRLNumber).getParsedValue())
                .longValueExact())
        .isGreaterThan(before);
  }

  @Test
  void an_answer_is_signed_anew_before_it_ends_and_not_after_the_certificates_end() {
    String serial = "7A00000000000002";
    transaction.executeWithoutResult(
        tx ->
            ledger.issued(
                List.of(
                    new StatusLedger.Subject(
                        serial, CA, clock.instant().plus(Duration.ofHours(30))))));
    told(() -> status(serial).isPresent());
    var first = answers.ocsp(CA, serial).orElseThrow();

    clock.advance(Duration.ofHours(25));

    told(() -> answers.ocsp(CA, serial).orElseThrow().thisUpdate().isAfter(first.thisUpdate()));
    assertThat(
            dsl.select(CERTIFICATE_STATUS.DUE_AT)
                .from(CERTIFICATE_STATUS)
                .where(CERTIFICATE_STATUS.SERIAL.eq(serial))
                .fetchSingle()
                .value1())
        .isNull();
  }

  private void move(String serial, CertificateMove move, @Nullable RevocationReason reason) {
    transaction.executeWithoutResult(
        tx -> register.move(Actor.SYSTEM, serial, move, new Reason(null, null, reason)));
  }

  private static void told(Callable<Boolean> check) {
    await().atMost(TOLD).pollInterval(Duration.ofMillis(200)).until(check);
  }

  private record Told(CertificateStatus status) {
    boolean good() {
      return status == CertificateStatus.GOOD;
    }
  }

  private Optional<Told> status(String serial) {
    return answers
        .ocsp(CA, serial)
        .map(
            signed ->
                read(
                    () ->
                        new Told(
                            ((BasicOCSPResp) new OCSPResp(signed.der()).getResponseObject())
                                .getResponses()[0].getCertStatus())));
  }

  private Optional<Integer> reason(String serial) {
    return status(serial)
        .filter(told -> told.status() instanceof RevokedStatus)
        .map(told -> ((RevokedStatus) told.status()).getRevocationReason());
  }

  /** The reason the list gives, or -1 where the certificate is not in it. */
  private int listed(String serial, int shard) {
    var entry = list(shard).getRevokedCertificate(new BigInteger(serial, 16));
    return entry == null
        ? -1
        : CRLReason.getInstance(entry.getExtension(Extension.reasonCode).getParsedValue())
            .getValue()
            .intValue();
  }

  private X509CRLHolder list(int shard) {
    return read(() -> new X509CRLHolder(answers.revocationList(CA, shard).orElseThrow().der()));
  }

  private long number() {
    return dsl.select(CRL.NUMBER)
        .from(CRL)
        .where(CRL.CA.eq(CA), CRL.SHARD.eq(StatusShard.FULL))
        .fetchSingle()
        .value1();
  }

  private interface Reading<T> {
    T get() throws IOException, OCSPException;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OCSPException e) {
      throw new IllegalStateException(e);
    }
  }
}
