package io.certhall.backoffice.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.attachment.AttachmentView;
import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.review.Rejections.Rejection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was wrong in earlier rounds, and whether it was mended since. */
public final class RejectionsCard extends Card {

  private static final long serialVersionUID = 1L;
  private static final String MATERIALS = "materials.";

  public RejectionsCard(List<Rejection> rejections, List<MaterialView> materials) {
    super(Texts.of("staff.review.rejections"));
    Map<String, AttachmentView> attached =
        materials.stream()
            .filter(material -> material.attached() != null)
            .collect(
                Collectors.toMap(
                    MaterialView::code, material -> Objects.requireNonNull(material.attached())));
    Map<Integer, List<Rejection>> rounds =
        rejections.stream()
            .collect(
                Collectors.groupingBy(
                    Rejection::round,
                    () -> new TreeMap<>(Comparator.reverseOrder()),
                    Collectors.toList()));
    rounds.forEach(
        (round, reasons) -> {
          Rejection first = reasons.getFirst();
          UnorderedList list = new UnorderedList();
          reasons.forEach(reason -> list.add(item(reason, attached)));
          Div block =
              new Div(
                  new H3(
                      Texts.of(
                          "staff.review.rejectedBy",
                          round,
                          Times.minute(first.decidedAt()),
                          first.decidedBy())),
                  list);
          block.addClassName("rejection-round");
          add(block);
        });
  }

  private static ListItem item(Rejection reason, Map<String, AttachmentView> attached) {
    ListItem item = new ListItem(new Span(reason.text() + " "));
    if (reason.field().startsWith(MATERIALS)) {
      AttachmentView file = attached.get(reason.field().substring(MATERIALS.length()));
      boolean renewed = file != null && file.uploadedAt().isAfter(reason.decidedAt());
      item.add(
          renewed
              ? new StatusBadge(
                  Texts.of("staff.review.renewedAt", Times.minute(file.uploadedAt())), Tone.DONE)
              : new StatusBadge(Texts.of("staff.review.notRenewed"), Tone.WRONG));
    }
    return item;
  }
}
