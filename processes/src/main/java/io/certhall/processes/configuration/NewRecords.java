package io.certhall.processes.configuration;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * New records to be filled and {@code insert()}ed; afterwards they know their identity. They speak
 * the MYSQL dialect, which asks JDBC for generated keys: MARIADB's {@code insert … returning} has
 * an answer that MySQL Connector/J refuses to read, so {@code dsl.newRecord(…).insert()} fails on
 * MariaDB. A plain insert is the same in both.
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
