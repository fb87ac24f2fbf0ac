package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

/** Between text fields, which know no null, and forms, where nothing is null. */
final class Entered {

  private Entered() {}

  static @Nullable String text(TextField field) {
    String text = field.getValue().strip();
    return text.isEmpty() ? null : text;
  }

  static void show(TextField field, @Nullable String text) {
    field.setValue(text == null ? "" : text);
  }
}
