package io.certhall.bpmn;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One COLLECT table of a pack, evaluated in this process by the library the engine itself uses
 * (decision 0003). Thread-safe.
 */
final class DecisionTable {

  private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

  private final String file;
  private final String decisionId;
  private final ParsedDmn parsed;

  private DecisionTable(String file, String decisionId, ParsedDmn parsed) {
    this.file = file;
    this.decisionId = decisionId;
    this.parsed = parsed;
  }

  static DecisionTable parse(String file, String decisionId, String xml) {
    var result = ENGINE.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    if (result.isLeft()) {
      throw new PolicyError(file, result.swap().toOption().get().message());
    }
    ParsedDmn parsed = result.toOption().get();
    if (!parsed.decisionsById().contains(decisionId)) {
      throw new PolicyError(file, "has no decision '" + decisionId + "'");
    }
    return new DecisionTable(file, decisionId, parsed);
  }

  /** The outputs of every matching row, by output name. */
  List<Map<String, Object>> rows(Map<String, Object> facts) {
    var result = ENGINE.eval(parsed, decisionId, facts);
    if (result.isLeft()) {
      throw new PolicyError(file, result.swap().toOption().get().failure().message());
    }
    var value = result.toOption().get();
    if (value.isNil()) {
      return List.of();
    }
    return rows(((org.camunda.dmn.DmnEngine.Result) value).value());
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> rows(Object value) {
    List<Object> list =
        value instanceof scala.collection.Seq<?> seq
            ? (List<Object>) CollectionConverters.asJava(seq)
            : (List<Object>) value;
    return list.stream().map(this::row).toList();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> row(Object row) {
    if (row instanceof scala.collection.Map<?, ?> map) {
      return (Map<String, Object>) (Map<?, ?>) CollectionConverters.asJava(map);
    }
    if (row instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new PolicyError(file, "rows must have named outputs");
  }

  static @Nullable Long number(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case scala.math.BigDecimal number -> number.toLongExact();
      case BigDecimal number -> number.longValueExact();
      case Number number -> number.longValue();
      default -> throw new IllegalArgumentException("not a number: " + value);
    };
  }

  static String text(Map<String, Object> row, String name) {
    Object value = row.get(name);
    return value == null ? "" : value.toString();
  }
}
