package io.certhall.processes.account;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction of its own, whatever the caller has open: a wrong password or code must stay
 * counted even though the request is refused.
 */
@Component
class SeparateTransaction {

  private final TransactionTemplate template;

  SeparateTransaction(PlatformTransactionManager transactions) {
    template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  <T> T call(Supplier<T> work) {
    return template.execute(status -> work.get());
  }

  void run(Runnable work) {
    template.executeWithoutResult(status -> work.run());
  }
}
