package io.certhall.processes.outbox;

import io.certhall.processes.engine.EngineCommand;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Promises a command to the engine in the transaction of the business change. */
@Component
public class Outbox {

  private final JooqOutboxRepository repository;
  private final OutboxDispatcher dispatcher;

  Outbox(JooqOutboxRepository repository, OutboxDispatcher dispatcher) {
    this.repository = repository;
    this.dispatcher = dispatcher;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void promise(EngineCommand command) {
    OutboxEntry entry = repository.insert(command, OutboxDispatcher.LEASE);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            dispatcher.dispatch(entry);
          }
        });
  }

  /**
   * Sends an order's parked commands again.
   *
   * @return how many there were
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int release(String businessKey) {
    return repository.release(businessKey);
  }
}
