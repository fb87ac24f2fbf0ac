package io.certhall.processes.certificate;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.CERTIFICATE_EVENT;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.status.RevocationReason;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Certificates and their moves. A pair moves as one; each move leaves a row in the certificate's
 * history and in the audit log, in the transaction of what caused it.
 */
@Service
public class CertificateRegister {

  private static final String SIGNING = "SIGNING";

  private final DSLContext dsl;
  private final HeldCertificateQuery certificates;
  private final ToldStatus told;
  private final AuditLog audit;
  private final Clock clock;

  CertificateRegister(
      DSLContext dsl,
      HeldCertificateQuery certificates,
      ToldStatus told,
      AuditLog audit,
      Clock clock) {
    this.dsl = dsl;
    this.certificates = certificates;
    this.told = told;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Why a certificate moves: the order, where there is one, and a remark.
   *
   * @param revocation what relying parties are told of a revocation; null: no longer used
   */
  public record Reason(
      @Nullable String orderNo, @Nullable String note, @Nullable RevocationReason revocation) {

    public Reason(@Nullable String orderNo, @Nullable String note) {
      this(orderNo, note, null);
    }

    public static Reason ofOrder(String orderNo) {
      return new Reason(orderNo, null);
    }
  }

  /** By the serial of either certificate of the pair. */
  public Optional<HeldCertificate> find(String serial) {
    return Optional.ofNullable(all(List.of(serial)).get(serial));
  }

  /** Those that exist, by the serial they were asked by. */
  public Map<String, HeldCertificate> all(Collection<String> serials) {
    Map<String, String> signing =
        dsl.select(CERTIFICATE.SERIAL, CERTIFICATE.PAIR_SERIAL, CERTIFICATE.KEY_USAGE)
            .from(CERTIFICATE)
            .where(
                CERTIFICATE.SERIAL.in(serials.stream().map(CertificateRegister::normal).toList()))
            .fetchMap(
                row -> row.value1(),
                row -> row.value3().equals(SIGNING) ? row.value1() : row.value2());
    if (signing.isEmpty()) {
      return Map.of();
    }
    Map<String, HeldCertificate> found = new HashMap<>();
    certificates
        .where(CERTIFICATE.SERIAL.in(signing.values()))
        .forEach(one -> found.put(one.serial(), one));
    Map<String, HeldCertificate> bySerial = new LinkedHashMap<>();
    for (String asked : serials) {
      HeldCertificate certificate = found.get(signing.getOrDefault(normal(asked), ""));
      if (certificate != null) {
        bySerial.put(asked, certificate);
      }
    }
    return bySerial;
  }

  /** Live certificates on this key; at most one, unless keys of other hands share its number. */
  public List<HeldCertificate> onMedium(String mediumSerial) {
    return certificates.where(
        CERTIFICATE.MEDIUM_SERIAL.eq(mediumSerial),
        CERTIFICATE.STATE.in(
            CertificateState.NORMAL.name(),
            CertificateState.LOCKED.name(),
            CertificateState.SUSPENDED.name()));
  }

  /** Certificates of an account in a hall, by serial. */
  public List<HeldCertificate> ofAccount(long accountId, String hall, int most) {
    List<HeldCertificate> held =
        certificates.where(CERTIFICATE.ACCOUNT_ID.eq(accountId), CERTIFICATE.HALL.eq(hall));
    return held.size() <= most ? held : held.subList(0, most);
  }

  /** The certificates that were issued for an order, by item. */
  public Map<Integer, HeldCertificate> issuedFor(String orderNo) {
    Map<Integer, HeldCertificate> issued = new LinkedHashMap<>();
    certificates
        .where(CERTIFICATE.ORDER_NO.eq(orderNo))
        .forEach(one -> issued.put(one.itemSeq(), one));
    return issued;
  }

  /** Holds these certificates until the transaction ends, in the order of their serials. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(Collection<String> serials) {
    if (!serials.isEmpty()) {
      dsl.select(CERTIFICATE.SERIAL)
          .from(CERTIFICATE)
          .where(CERTIFICATE.SERIAL.in(serials))
          .orderBy(CERTIFICATE.SERIAL)
          .forUpdate()
          .fetch();
    }
  }

  /**
   * Moves the pair.
   *
   * @param serial of the signing certificate
   * @throws Refusal NOT_FOUND, or CONFLICT with the state when the move is not legal from it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public CertificateState move(Actor actor, String serial, CertificateMove move, Reason reason) {
    Locked locked = lock(normal(serial));
    CertificateState before = locked.state();
    move.requireLegalFrom(before, serial);
    CertificateState after =
        move == CertificateMove.RELEASE ? beforeSuspension(locked.serial()) : move.target();
    if (after != before) {
      dsl.update(CERTIFICATE)
          .set(CERTIFICATE.STATE, after.name())
          .set(CERTIFICATE.ROW_VERSION, CERTIFICATE.ROW_VERSION.plus(1))
          .where(CERTIFICATE.SERIAL.in(locked.serial(), locked.pairSerial()))
          .execute();
      told.moved(List.of(locked.serial(), locked.pairSerial()), before, after, reason.revocation());
    }
    record(actor, locked, move, after, reason);
    return after;
  }

  /** As {@link #move}, to the state of an old copy, naming the certificate that takes its place. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void supersede(
      Actor actor, String serial, CertificateMove move, String successor, String orderNo) {
    move(actor, serial, move, new Reason(orderNo, successor));
    dsl.update(CERTIFICATE)
        .set(CERTIFICATE.SUPERSEDED_BY, successor)
        .where(CERTIFICATE.SERIAL.eq(normal(serial)))
        .execute();
  }

  /** Whether this order made the last move of the certificate, and which. */
  public Optional<CertificateMove> lastMoveBy(String serial, String orderNo) {
    return dsl.select(CERTIFICATE_EVENT.MOVE, CERTIFICATE_EVENT.ORDER_NO)
        .from(CERTIFICATE_EVENT)
        .where(CERTIFICATE_EVENT.SERIAL.eq(normal(serial)))
        .orderBy(CERTIFICATE_EVENT.ID.desc())
        .limit(1)
        .fetchOptional()
        .filter(row -> orderNo.equals(row.value2()))
        .map(row -> CertificateMove.valueOf(row.value1()));
  }

  /** How often it moved; tells two events of the same kind apart. */
  int moves(String serial) {
    return dsl.fetchCount(CERTIFICATE_EVENT, CERTIFICATE_EVENT.SERIAL.eq(normal(serial)));
  }

  private record Locked(String serial, String pairSerial, String hall, CertificateState state) {}

  private Locked lock(String serial) {
    return dsl.select(
            CERTIFICATE.SERIAL, CERTIFICATE.PAIR_SERIAL, CERTIFICATE.HALL, CERTIFICATE.STATE)
        .from(CERTIFICATE)
        .where(CERTIFICATE.SERIAL.eq(serial), CERTIFICATE.KEY_USAGE.eq(SIGNING))
        .forUpdate()
        .fetchOptional(
            row ->
                new Locked(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    CertificateState.valueOf(row.value4())))
        .orElseThrow(() -> Refusal.notFound("CERTIFICATE_UNKNOWN", serial));
  }

  private CertificateState beforeSuspension(String serial) {
    return dsl.select(CERTIFICATE_EVENT.FROM_STATE)
        .from(CERTIFICATE_EVENT)
        .where(
            CERTIFICATE_EVENT.SERIAL.eq(serial),
            CERTIFICATE_EVENT.MOVE.eq(CertificateMove.SUSPEND.name()))
        .orderBy(CERTIFICATE_EVENT.ID.desc())
        .limit(1)
        .fetchOptional(row -> CertificateState.valueOf(row.value1()))
        .orElse(CertificateState.NORMAL);
  }

  private void record(
      Actor actor, Locked locked, CertificateMove move, CertificateState after, Reason reason) {
    dsl.insertInto(CERTIFICATE_EVENT)
        .set(CERTIFICATE_EVENT.SERIAL, locked.serial())
        .set(CERTIFICATE_EVENT.AT, clock.instant())
        .set(CERTIFICATE_EVENT.MOVE, move.name())
        .set(CERTIFICATE_EVENT.FROM_STATE, locked.state().name())
        .set(CERTIFICATE_EVENT.TO_STATE, after.name())
        .set(CERTIFICATE_EVENT.ORDER_NO, reason.orderNo())
        .set(CERTIFICATE_EVENT.ACTOR_ID, actor.isSystem() ? null : actor.accountId())
        .set(CERTIFICATE_EVENT.ACTOR_NAME, actor.name())
        .set(CERTIFICATE_EVENT.NOTE, reason.note())
        .execute();
    audit.record(
        actor,
        "certificate.moved",
        "certificate",
        locked.serial(),
        locked.hall(),
        move
            + ": "
            + locked.state()
            + " -> "
            + after
            + (reason.note() == null ? "" : ", " + reason.note()));
  }

  private static String normal(String serial) {
    return serial.strip().toUpperCase(Locale.ROOT);
  }
}
