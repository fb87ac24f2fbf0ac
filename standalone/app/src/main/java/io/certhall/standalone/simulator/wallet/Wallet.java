package io.certhall.standalone.simulator.wallet;

import java.util.List;

/** A provider as the payer's phone sees it. What it refuses it refuses in its own words. */
public interface Wallet {

  /**
   * How it looks.
   *
   * @param name before the keys of its texts
   * @param root its path
   */
  record Look(String name, String root, String accent, String accentDark) {}

  Look look();

  /** Newest first. */
  List<WalletPayment> payments();

  /** The phone reads the code. */
  WalletPayment scan(String outTradeNo);

  WalletPayment find(String outTradeNo);

  WalletReport pay(String outTradeNo);

  /** A correctly signed report of an amount nobody ordered; nothing is paid. */
  WalletReport payFalsely(String outTradeNo, long amountFen);

  WalletReport reportAgain(String outTradeNo);

  RuntimeException refusal(String field, String reason);
}
