package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/**
 * Updates begun with one click in this browser window: once the pair is issued they go on by
 * themselves, although the card was drawn anew meanwhile (ZR-27).
 */
final class BegunUpdates implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Set<String> begun = new HashSet<>();

  private BegunUpdates() {}

  static BegunUpdates of(UI window) {
    BegunUpdates known = ComponentUtil.getData(window, BegunUpdates.class);
    if (known == null) {
      known = new BegunUpdates();
      ComponentUtil.setData(window, BegunUpdates.class, known);
    }
    return known;
  }

  void begin(String orderNo, int itemSeq) {
    begun.add(orderNo + "#" + itemSeq);
  }

  /** Whether it is to go on; told once, so that a refusal is not asked again and again. */
  boolean goesOn(String orderNo, int itemSeq) {
    return begun.remove(orderNo + "#" + itemSeq);
  }
}
