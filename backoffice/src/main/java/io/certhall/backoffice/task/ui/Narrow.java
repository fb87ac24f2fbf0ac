package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.Page;
import java.util.function.Consumer;

/** Tells a list whether it is on a phone, so that columns become one. */
public final class Narrow {

  private static final int PHONE = 700;

  private Narrow() {}

  /** {@code layout} hears true on a phone, now and whenever that changes. */
  public static void follow(Component list, Consumer<Boolean> layout) {
    list.addAttachListener(
        attached -> {
          UI ui = attached.getUI();
          Page page = ui.getPage();
          int width = page.getExtendedClientDetails().getWindowInnerWidth();
          layout.accept(width > 0 && width < PHONE);
          var resized =
              page.addBrowserWindowResizeListener(event -> layout.accept(event.getWidth() < PHONE));
          list.addDetachListener(
              detached -> {
                detached.unregisterListener();
                resized.remove();
              });
        });
  }
}
