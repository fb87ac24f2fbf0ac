package io.certhall.backoffice.order.ui;

import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.Order;
import java.util.Set;

/** Names of price lines: the hall's own in Chinese, by their code in English. */
final class FeeLabels {

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
          "SEAL_CHANGE");

  private FeeLabels() {}

  static String of(Order.Line line) {
    return Texts.isEnglish() && TRANSLATED.contains(line.code())
        ? Texts.of("fee." + line.code())
        : line.label();
  }
}
