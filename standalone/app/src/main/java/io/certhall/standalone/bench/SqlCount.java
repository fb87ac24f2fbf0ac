package io.certhall.standalone.bench;

import java.util.concurrent.atomic.LongAdder;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;

/** Counts the statements the hall executes; a batch counts each of its statements. */
class SqlCount implements ExecuteListener {

  private static final long serialVersionUID = 1L;

  private final LongAdder statements = new LongAdder();

  @Bean
  static DefaultConfigurationCustomizer countStatements(SqlCount count) {
    return configuration -> configuration.setAppending(new DefaultExecuteListenerProvider(count));
  }

  @Override
  public void executeStart(ExecuteContext context) {
    statements.add(Math.max(1, context.batchQueries().length));
  }

  long statements() {
    return statements.sum();
  }
}
