package io.certhall.backoffice.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.Optional;

/** Below every page: whose hall it is, how to reach it, the public pages. */
class HallFooter extends Footer {

  private static final long serialVersionUID = 1L;

  HallFooter() {
    addClassName("hall-footer");
  }

  /** Without a hall only what all halls share. */
  void show(Optional<PublishedPolicy> hall) {
    removeAll();
    Nav links = new Nav();
    links.addClassName("footer-links");
    links.getElement().setAttribute("aria-label", Texts.of("footer.links"));
    hall.ifPresent(
        open -> {
          add(contacts(open.settings()));
          String base = "halls/" + open.hall();
          links.add(
              link("", base),
              link("prices", base + "/prices"),
              link("materials", base + "/materials"),
              link("help", base + "/help"));
        });
    links.add(link("status", "status"), link("verify", "verify"), link("halls", "halls"));
    add(links);
  }

  private static Div contacts(HallSettings hall) {
    Span name = new Span(Texts.of(hall.name()));
    name.addClassName("footer-name");
    Anchor phone = new Anchor("tel:" + hall.contacts().phone(), hall.contacts().phone());
    Anchor email = new Anchor("mailto:" + hall.contacts().email(), hall.contacts().email());
    Div reach =
        new Div(
            phone,
            new Span(Texts.of(hall.contacts().hours())),
            email,
            new Span(Texts.of(hall.contacts().address())));
    reach.addClassName("footer-reach");
    Div block = new Div(name, reach);
    block.addClassName("footer-contacts");
    return block;
  }

  private static Anchor link(String name, String address) {
    return new Anchor(address, Texts.of("footer." + (name.isEmpty() ? "hall" : name)));
  }
}
