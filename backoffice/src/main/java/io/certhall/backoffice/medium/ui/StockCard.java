package io.certhall.backoffice.medium.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.medium.MediumRules;
import io.certhall.processes.medium.MediumState;
import io.certhall.processes.medium.MediumStock;
import io.certhall.processes.medium.UnlistedKeys;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Stock per hall and model with what runs out, and the settings behind it. */
final class StockCard extends Card {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient MediumStock stock;
  private final transient MediumRules rules;
  private final transient PublishedPolicies policies;
  private final Div levels = new Div();

  StockCard(Actor actor, MediumStock stock, MediumRules rules, PublishedPolicies policies) {
    super(Texts.of("medium.stock"));
    this.actor = actor;
    this.stock = stock;
    this.rules = rules;
    this.policies = policies;
    levels.addClassName("stack");
    add(levels);
    if (actor.has(Role.MANAGER) || actor.has(Role.ADMIN)) {
      add(settings());
    }
  }

  void refresh() {
    levels.removeAll();
    List<MediumStock.Level> all = stock.levels(actor, null);
    if (all.isEmpty()) {
      Span none = new Span(Texts.of("medium.noStock"));
      none.addClassNames("muted", "small");
      levels.add(none);
    }
    all.forEach(level -> levels.add(row(level)));
  }

  private Div row(MediumStock.Level level) {
    Span what =
        new Span(
            Texts.of(
                "medium.level",
                Texts.of(policies.active(level.hall()).settings().shortName()),
                MediumWords.model(level.model()),
                level.inStock()));
    Span rest =
        new Span(
            Arrays.stream(MediumState.values())
                .filter(state -> state != MediumState.IN_STOCK)
                .filter(state -> level.counts().getOrDefault(state, 0) > 0)
                .map(state -> Texts.of(state) + " " + level.counts().get(state))
                .collect(Collectors.joining(" · ")));
    rest.addClassNames("muted", "small");
    Div row = new Div(what, rest);
    row.addClassName("work-marks");
    if (level.isLow()) {
      row.add(new StatusBadge(Texts.of("medium.low", String.valueOf(level.minimum())), Tone.WRONG));
    }
    return row;
  }

  private Div settings() {
    ErrorSummary summary = new ErrorSummary();
    FieldErrors errors = new FieldErrors(summary);
    Select<PublishedPolicy> hall = new Select<>();
    hall.setLabel(Texts.of("medium.hall"));
    hall.setItems(policies.active());
    hall.setItemLabelGenerator(one -> Texts.of(one.settings().shortName()));
    TextField model = errors.bind("model", new TextField(Texts.of("medium.model")));
    IntegerField minimum = errors.bind("minimum", new IntegerField(Texts.of("medium.minimum")));
    Select<UnlistedKeys> unlisted = new Select<>();
    unlisted.setLabel(Texts.of("medium.unlisted"));
    unlisted.setItems(UnlistedKeys.values());
    unlisted.setItemLabelGenerator(Texts::of);
    hall.addValueChangeListener(
        change -> unlisted.setValue(rules.unlisted(change.getValue().hall())));
    policies.active().stream().findFirst().ifPresent(hall::setValue);
    unlisted.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            rules.set(actor, hall.getValue().hall(), change.getValue());
            Refusals.showSuccess(Texts.of("medium.ruleSet"));
          }
        });
    ActionButton set =
        new ActionButton(
            Texts.of("medium.setMinimum"),
            () -> {
              errors.clear();
              try {
                stock.setMinimum(
                    actor, hall.getValue().hall(), model.getValue(), minimum.getValue());
                Refusals.showSuccess(Texts.of("medium.minimumSet"));
                refresh();
              } catch (Refusal refused) {
                errors.show(refused);
              }
            });
    Div fields = new Div(hall, model, minimum, set, unlisted);
    fields.addClassName("work-filter");
    return new Div(summary, fields);
  }
}
