package io.certhall.backoffice.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import io.certhall.processes.refusal.Refusal;

/** Short messages over the page. */
public final class Refusals {

  private static final int READING_TIME_MS = 8000;
  private static final int SHORT_MS = 4000;

  private Refusals() {}

  /** Every reason of a refusal that no field of the page stands for. */
  public static void show(Refusal refused) {
    showError(Texts.of(refused));
  }

  public static void showError(String text) {
    notification(text, READING_TIME_MS, NotificationVariant.LUMO_ERROR);
  }

  public static void showSuccess(String text) {
    notification(text, SHORT_MS, NotificationVariant.LUMO_SUCCESS);
  }

  private static void notification(String text, int durationMs, NotificationVariant tone) {
    Notification notification = new Notification(new Span(text));
    notification.setDuration(durationMs);
    notification.setPosition(Notification.Position.TOP_CENTER);
    notification.addThemeVariants(tone);
    notification.setAssertive(tone == NotificationVariant.LUMO_ERROR);
    notification.open();
  }
}
