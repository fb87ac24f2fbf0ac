package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.answer.HallAnswers;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import org.springframework.stereotype.Component;

/** A form with what the hall knows better than its applicant, and without what it doesn't ask. */
@Component
class CompletedForms {

  private final CarriedItems carried;
  private final Individuals individuals;

  CompletedForms(CarriedItems carried, Individuals individuals) {
    this.carried = carried;
    this.individuals = individuals;
  }

  /**
   * @throws io.certhall.processes.refusal.Refusal RULE as {@link CarriedItems#of}
   */
  OrderForm completed(Actor actor, HallSettings settings, OrderForm given, String orderNo) {
    OrderForm form =
        given.withItems(
            carried.of(
                actor.accountId(),
                settings,
                given.service(),
                given.holder(),
                OrderItems.singles(given.items()),
                orderNo));
    form = individuals.completed(actor, settings, form);
    form =
        form.withAnswers(
            HallAnswers.completed(
                settings.fields(form.service().name(), form.holder().name()), form.answers()));
    ChangeForm change = form.change();
    form =
        form.withChange(
            form.service() == Service.CHANGE && change != null ? change.withBefore(null) : null);
    return settings.delivery(form.service().name()).isEmpty() ? form.withoutDelivery() : form;
  }
}
