package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import io.certhall.backoffice.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** Keeps a page, while it is open, at the order's newest version, by push. */
public final class LiveOrder {

  private final OrderChangeBroadcaster broadcaster;
  private final Component page;
  private final Runnable refresh;
  private @Nullable Registration registration;
  private String orderNo = "";
  private int version;

  /**
   * @param refresh reads the order again; called with the page's lock held
   */
  public LiveOrder(OrderChangeBroadcaster broadcaster, Component page, Runnable refresh) {
    this.broadcaster = broadcaster;
    this.page = page;
    this.refresh = refresh;
    page.addAttachListener(attach -> start(attach.getUI()));
    page.addDetachListener(detach -> stop());
  }

  /** What the page shows now; replaces what it showed before. */
  public void shows(String shownOrder, int shownVersion) {
    orderNo = shownOrder;
    version = shownVersion;
    page.getUI().ifPresent(this::start);
  }

  /** The menu counts what waits for the applicant. */
  private void refreshCounters() {
    MainLayout layout = page.findAncestor(MainLayout.class);
    if (layout != null) {
      layout.refreshCounters();
    }
  }

  public void stop() {
    if (registration != null) {
      registration.remove();
      registration = null;
    }
  }

  private void start(UI ui) {
    stop();
    if (!orderNo.isEmpty()) {
      registration = broadcaster.watch(orderNo, version, () -> refreshIn(ui));
    }
  }

  private void refreshIn(UI ui) {
    try {
      ui.access(
          () -> {
            if (page.isAttached()) {
              refresh.run();
              refreshCounters();
            }
          });
    } catch (UIDetachedException closed) {
      stop();
    }
  }
}
