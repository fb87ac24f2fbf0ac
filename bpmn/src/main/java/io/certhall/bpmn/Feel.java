package io.certhall.bpmn;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/** Expressions, read by the library the engine itself uses. */
final class Feel {

  private static final FeelEngineApi ENGINE =
      FeelEngineBuilder.apply(
              FeelEngineBuilder.apply$default$1(),
              FeelEngineBuilder.apply$default$2(),
              FeelEngineBuilder.apply$default$3(),
              FeelEngineBuilder.apply$default$4(),
              FeelEngineBuilder.apply$default$5())
          .build();

  private static final Pattern TOKEN =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|\\.?[A-Za-z_][A-Za-z0-9_]*");

  private Feel() {}

  static boolean isExpression(String text) {
    return text.strip().startsWith("=");
  }

  /** Without the {@code =} that marks an expression in a diagram. */
  static String body(String text) {
    return text.strip().replaceFirst("^=\\s*", "");
  }

  static boolean parses(String expression) {
    return ENGINE.parseExpression(expression).isSuccess();
  }

  /** As a cell of a decision table is read: tests against the column's value. */
  static boolean parsesAsTest(String cell) {
    return ENGINE.parseUnaryTests(cell).isSuccess();
  }

  /**
   * The value; null when it is null or can't be worked out.
   *
   * @param variables by name
   */
  static @Nullable Object value(String expression, Map<String, Object> variables) {
    var result = ENGINE.evaluateExpression(expression, variables);
    return result.isSuccess() ? result.result() : null;
  }

  /** Names that must come from outside; empty when the expression does not parse. */
  static Set<String> names(String expression) {
    return names(ENGINE.parseExpression(expression));
  }

  static Set<String> namesInTest(String cell) {
    return names(ENGINE.parseUnaryTests(cell));
  }

  private static Set<String> names(org.camunda.feel.api.ParseResult parsed) {
    Set<String> names = new TreeSet<>();
    Set<String> bound = new TreeSet<>(Set.of("?", "cellInput", "item"));
    if (parsed.isSuccess()) {
      collect(parsed.parsedExpression().expression(), names, bound);
    }
    names.removeAll(bound);
    return names;
  }

  private static void collect(@Nullable Object node, Set<String> names, Set<String> bound) {
    if (node instanceof Ref ref) {
      names.add(ref.names().head());
    } else if (node instanceof Tuple2<?, ?> pair && pair._1() instanceof String name) {
      bound.add(name);
      collect(pair._2(), names, bound);
    } else if (node instanceof scala.collection.Iterable<?> list) {
      CollectionConverters.asJava(list).forEach(child -> collect(child, names, bound));
    } else if (node instanceof Product product) {
      CollectionConverters.asJava(product.productIterator())
          .forEachRemaining(child -> collect(child, names, bound));
    }
  }

  /** The expression with these names replaced; words inside quotes stay as they are. */
  static String substitute(String expression, Map<String, String> constants) {
    return TOKEN
        .matcher(expression)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(constants.getOrDefault(match.group(), match.group())));
  }

  /** A text in quotes without its quotes; null when the expression is anything else. */
  static @Nullable String quoted(String expression) {
    String text = expression.strip();
    return text.matches("\"[^\"\\\\]*\"") ? text.substring(1, text.length() - 1) : null;
  }
}
