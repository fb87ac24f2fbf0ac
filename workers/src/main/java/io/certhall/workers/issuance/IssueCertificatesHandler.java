package io.certhall.workers.issuance;

import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.issuance.IssuanceLedger;
import io.certhall.processes.issuance.IssuanceParking;
import io.certhall.processes.issuance.IssuedPair;
import io.certhall.processes.issuance.IssuingItem;
import io.certhall.processes.issuance.OpenIssue;
import io.certhall.processes.issuance.Reconciliation;
import io.certhall.processes.issuance.Reservation;
import io.certhall.processes.issuance.SealAddition;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Refusal;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.IssuingAuthority;
import io.certhall.workers.ca.PreparedPair;
import io.certhall.workers.ca.SignedPair;
import io.certhall.workers.ca.SubjectKey;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.lint.LintFinding;
import io.certhall.workers.job.OrderJobHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The issuing cycle of {@code docs/issuing-cycle.md}, for all certificates of an order at once: (1)
 * reserve, (2) lint, (3) sign, (4) store. What a crash left reserved is signed as it was reserved;
 * what is in doubt twice is parked. Seals that are added to a certificate need no new pair.
 */
@Component
class IssueCertificatesHandler implements OrderJobHandler {

  private static final Logger log = LoggerFactory.getLogger(IssueCertificatesHandler.class);

  private final IssuanceLedger ledger;
  private final ObjectProvider<IssuingAuthority> authorities;
  private final PairRequests requests;
  private final SealAddition additions;
  private final OrderedSeals seals;
  private final IssuanceParking parking;

  IssueCertificatesHandler(
      IssuanceLedger ledger,
      IssuanceParking parking,
      ObjectProvider<IssuingAuthority> authorities,
      PairRequests requests,
      SealAddition additions,
      OrderedSeals seals) {
    this.ledger = ledger;
    this.additions = additions;
    this.parking = parking;
    this.seals = seals;
    this.authorities = authorities;
    this.requests = requests;
  }

  @Override
  public String jobType() {
    return Reconciliation.JOB_TYPE;
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    Order order = ledger.order(job.orderNo());
    if (order.service() == Service.ADD_SEAL) {
      CertificateAuthority authority = authorities.getObject().forHall(order.hall());
      additions.add(job.orderNo(), job.elementId(), seals.added(authority, additions.open(order)));
      return Map.of();
    }
    OpenIssue open = ledger.open(order);
    List<IssuingItem> items = open.items();
    if (items.isEmpty()) {
      return Map.of();
    }
    IssuingAuthority authority = authorities.getObject();
    Map<Integer, Reservation> reserved = new HashMap<>(open.reserved());
    List<Reservation> fresh = new ArrayList<>();
    for (IssuingItem item : items) {
      if (!reserved.containsKey(item.itemSeq())) {
        Reservation reservation = prepare(authority, order.hall(), item);
        reserved.put(item.itemSeq(), reservation);
        fresh.add(reservation);
      }
    }
    if (!fresh.isEmpty()) {
      ledger.reserve(job.orderNo(), fresh);
    }
    List<IssuedPair> pairs = new ArrayList<>();
    for (IssuingItem item : items) {
      pairs.add(signed(job.orderNo(), item, authority, reserved.get(item.itemSeq())));
    }
    store(job, seals.boundTo(order, authority.forHall(order.hall()), pairs));
    return Map.of();
  }

  /** Step 3. What can't be signed as it was reserved is parked: repetition won't mend it. */
  private IssuedPair signed(
      String orderNo, IssuingItem item, IssuingAuthority authorities, Reservation reservation) {
    try {
      PreparedPair prepared = PreparedPair.fromBytes(reservation.prepared());
      CertificateAuthority authority = authorities.forPrepared(prepared);
      SignedPair signed = authority.sign(prepared);
      SignedPairs.requireReserved(reservation, prepared, signed);
      return SignedPairs.toIssued(item, authority, signed);
    } catch (CaFault fault) {
      parking.park(orderNo, reservation.signingSerial(), fault.getMessage());
      throw fault;
    }
  }

  /** Step 4. A refusal is an answer; any other failure leaves in doubt whether it was stored. */
  private void store(EngineJob job, List<IssuedPair> pairs) {
    try {
      ledger.store(job.orderNo(), job.elementId(), pairs);
    } catch (Refusal answer) {
      throw answer;
    } catch (RuntimeException failure) {
      throw inDoubt(job.orderNo(), pairs, failure);
    }
  }

  private RuntimeException inDoubt(
      String orderNo, List<IssuedPair> pairs, RuntimeException failure) {
    log.warn("{} signed, but not known to be stored", orderNo, failure);
    List<String> serials = pairs.stream().map(IssuedPair::signingSerial).toList();
    try {
      boolean parked = parking.failedAfterSigning(orderNo, serials, failure.toString());
      return parked
          ? Refusal.rule("", "ISSUE_PARKED", String.join(", ", serials))
          : Refusal.conflict("ISSUE_IN_DOUBT");
    } catch (RuntimeException databaseAway) {
      failure.addSuppressed(databaseAway);
      return failure;
    }
  }

  /** Linted before it is reserved, so that a wrong request leaves nothing behind. */
  private Reservation prepare(IssuingAuthority authorities, String hall, IssuingItem item) {
    SubjectKey key = requests.signingKey(item);
    CertificateAuthority authority = authorities.forKey(hall, key.algorithm());
    var request = requests.of(authority, key, item);
    PreparedPair pair = authority.prepare(request);
    List<LintFinding> findings = authority.lint(pair);
    if (!findings.isEmpty()) {
      throw new CaFault(
          FaultCode.LINT_REFUSED,
          findings.stream().map(LintFinding::toString).collect(Collectors.joining("; ")));
    }
    return new Reservation(
        item.itemSeq(),
        request.signingSerial().toString(),
        request.encryptionSerial().toString(),
        pair.toBytes());
  }
}
