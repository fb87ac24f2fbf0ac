package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.document.Documents;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.rating.Rating;
import io.certhall.processes.rating.Ratings;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Optional;

/** What a completed order still offers: the receipt to print, and a rating (ZR-30, ZR-31). */
@org.springframework.stereotype.Component
class CompletionPanels {

  private static final int LONGEST = 500;

  private final Ratings ratings;
  private final Documents documents;

  CompletionPanels(Ratings ratings, Documents documents) {
    this.ratings = ratings;
    this.documents = documents;
  }

  /**
   * @param changed called once the order was rated
   */
  Optional<Component> of(Actor actor, Order order, Runnable changed) {
    if (order.state() != OrderState.COMPLETED) {
      return Optional.empty();
    }
    Card card = new Card(Texts.of("completion.card"));
    card.addClassName("rows");
    card.add(
        Downloads.view(
            Texts.of("completion.receipt"),
            () ->
                new Downloads.File(
                    "receipt-" + order.orderNo() + ".pdf",
                    "application/pdf",
                    documents.receipt(actor, order.orderNo()))));
    Optional<Rating> rated = ratings.of(actor, order.orderNo());
    if (rated.isPresent()) {
      card.add(said(rated.get()));
    } else if (order.isOwnedBy(actor.accountId())) {
      card.add(form(actor, order, changed));
    }
    return Optional.of(card);
  }

  private static Component said(Rating rating) {
    Span stars = new Span(stars(rating.stars()));
    stars.addClassName("rating-stars");
    stars.getElement().setAttribute("role", "img");
    stars.getElement().setAttribute("aria-label", Texts.of("completion.stars", rating.stars()));
    Span when = new Span(Times.minute(rating.ratedAt()));
    when.addClassNames("muted", "small");
    Div said = new Div(stars, when);
    said.addClassName("rating");
    if (rating.words() != null) {
      said.add(new Div(rating.words()));
    }
    return said;
  }

  private Component form(Actor actor, Order order, Runnable changed) {
    RadioButtonGroup<Integer> stars = new RadioButtonGroup<>(Texts.of("completion.rate"));
    stars.setItems(List.of(5, 4, 3, 2, 1));
    stars.setItemLabelGenerator(CompletionPanels::stars);
    TextArea words = new TextArea(Texts.of("completion.words"));
    words.setMaxLength(LONGEST);
    words.setWidthFull();
    return new Div(
        stars,
        words,
        new ActionButton(
            Texts.of("completion.send"),
            () -> {
              Integer chosen = stars.getValue();
              ratings.rate(actor, order.orderNo(), chosen == null ? 0 : chosen, words.getValue());
              Refusals.showSuccess(Texts.of("completion.thanks"));
              changed.run();
            }));
  }

  private static String stars(int number) {
    return "★".repeat(number);
  }
}
