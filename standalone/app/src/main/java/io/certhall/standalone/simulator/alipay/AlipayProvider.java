package io.certhall.standalone.simulator.alipay;

import io.certhall.standalone.simulator.alipay.SimulatedTrade.State;
import io.certhall.standalone.simulator.alipay.TradeBook.Change;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The provider's rules: what may be opened, scanned, paid, closed and given back. */
final class AlipayProvider {

  private static final Duration REFUND_WITHIN = Duration.ofDays(365);
  private static final String CODE_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int CODE_LENGTH = 20;

  private final TradeBook book;
  private final AlipayMessages messages;
  private final Clock hallTime;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param hallTime for what people see and wait for; may be moved forward in tests
   */
  AlipayProvider(TradeBook book, AlipayMessages messages, Clock hallTime) {
    this.book = book;
    this.messages = messages;
    this.hallTime = hallTime;
  }

  record PrecreateAsk(
      String outTradeNo,
      String subject,
      long amountFen,
      URI notifyUrl,
      @Nullable Instant expiresAt) {}

  record RefundAsk(String outTradeNo, String outRequestNo, long amountFen, String reason) {}

  /**
   * What was given back.
   *
   * @param moved false when it had been given back before under this number
   */
  record Refunded(SimulatedTradeRefund refund, SimulatedTrade trade, long sumFen, boolean moved) {}

  SimulatedTrade precreate(String appId, PrecreateAsk ask) {
    synchronized (book) {
      SimulatedTrade known = book.trade(ask.outTradeNo()).orElse(null);
      if (known != null) {
        return again(known, appId, ask);
      }
      SimulatedTrade opened =
          new SimulatedTrade(
              appId,
              ask.outTradeNo(),
              ask.subject(),
              ask.amountFen(),
              ask.notifyUrl(),
              ask.expiresAt(),
              "https://qr.alipay.com/bax" + code(),
              hallTime.instant(),
              State.PRECREATED,
              null,
              null);
      book.write(new Change(opened, null, null));
      return opened;
    }
  }

  private static SimulatedTrade again(SimulatedTrade known, String appId, PrecreateAsk ask) {
    requireUnpaid(known);
    if (!known.appId().equals(appId)
        || known.amountFen() != ask.amountFen()
        || !known.subject().equals(ask.subject())) {
      throw AlipayRefusal.business("ACQ.CONTEXT_INCONSISTENT", "交易信息被篡改");
    }
    return known;
  }

  /** As the merchant sees it: nothing before the first scan. */
  SimulatedTrade query(String appId, String outTradeNo) {
    SimulatedTrade trade = find(outTradeNo);
    if (!trade.appId().equals(appId) || trade.state() == State.PRECREATED) {
      throw AlipayRefusal.noSuchTrade();
    }
    return trade;
  }

  SimulatedTrade find(String outTradeNo) {
    return book.trade(outTradeNo).orElseThrow(AlipayRefusal::noSuchTrade);
  }

  /** The payer's phone reads the code: the trade begins. */
  SimulatedTrade scan(String outTradeNo) {
    synchronized (book) {
      SimulatedTrade trade = find(outTradeNo);
      if (trade.state() != State.PRECREATED) {
        return trade;
      }
      SimulatedTrade begun = trade.with(State.WAIT_BUYER_PAY);
      book.write(new Change(begun, null, null));
      return begun;
    }
  }

  void close(String appId, String outTradeNo) {
    synchronized (book) {
      SimulatedTrade trade = query(appId, outTradeNo);
      if (trade.state() != State.WAIT_BUYER_PAY) {
        throw AlipayRefusal.business("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
      }
      book.write(new Change(trade.with(State.TRADE_CLOSED), null, null));
    }
  }

  /** The payer's phone pays; the answer is the report to send. */
  AlipayReport pay(String outTradeNo) {
    synchronized (book) {
      SimulatedTrade trade = find(outTradeNo);
      requireUnpaid(trade);
      if (trade.isExpired(hallTime.instant())) {
        throw AlipayRefusal.business("ACQ.PAYMENT_REQUEST_HAS_RISK", "二维码已过期，请返回商户重新下单");
      }
      SimulatedTrade paid = trade.paid(tradeNo(), hallTime.instant());
      AlipayReport report = messages.report(paid, paid.amountFen(), hallTime.instant());
      book.write(new Change(paid, null, report));
      return report;
    }
  }

  /** A correctly signed report of an amount nobody ordered; the trade itself does not change. */
  AlipayReport payFalsely(String outTradeNo, long amountFen) {
    synchronized (book) {
      SimulatedTrade trade = find(outTradeNo);
      if (trade.state() == State.TRADE_CLOSED && !trade.isPaid()) {
        throw AlipayRefusal.closed();
      }
      SimulatedTrade told = trade.isPaid() ? trade : trade.paid(tradeNo(), hallTime.instant());
      AlipayReport report = messages.report(told, amountFen, hallTime.instant());
      book.write(new Change(null, null, report));
      return report;
    }
  }

  /** The report of a payment made before, once more. */
  AlipayReport reportAgain(String outTradeNo) {
    return book.trueReportOf(find(outTradeNo)).orElseThrow(AlipayRefusal::noSuchTrade);
  }

  Refunded refund(String appId, RefundAsk ask) {
    synchronized (book) {
      SimulatedTrade trade = query(appId, ask.outTradeNo());
      SimulatedTradeRefund known = book.refund(ask.outTradeNo(), ask.outRequestNo()).orElse(null);
      if (known != null) {
        if (known.amountFen() != ask.amountFen()) {
          throw AlipayRefusal.business("ACQ.DISCORDANT_REPEAT_REQUEST", "不一致的请求");
        }
        return new Refunded(known, trade, book.refundedFen(ask.outTradeNo()), false);
      }
      long sum = requireRefundable(trade, ask);
      SimulatedTradeRefund refund =
          new SimulatedTradeRefund(
              ask.outRequestNo(),
              ask.outTradeNo(),
              ask.amountFen(),
              ask.reason(),
              hallTime.instant());
      SimulatedTrade after = sum == trade.amountFen() ? trade.with(State.TRADE_CLOSED) : trade;
      book.write(new Change(after, refund, null));
      return new Refunded(refund, after, sum, true);
    }
  }

  private long requireRefundable(SimulatedTrade trade, RefundAsk ask) {
    Instant paidAt = trade.paidAt();
    if (paidAt == null) {
      throw AlipayRefusal.business("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
    }
    if (paidAt.plus(REFUND_WITHIN).isBefore(hallTime.instant())) {
      throw AlipayRefusal.business("ACQ.TRADE_HAS_FINISHED", "交易已完结，不能退款");
    }
    long sum = book.refundedFen(trade.outTradeNo()) + ask.amountFen();
    if (sum > trade.amountFen()) {
      throw AlipayRefusal.business("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "退款金额超限");
    }
    return sum;
  }

  private static void requireUnpaid(SimulatedTrade trade) {
    if (trade.isPaid()) {
      throw AlipayRefusal.paid();
    }
    if (trade.state() == State.TRADE_CLOSED) {
      throw AlipayRefusal.closed();
    }
  }

  private String code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CODE_LENGTH; i++) {
      code.append(CODE_CHARACTERS.charAt(random.nextInt(CODE_CHARACTERS.length())));
    }
    return code.toString();
  }

  private String tradeNo() {
    StringBuilder digits = new StringBuilder("2026");
    for (int i = 0; i < 24; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
