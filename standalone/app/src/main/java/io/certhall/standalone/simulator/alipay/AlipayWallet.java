package io.certhall.standalone.simulator.alipay;

import io.certhall.standalone.simulator.wallet.Wallet;
import io.certhall.standalone.simulator.wallet.WalletPayment;
import io.certhall.standalone.simulator.wallet.WalletPayment.Stage;
import io.certhall.standalone.simulator.wallet.WalletReport;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/** Alipay on the payer's phone. */
final class AlipayWallet implements Wallet {

  private static final Look LOOK =
      new Look("alipay", AlipayApiController.ROOT, "#1677ff", "#0958d9");

  private final AlipayProvider provider;
  private final AlipayNotifier notifier;
  private final TradeBook book;
  private final SimulatedAlipayMerchants merchants;
  private final UnaryOperator<String> hallNames;
  private final Clock hallTime;

  /**
   * @param hallNames a hall's name by its code
   */
  AlipayWallet(
      AlipayProvider provider,
      AlipayNotifier notifier,
      TradeBook book,
      SimulatedAlipayMerchants merchants,
      UnaryOperator<String> hallNames,
      Clock hallTime) {
    this.provider = provider;
    this.notifier = notifier;
    this.book = book;
    this.merchants = merchants;
    this.hallNames = hallNames;
    this.hallTime = hallTime;
  }

  @Override
  public Look look() {
    return LOOK;
  }

  @Override
  public List<WalletPayment> payments() {
    return book.trades().stream().map(this::shown).toList();
  }

  @Override
  public WalletPayment scan(String outTradeNo) {
    return shown(provider.scan(outTradeNo));
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
    return AlipayRefusal.parameter(field, reason);
  }

  private WalletReport sent(AlipayReport report) {
    return new WalletReport(
        report.notifyId(),
        report.amountFen(),
        (times, delay) -> notifier.send(report, times, delay));
  }

  private WalletPayment shown(SimulatedTrade trade) {
    return new WalletPayment(
        trade.outTradeNo(),
        trade.subject(),
        merchants
            .application(trade.appId())
            .map(merchant -> hallNames.apply(merchant.hall()))
            .orElse(trade.appId()),
        trade.amountFen(),
        trade.state().name(),
        stage(trade),
        trade.tradeNo(),
        trade.paidAt() == null ? trade.createdAt() : trade.paidAt());
  }

  private Stage stage(SimulatedTrade trade) {
    return switch (trade.state()) {
      case PRECREATED, WAIT_BUYER_PAY ->
          trade.isExpired(hallTime.instant()) ? Stage.EXPIRED : Stage.OPEN;
      case TRADE_SUCCESS -> Stage.PAID;
      case TRADE_CLOSED -> trade.isPaid() ? Stage.REFUNDED : Stage.CLOSED;
    };
  }
}
