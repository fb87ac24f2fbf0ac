package io.certhall.backoffice.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.home.ui.HomeView;
import io.certhall.processes.refusal.Refusal;

/** A page that can't be shown, with the reason in words and the way home. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class ErrorPage extends Div implements HasErrorParameter<Exception> {

  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    Refusal refused = UncaughtErrors.refusal(parameter.getException());
    if (refused != null) {
      tell(Texts.of("error.refused"), Texts.of(refused));
      return refused.kind().status();
    }
    tell(
        Texts.of("error.fault"),
        Texts.of("shell.fault", UncaughtErrors.note(parameter.getException())));
    return 500;
  }

  private void tell(String title, String text) {
    addClassName("page");
    add(
        EmptyState.page(
            VaadinIcon.WARNING,
            title,
            text,
            new RouterLink(Texts.of("error.home"), HomeView.class)));
  }
}
