package io.certhall.bpmn;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One COLLECT table of a pack, evaluated in this process by the library the engine itself uses
 * (decision 0003). Thread-safe.
 */
final class DecisionTable {

  private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

  private static final int MOST_ANSWERS = 5_000;

  private final String file;
  private final String decisionId;
  private final ParsedDmn parsed;
  private final Map<Map<String, Object>, List<Map<String, Object>>> answers =
      new ConcurrentHashMap<>();

  private DecisionTable(String file, String decisionId, ParsedDmn parsed) {
    this.file = file;
    this.decisionId = decisionId;
    this.parsed = parsed;
  }

  static DecisionTable parse(String file, String decisionId, String xml) {
    String filled = BpmnXml.write(fillEmptyOutputs(BpmnXml.parse(file, xml)));
    var result = ENGINE.parse(new ByteArrayInputStream(filled.getBytes(StandardCharsets.UTF_8)));
    if (result.isLeft()) {
      throw new PolicyError(file, result.swap().toOption().get().message());
    }
    ParsedDmn parsed = result.toOption().get();
    if (!parsed.decisionsById().contains(decisionId)) {
      throw new PolicyError(file, "has no decision '" + decisionId + "'");
    }
    return new DecisionTable(file, decisionId, parsed);
  }

  /** The library takes an empty output for a mistake; to a manager it means nothing yet. */
  private static Document fillEmptyOutputs(Document document) {
    var outputs = document.getElementsByTagNameNS(DecisionCells.DMN, "outputEntry");
    for (int i = 0; i < outputs.getLength(); i++) {
      var texts = ((Element) outputs.item(i)).getElementsByTagNameNS(DecisionCells.DMN, "text");
      if (texts.getLength() == 1 && texts.item(0).getTextContent().isBlank()) {
        texts.item(0).setTextContent("null");
      }
    }
    return document;
  }

  /** The outputs of every matching row, by output name. The same facts are asked only once. */
  List<Map<String, Object>> rows(Map<String, Object> facts) {
    List<Map<String, Object>> known = answers.get(facts);
    if (known != null) {
      return known;
    }
    List<Map<String, Object>> rows = evaluate(facts);
    if (answers.size() >= MOST_ANSWERS) {
      answers.clear();
    }
    answers.put(Map.copyOf(facts), rows);
    return rows;
  }

  private List<Map<String, Object>> evaluate(Map<String, Object> facts) {
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

  /**
   * A whole number; null when the cell is empty.
   *
   * @throws PolicyError when it is anything else
   */
  @Nullable Long number(Map<String, Object> row, String name) {
    Object value = row.get(name);
    try {
      return switch (value) {
        case null -> null;
        case scala.math.BigDecimal number -> number.toLongExact();
        case BigDecimal number -> number.longValueExact();
        case Number number -> new BigDecimal(number.toString()).longValueExact();
        default -> throw new ArithmeticException("not a number");
      };
    } catch (ArithmeticException e) {
      throw new PolicyError(
          file,
          text(row, "code"),
          "NOT_A_WHOLE_NUMBER",
          name + "必须是整数，现为 " + value,
          name + " must be a whole number, not " + value);
    }
  }

  static String text(Map<String, Object> row, String name) {
    Object value = row.get(name);
    return value == null ? "" : value.toString();
  }
}
