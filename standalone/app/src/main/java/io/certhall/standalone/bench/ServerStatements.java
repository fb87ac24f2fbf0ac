package io.certhall.standalone.bench;

import org.jooq.DSLContext;

/** What the database server has been asked so far: statements, commits, settings of a session. */
class ServerStatements {

  private final DSLContext dsl;

  ServerStatements(DSLContext dsl) {
    this.dsl = dsl;
  }

  long executed() {
    return dsl.fetch("show global status like 'Questions'").getFirst().get(1, Long.class);
  }
}
