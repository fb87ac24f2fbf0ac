package io.certhall.backoffice.security;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.ListenerPriority;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.certhall.processes.account.Accounts;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Rights as they are at each page, not as they were at the login: who lost a role loses its pages,
 * and a disabled account is signed out.
 */
@Component
class FreshRights implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  private final transient CurrentActor currentActor;
  private final transient Accounts accounts;
  private final transient AuthenticationContext authentication;

  FreshRights(CurrentActor currentActor, Accounts accounts, AuthenticationContext authentication) {
    this.currentActor = currentActor;
    this.accounts = accounts;
    this.authentication = authentication;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addUIInitListener(start -> start.getUI().addBeforeEnterListener(new BeforeAccess()));
  }

  private void refresh(SignedInUser user) {
    try {
      Actor now = accounts.actor(user.actor().accountId());
      if (!now.equals(user.actor())) {
        SecurityContextHolder.getContext()
            .setAuthentication(PasswordAuthentication.of(user.username(), now));
      }
    } catch (Refusal disabled) {
      authentication.logout();
    }
  }

  /** Comes before Vaadin's own check of the view's annotations. */
  @ListenerPriority(100)
  private final class BeforeAccess implements BeforeEnterListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
      currentActor.user().ifPresent(FreshRights.this::refresh);
    }
  }
}
