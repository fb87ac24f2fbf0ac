package io.certhall.backoffice.shell;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteNotFoundError;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.home.ui.HomeView;

/** An address that leads nowhere, or nowhere for this person. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class NotFoundPage extends RouteNotFoundError {

  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    EmptyState words =
        EmptyState.page(
            VaadinIcon.SEARCH,
            Texts.of("error.notFound"),
            Texts.of("error.notFoundText"),
            new RouterLink(Texts.of("error.home"), HomeView.class));
    getElement().appendChild(words.getElement());
    return HttpStatusCode.NOT_FOUND.getCode();
  }
}
