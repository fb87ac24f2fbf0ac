package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import io.certhall.processes.security.Actor;

/** The bell's number, told by the feature that keeps the messages. */
public interface UnreadMessages {

  int of(Actor actor);

  /** Where the messages are read. */
  Class<? extends Component> view();
}
