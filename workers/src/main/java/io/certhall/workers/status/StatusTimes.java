package io.certhall.workers.status;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long answers and lists are good for, and how long before their end they are replaced. What is
 * replaced ahead outlives a standstill of the workers of that length.
 */
@Component
record StatusTimes(
    Duration answerLife, Duration answerAhead, Duration listLife, Duration listAhead) {

  StatusTimes(
      @Value("${certhall.status.ocsp-life:P2D}") Duration answerLife,
      @Value("${certhall.status.ocsp-ahead:P1D}") Duration answerAhead,
      @Value("${certhall.status.crl-life:P2D}") Duration listLife,
      @Value("${certhall.status.crl-ahead:P1D}") Duration listAhead) {
    this.answerLife = longer("certhall.status.ocsp-life", answerLife, answerAhead);
    this.answerAhead = answerAhead;
    this.listLife = longer("certhall.status.crl-life", listLife, listAhead);
    this.listAhead = listAhead;
  }

  private static Duration longer(String setting, Duration life, Duration ahead) {
    if (ahead.isNegative() || life.compareTo(ahead) <= 0) {
      throw new IllegalArgumentException(
          setting
              + " = "
              + life
              + ": has to be longer than the time it is replaced ahead, "
              + ahead);
    }
    return life;
  }
}
