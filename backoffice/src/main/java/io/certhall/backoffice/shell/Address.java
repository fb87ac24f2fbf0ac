package io.certhall.backoffice.shell;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a list's address after the question mark; what makes no sense is left out. */
public final class Address {

  private final Map<String, String> values = new LinkedHashMap<>();

  public Address() {}

  public Address(QueryParameters parameters) {
    parameters
        .getParameters()
        .forEach((key, given) -> given.stream().findFirst().ifPresent(one -> put(key, one)));
  }

  /** Empty texts and nulls are left out. */
  public Address put(String key, @Nullable Object value) {
    String text = value == null ? "" : word(value);
    if (text.isBlank()) {
      values.remove(key);
    } else {
      values.put(key, text.strip());
    }
    return this;
  }

  /** How a value is written in an address. */
  static String word(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  public String text(String key) {
    return values.getOrDefault(key, "");
  }

  public <E extends Enum<E>> Optional<E> word(String key, Class<E> words) {
    return java.util.Arrays.stream(words.getEnumConstants())
        .filter(word -> word.name().equals(values.get(key)))
        .findFirst();
  }

  public Optional<LocalDate> day(String key) {
    try {
      return values.containsKey(key)
          ? Optional.of(LocalDate.parse(values.get(key)))
          : Optional.empty();
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /** From 1; what is no number is 1. */
  public int page() {
    return text("page").matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(text("page"))) : 1;
  }

  public int rows() {
    return PageBar.SIZES.stream()
        .filter(size -> size.toString().equals(text("rows")))
        .findFirst()
        .orElse(PageBar.ROWS);
  }

  /** The first page and ten rows need not be said. */
  public Address turned(int page, int rows) {
    return put("page", page == 1 ? null : page).put("rows", rows == PageBar.ROWS ? null : rows);
  }

  public QueryParameters parameters() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    values.forEach((key, value) -> lists.put(key, List.of(value)));
    return new QueryParameters(lists);
  }
}
