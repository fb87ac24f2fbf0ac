package io.certhall.backoffice.key;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.net.URI;

/** Where the page of this request comes from, as its browser writes origins. */
public final class PageOrigin {

  private PageOrigin() {}

  public static String of(VaadinRequest request) {
    URI url = URI.create(((VaadinServletRequest) request).getRequestURL().toString());
    return url.getScheme() + "://" + url.getAuthority();
  }
}
