package io.certhall.standalone.simulator.alipay;

import io.certhall.standalone.simulator.JsonLinesFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All trades, refunds and reports, each change in a journal before it counts. Callers hold the
 * book's lock over a check and the change that follows from it.
 */
final class TradeBook implements AutoCloseable {

  /** What changed together. */
  record Change(
      @Nullable SimulatedTrade trade,
      @Nullable SimulatedTradeRefund refund,
      @Nullable AlipayReport report) {}

  private final JsonLinesFile<Change> journal;
  private final Map<String, SimulatedTrade> trades = new LinkedHashMap<>();
  private final Map<String, SimulatedTradeRefund> refunds = new LinkedHashMap<>();
  private final Map<String, AlipayReport> reports = new LinkedHashMap<>();

  TradeBook(JsonLinesFile<Change> journal) {
    this.journal = journal;
    journal.read().forEach(this::apply);
  }

  synchronized void write(Change change) {
    journal.append(change);
    apply(change);
  }

  synchronized Optional<SimulatedTrade> trade(String outTradeNo) {
    return Optional.ofNullable(trades.get(outTradeNo));
  }

  /** Newest first. */
  synchronized List<SimulatedTrade> trades() {
    return trades.values().stream()
        .sorted(Comparator.comparing(SimulatedTrade::createdAt).reversed())
        .toList();
  }

  synchronized Optional<SimulatedTradeRefund> refund(String outTradeNo, String outRequestNo) {
    return Optional.ofNullable(refunds.get(key(outTradeNo, outRequestNo)));
  }

  synchronized long refundedFen(String outTradeNo) {
    return refunds.values().stream()
        .filter(refund -> refund.outTradeNo().equals(outTradeNo))
        .mapToLong(SimulatedTradeRefund::amountFen)
        .sum();
  }

  /** The report sent when the payment was made. */
  synchronized Optional<AlipayReport> trueReportOf(SimulatedTrade trade) {
    return reports.values().stream()
        .filter(report -> report.outTradeNo().equals(trade.outTradeNo()))
        .filter(report -> report.amountFen() == trade.amountFen())
        .findFirst();
  }

  synchronized List<AlipayReport> undelivered() {
    return reports.values().stream().filter(report -> !report.ended()).toList();
  }

  private void apply(Change change) {
    if (change.trade() != null) {
      trades.put(change.trade().outTradeNo(), change.trade());
    }
    if (change.refund() != null) {
      refunds.put(
          key(change.refund().outTradeNo(), change.refund().outRequestNo()), change.refund());
    }
    if (change.report() != null) {
      reports.put(change.report().notifyId(), change.report());
    }
  }

  /** A request number is the merchant's own per trade. */
  private static String key(String outTradeNo, String outRequestNo) {
    return outTradeNo + "\n" + outRequestNo;
  }

  @Override
  public void close() {
    journal.close();
  }
}
