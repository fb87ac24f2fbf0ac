package io.certhall.processes.search;

import java.nio.charset.StandardCharsets;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** A column of numbers or codes: ASCII, and the server refuses to compare it with other text. */
public final class CodeColumn {

  private CodeColumn() {}

  /** Never true for text that no code can begin with. */
  public static Condition startsWith(Field<String> column, String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text)
        ? column.startsWith(text)
        : DSL.falseCondition();
  }
}
