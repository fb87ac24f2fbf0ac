package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.wallet.Wallet;
import io.certhall.standalone.simulator.wallet.WalletPayment;
import io.certhall.standalone.simulator.wallet.WalletPayment.Stage;
import io.certhall.standalone.simulator.wallet.WalletReport;
import java.time.Clock;
import java.util.List;

/** WeChat on the payer's phone. */
final class WeChatWallet implements Wallet {

  private static final Look LOOK =
      new Look("wechat", WeChatApiController.ROOT, "#06994c", "#057a3d");
  private static final String MERCHANT = "CertHall 证书网上大厅";

  private final WeChatProvider provider;
  private final WeChatNotifier notifier;
  private final PaymentBook book;
  private final Clock hallTime;

  WeChatWallet(WeChatProvider provider, WeChatNotifier notifier, PaymentBook book, Clock hallTime) {
    this.provider = provider;
    this.notifier = notifier;
    this.book = book;
    this.hallTime = hallTime;
  }

  @Override
  public Look look() {
    return LOOK;
  }

  @Override
  public List<WalletPayment> payments() {
    return book.payments().stream().map(this::shown).toList();
  }

  /** A code read here is an order already: WeChat has no state in between. */
  @Override
  public WalletPayment scan(String outTradeNo) {
    return find(outTradeNo);
  }

  @Override
  public WalletPayment find(String outTradeNo) {
    return shown(provider.find(outTradeNo));
  }

  @Override
  public WalletReport pay(String outTradeNo) {
    return sent(provider.pay(outTradeNo));
  }

  @Override
  public WalletReport payFalsely(String outTradeNo, long amountFen) {
    return sent(provider.payFalsely(outTradeNo, amountFen));
  }

  @Override
  public WalletReport reportAgain(String outTradeNo) {
    return sent(provider.reportAgain(outTradeNo));
  }

  @Override
  public RuntimeException refusal(String field, String reason) {
    return WeChatRefusal.parameter(field, reason);
  }

  private WalletReport sent(SimulatedNotification report) {
    return new WalletReport(
        report.id(), report.amountFen(), (times, delay) -> notifier.send(report, times, delay));
  }

  private WalletPayment shown(SimulatedPayment payment) {
    return new WalletPayment(
        payment.outTradeNo(),
        payment.description(),
        MERCHANT,
        payment.amountFen(),
        payment.state().name(),
        stage(payment),
        payment.transactionId(),
        payment.paidAt() == null ? payment.createdAt() : payment.paidAt());
  }

  private Stage stage(SimulatedPayment payment) {
    return switch (payment.state()) {
      case NOTPAY -> payment.isExpired(hallTime.instant()) ? Stage.EXPIRED : Stage.OPEN;
      case SUCCESS -> Stage.PAID;
      case REFUND -> Stage.REFUNDED;
      case CLOSED -> Stage.CLOSED;
    };
  }
}
