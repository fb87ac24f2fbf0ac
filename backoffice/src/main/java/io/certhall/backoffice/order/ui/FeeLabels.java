package io.certhall.backoffice.order.ui;

import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.Order;
import java.util.Set;

/** Names of price lines: the hall's own in Chinese, by their code in English. */
public final class FeeLabels {

  private static final Set<String> TRANSLATED =
      Set.of(
          "CERT_NEW",
          "CERT_RENEW",
          "CERT_REPLACE",
          "CERT_CHANGE",
          "KEY",
          "SEAL_NEW",
          "SEAL_RENEW",
          "SEAL_REPLACE",
          "SEAL_CHANGE",
          "CHG_NAME",
          "CHG_LEGAL",
          "CHG_SEAL",
          "UNLOCK",
          "EXCHANGE",
          "REVOKE");

  private FeeLabels() {}

  static String of(Order.Line line) {
    return of(line.code(), line.label());
  }

  public static String of(String code, String label) {
    return Texts.isEnglish() && TRANSLATED.contains(code) ? Texts.of("fee." + code) : label;
  }
}
