package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.wechat.PaymentBook.Change;
import io.certhall.standalone.simulator.wechat.SimulatedPayment.State;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The provider's rules: what may be opened, paid, closed and given back. */
final class WeChatProvider {

  private static final Duration REFUND_TAKES = Duration.ofSeconds(2);
  private static final Duration REFUND_WITHIN = Duration.ofDays(365);
  private static final int MOST_REFUNDS = 50;
  private static final String CODE_CHARACTERS =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  private final PaymentBook book;
  private final WeChatMessages messages;
  private final Clock hallTime;
  private final Clock realTime;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param hallTime for what people see and wait for; may be moved forward in tests
   * @param realTime for what machines wait for
   */
  WeChatProvider(PaymentBook book, WeChatMessages messages, Clock hallTime, Clock realTime) {
    this.book = book;
    this.messages = messages;
    this.hallTime = hallTime;
    this.realTime = realTime;
  }

  record PrepayAsk(
      String outTradeNo,
      String description,
      long amountFen,
      URI notifyUrl,
      @Nullable Instant expiresAt) {}

  record RefundAsk(
      String outRefundNo, String outTradeNo, String reason, long refundFen, long totalFen) {}

  SimulatedPayment prepay(PrepayAsk ask) {
    synchronized (book) {
      SimulatedPayment known = book.payment(ask.outTradeNo()).orElse(null);
      if (known != null) {
        return again(known, ask);
      }
      SimulatedPayment opened =
          new SimulatedPayment(
              ask.outTradeNo(),
              ask.description(),
              ask.amountFen(),
              ask.notifyUrl(),
              ask.expiresAt(),
              "weixin://wxpay/bizpayurl?pr=" + code(),
              hallTime.instant(),
              State.NOTPAY,
              null,
              null);
      book.write(new Change(opened, null, null));
      return opened;
    }
  }

  private static SimulatedPayment again(SimulatedPayment known, PrepayAsk ask) {
    requireUnpaid(known);
    if (known.amountFen() != ask.amountFen() || !known.description().equals(ask.description())) {
      throw new WeChatRefusal(HttpStatus.FORBIDDEN, "OUT_TRADE_NO_USED", "商户订单号重复");
    }
    return known;
  }

  SimulatedPayment find(String outTradeNo) {
    return book.payment(outTradeNo).orElseThrow(WeChatRefusal::noSuchOrder);
  }

  void close(String outTradeNo) {
    synchronized (book) {
      SimulatedPayment payment = find(outTradeNo);
      requireUnpaid(payment);
      book.write(new Change(payment.with(State.CLOSED), null, null));
    }
  }

  /** The payer's phone pays; the answer is the report to send. */
  SimulatedNotification pay(String outTradeNo) {
    synchronized (book) {
      SimulatedPayment payment = find(outTradeNo);
      requireUnpaid(payment);
      if (payment.isExpired(hallTime.instant())) {
        throw new WeChatRefusal(HttpStatus.CONFLICT, "ORDER_EXPIRED", "订单已过期，请返回商户重新下单");
      }
      SimulatedPayment paid = payment.paid("4200" + digits(24), hallTime.instant());
      SimulatedNotification report = report(paid, paid.amountFen());
      book.write(new Change(paid, null, report));
      return report;
    }
  }

  /** A correctly signed report of an amount nobody ordered; the payment itself does not change. */
  SimulatedNotification payFalsely(String outTradeNo, long amountFen) {
    synchronized (book) {
      SimulatedPayment payment = find(outTradeNo);
      if (payment.state() == State.CLOSED) {
        throw WeChatRefusal.closed();
      }
      SimulatedPayment told =
          payment.isPaid() ? payment : payment.paid("4200" + digits(24), hallTime.instant());
      SimulatedNotification report = report(told, amountFen);
      book.write(new Change(null, null, report));
      return report;
    }
  }

  /** The report of a payment made before, once more. */
  SimulatedNotification reportAgain(String outTradeNo) {
    return book.trueNotificationOf(find(outTradeNo)).orElseThrow(WeChatRefusal::noSuchOrder);
  }

  SimulatedRefund refund(RefundAsk ask) {
    synchronized (book) {
      SimulatedRefund known = book.refund(ask.outRefundNo()).orElse(null);
      if (known != null) {
        if (known.refundFen() != ask.refundFen() || !known.outTradeNo().equals(ask.outTradeNo())) {
          throw WeChatRefusal.invalid("订单金额或退款金额与之前请求不一致，请核实后再试");
        }
        return known;
      }
      SimulatedPayment payment = requireRefundable(ask);
      Instant now = realTime.instant();
      SimulatedRefund refund =
          new SimulatedRefund(
              ask.outRefundNo(),
              "50" + digits(26),
              ask.outTradeNo(),
              ask.reason(),
              ask.refundFen(),
              hallTime.instant(),
              now.plus(REFUND_TAKES));
      book.write(new Change(payment.with(State.REFUND), refund, null));
      return refund;
    }
  }

  private SimulatedPayment requireRefundable(RefundAsk ask) {
    SimulatedPayment payment =
        book.payment(ask.outTradeNo())
            .orElseThrow(
                () -> new WeChatRefusal(HttpStatus.NOT_FOUND, "RESOURCE_NOT_EXISTS", "订单号不存在"));
    if (!payment.isPaid() || payment.paidAt() == null) {
      throw WeChatRefusal.invalid("订单未支付，不能退款");
    }
    if (payment.amountFen() != ask.totalFen()) {
      throw WeChatRefusal.invalid("原订单金额与支付金额不一致");
    }
    if (payment.paidAt().plus(REFUND_WITHIN).isBefore(hallTime.instant())) {
      throw WeChatRefusal.invalid("订单已超过可退款的期限（一年）");
    }
    var earlier = book.refundsOf(ask.outTradeNo());
    if (earlier.size() >= MOST_REFUNDS) {
      throw WeChatRefusal.invalid("该订单的退款次数已达上限（50 次）");
    }
    long refunded = earlier.stream().mapToLong(SimulatedRefund::refundFen).sum();
    if (refunded + ask.refundFen() > payment.amountFen()) {
      throw WeChatRefusal.invalid("累计退款金额大于订单金额");
    }
    return payment;
  }

  SimulatedRefund findRefund(String outRefundNo) {
    return book.refund(outRefundNo)
        .orElseThrow(
            () -> new WeChatRefusal(HttpStatus.NOT_FOUND, "RESOURCE_NOT_EXISTS", "退款单不存在"));
  }

  private SimulatedNotification report(SimulatedPayment paid, long amountFen) {
    String id = UUID.randomUUID().toString();
    Instant now = hallTime.instant();
    return new SimulatedNotification(
        id,
        paid.outTradeNo(),
        amountFen,
        now,
        messages.notification(id, now, paid, amountFen),
        false);
  }

  private static void requireUnpaid(SimulatedPayment payment) {
    if (payment.isPaid()) {
      throw WeChatRefusal.paid();
    }
    if (payment.state() == State.CLOSED) {
      throw WeChatRefusal.closed();
    }
  }

  private String code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      code.append(CODE_CHARACTERS.charAt(random.nextInt(CODE_CHARACTERS.length())));
    }
    return code.toString();
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
