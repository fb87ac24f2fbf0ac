package io.certhall.workers.issuance;

import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.issuance.IssuanceLedger;
import io.certhall.processes.issuance.IssuedPair;
import io.certhall.processes.issuance.IssuingItem;
import io.certhall.processes.issuance.Reservation;
import io.certhall.processes.issuance.SealAddition;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Service;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.IssuingAuthority;
import io.certhall.workers.ca.PreparedPair;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.lint.LintFinding;
import io.certhall.workers.job.OrderJobHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The issuing cycle of {@code docs/issuing-cycle.md}, for all certificates of an order at once: (1)
 * reserve, (2) lint, (3) sign, (4) store. What a crash left reserved is signed as it was reserved.
 * Seals that are added to a certificate need no new pair.
 */
@Component
class IssueCertificatesHandler implements OrderJobHandler {

  private final IssuanceLedger ledger;
  private final ObjectProvider<IssuingAuthority> authorities;
  private final PairRequests requests;
  private final SealAddition seals;

  IssueCertificatesHandler(
      IssuanceLedger ledger,
      ObjectProvider<IssuingAuthority> authorities,
      PairRequests requests,
      SealAddition seals) {
    this.ledger = ledger;
    this.seals = seals;
    this.authorities = authorities;
    this.requests = requests;
  }

  @Override
  public String jobType() {
    return "issue-certificates";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    Order order = ledger.order(job.orderNo());
    if (order.service() == Service.ADD_SEAL) {
      seals.add(job.orderNo(), job.elementId());
      return Map.of();
    }
    List<IssuingItem> items = ledger.open(order);
    if (items.isEmpty()) {
      return Map.of();
    }
    CertificateAuthority authority = authorities.getObject().forHall(order.hall());
    Map<Integer, Reservation> reserved =
        ledger.reservations(job.orderNo()).stream()
            .collect(Collectors.toMap(Reservation::itemSeq, Function.identity()));
    List<Reservation> fresh = new ArrayList<>();
    for (IssuingItem item : items) {
      if (!reserved.containsKey(item.itemSeq())) {
        Reservation reservation = prepare(authority, item);
        reserved.put(item.itemSeq(), reservation);
        fresh.add(reservation);
      }
    }
    if (!fresh.isEmpty()) {
      ledger.reserve(job.orderNo(), fresh);
    }
    List<IssuedPair> pairs = new ArrayList<>();
    for (IssuingItem item : items) {
      Reservation reservation = reserved.get(item.itemSeq());
      pairs.add(
          SignedPairs.toIssued(
              item, authority, authority.sign(PreparedPair.fromBytes(reservation.prepared()))));
    }
    ledger.store(job.orderNo(), job.elementId(), pairs);
    return Map.of();
  }

  /** Linted before it is reserved, so that a wrong request leaves nothing behind. */
  private Reservation prepare(CertificateAuthority authority, IssuingItem item) {
    var request = requests.of(authority, item);
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
