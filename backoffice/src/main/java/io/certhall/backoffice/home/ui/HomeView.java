package io.certhall.backoffice.home.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;

/** The first page. */
@Route(value = "", layout = MainLayout.class)
@AnonymousAllowed
public class HomeView extends Page {

  private static final long serialVersionUID = 1L;

  HomeView() {
    super(Texts.of("home.title"));
  }
}
