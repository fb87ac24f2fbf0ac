package io.certhall.processes.configuration;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Records whose {@code insert()} learns the new identity. They speak the MYSQL dialect, which asks
 * JDBC for generated keys: MARIADB's {@code insert … returning} has an answer that MySQL
 * Connector/J refuses to read. A plain insert is the same in both.
 */
@Component
public class NewRecords {

  private final DSLContext inserting;

  NewRecords(DSLContext dsl) {
    this.inserting = DSL.using(dsl.configuration().derive(SQLDialect.MYSQL));
  }

  public <R extends UpdatableRecord<R>> R of(Table<R> table) {
    return inserting.newRecord(table);
  }
}
