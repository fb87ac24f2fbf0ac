package io.certhall.processes.audit;

import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.security.Actor;
import io.certhall.processes.support.ProcessesTest;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessesTest
class AuditLogTest {

  private final AuditLog audit;
  private final DSLContext dsl;
  private final TransactionTemplate transaction;
  private final TransactionTemplate separate;
  private final String entity = UUID.randomUUID().toString();

  AuditLogTest(
      AuditLog audit,
      DSLContext dsl,
      TransactionTemplate transaction,
      PlatformTransactionManager manager) {
    this.audit = audit;
    this.dsl = dsl;
    this.transaction = transaction;
    this.separate = new TransactionTemplate(manager);
    this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Test
  void the_rows_of_a_transaction_are_kept_in_their_order_when_it_commits() {
    transaction.executeWithoutResult(
        status -> {
          record("first");
          record("second");
        });

    assertThat(actions()).containsExactly("first", "second");
  }

  @Test
  void nothing_is_kept_of_a_transaction_that_is_rolled_back() {
    transaction.executeWithoutResult(
        status -> {
          record("first");
          status.setRollbackOnly();
        });

    assertThat(actions()).isEmpty();
  }

  @Test
  void a_separate_transaction_keeps_its_rows_whatever_becomes_of_the_outer_one() {
    transaction.executeWithoutResult(
        status -> {
          record("outer");
          separate.executeWithoutResult(inner -> record("inner"));
          record("outer again");
          status.setRollbackOnly();
        });

    assertThat(actions()).containsExactly("inner");
  }

  @Test
  void a_row_without_a_transaction_is_refused() {
    assertThatThrownBy(() -> record("alone")).isInstanceOf(IllegalTransactionStateException.class);
  }

  private void record(String action) {
    audit.record(Actor.SYSTEM, action, "test", entity, null, null);
  }

  private List<String> actions() {
    return dsl.select(AUDIT_LOG.ACTION)
        .from(AUDIT_LOG)
        .where(AUDIT_LOG.ENTITY_ID.eq(entity))
        .orderBy(AUDIT_LOG.ID)
        .fetch(AUDIT_LOG.ACTION);
  }
}
