package io.certhall.backoffice.shell;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.select.Select;
import java.util.Collection;

/** One filter of a list: one of the values, or any. */
public class FilterChoice<T> extends Select<T> {

  private static final long serialVersionUID = 1L;

  /**
   * @param label for screen readers; the field shows what is chosen
   * @param any what it says when nothing is
   */
  public FilterChoice(String label, String any, Collection<T> values, ItemLabelGenerator<T> words) {
    setAriaLabel(label);
    setPlaceholder(any);
    setEmptySelectionAllowed(true);
    setEmptySelectionCaption(any);
    setItems(values);
    setItemLabelGenerator(value -> value == null ? any : words.apply(value));
  }
}
