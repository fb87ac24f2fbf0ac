package io.certhall.backoffice.review.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.review.ReviewCheck;
import java.util.Comparator;
import java.util.List;

/** What the hall checked by itself; what failed comes first. */
final class ChecksCard extends Card {

  private static final long serialVersionUID = 1L;

  ChecksCard(List<ReviewCheck> checks) {
    super(Texts.of("staff.review.checks"));
    long failed = checks.stream().filter(check -> !check.passed()).count();
    addToHead(
        failed == 0
            ? new StatusBadge(Texts.of("staff.review.allPassed"), Tone.DONE)
            : new StatusBadge(Texts.of("staff.review.someFailed", failed), Tone.WRONG));
    UnorderedList list = new UnorderedList();
    list.addClassName("checks");
    checks.stream()
        .sorted(Comparator.comparing(ReviewCheck::passed))
        .forEach(check -> list.add(item(check)));
    add(list);
  }

  private static ListItem item(ReviewCheck check) {
    Icon icon = (check.passed() ? VaadinIcon.CHECK : VaadinIcon.EXCLAMATION).create();
    icon.getElement().setAttribute("aria-hidden", "true");
    ListItem item = new ListItem(icon, new Span(words(check)));
    item.addClassName(check.passed() ? "check-passed" : "check-failed");
    return item;
  }

  private static String words(ReviewCheck check) {
    if (check.problem() != null) {
      return Texts.of(check.problem());
    }
    return Texts.of(
        "ReviewCheck." + check.kind() + (check.passed() ? ".passed" : ".failed"),
        check.args().toArray());
  }
}
