package io.certhall.backoffice.shell;

import com.vaadin.flow.component.html.Span;
import io.certhall.bpmn.HallLogo;
import io.certhall.bpmn.HallSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A hall's own mark, or its monogram in its own colour where it has none; decoration, its name
 * stands beside it.
 */
public class HallMark extends Span {

  private static final long serialVersionUID = 1L;

  HallMark() {
    addClassName("brand-mark");
    getElement().setAttribute("aria-hidden", "true");
  }

  public HallMark(HallSettings hall) {
    this();
    show(hall);
  }

  final void show(HallSettings hall) {
    HallLogo logo = hall.logo();
    getStyle().set("--hall-accent", hall.accent());
    if (logo == null) {
      show(hall.shortName().zh());
      return;
    }
    setText("");
    String picture =
        Base64.getEncoder()
            .encodeToString(logo.svg(hall.accent()).getBytes(StandardCharsets.UTF_8));
    getStyle()
        .set(
            "background",
            "center / contain no-repeat url(data:image/svg+xml;base64," + picture + ")");
  }

  /** Only the first character, in the colour that is around. */
  final void show(String name) {
    getStyle().remove("background");
    setText(name.substring(0, name.offsetByCodePoints(0, 1)));
  }
}
