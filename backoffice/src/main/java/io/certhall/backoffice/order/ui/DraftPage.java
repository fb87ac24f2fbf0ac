package io.certhall.backoffice.order.ui;

import io.certhall.processes.order.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pages of an application form, in order; their names are part of addresses. */
enum DraftPage {
  AGREEMENT,
  BASIC,
  CERTIFICATES,
  MATERIALS,
  CHECK;

  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  String labelKey(Service service) {
    return this == CERTIFICATES && service != Service.NEW ? "draft.pick" : "draft." + path();
  }

  static Optional<DraftPage> ofPath(String path) {
    return Arrays.stream(values()).filter(page -> page.path().equals(path)).findFirst();
  }

  /** The page on which a problem's field stands. */
  static DraftPage ofProblem(String path) {
    if (path.startsWith("agreements")) {
      return AGREEMENT;
    }
    if (path.startsWith("items") || path.startsWith("change") || path.startsWith("statement")) {
      return CERTIFICATES;
    }
    if (path.startsWith("materials")) {
      return MATERIALS;
    }
    return path.startsWith("agent")
            || path.startsWith("answers")
            || path.startsWith("person")
            || path.startsWith("delivery")
            || path.startsWith("invoice")
        ? BASIC
        : CHECK;
  }

  /** Where an unfinished form goes on. */
  static DraftPage firstOpen(List<String> paths) {
    return paths.stream().map(DraftPage::ofProblem).sorted().findFirst().orElse(CHECK);
  }
}
