package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.certhall.backoffice.key.AgentSettings;
import io.certhall.backoffice.key.KeyAgentPort;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Updates begun with one click in this browser window: once the pair is issued they go on by
 * themselves, although the card was drawn anew meanwhile (ZR-27). The port to the agent moves to
 * each new card, so that an answer under way is still heard.
 */
final class BegunUpdates implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Set<String> begun = new HashSet<>();
  private @Nullable KeyAgentPort port;
  private String portOf = "";

  private BegunUpdates() {}

  static BegunUpdates of(UI window) {
    BegunUpdates known = ComponentUtil.getData(window, BegunUpdates.class);
    if (known == null) {
      known = new BegunUpdates();
      ComponentUtil.setData(window, BegunUpdates.class, known);
    }
    return known;
  }

  /** The one of this order, in whichever card it is shown. */
  KeyAgentPort port(String orderNo, AgentSettings settings) {
    KeyAgentPort open = port;
    if (open == null || !portOf.equals(orderNo)) {
      open = new KeyAgentPort(settings);
      port = open;
      portOf = orderNo;
    }
    return open;
  }

  void begin(String orderNo, int itemSeq) {
    begun.add(orderNo + "#" + itemSeq);
  }

  /** Whether it is to go on; told once, so that a refusal is not asked again and again. */
  boolean goesOn(String orderNo, int itemSeq) {
    return begun.remove(orderNo + "#" + itemSeq);
  }
}
