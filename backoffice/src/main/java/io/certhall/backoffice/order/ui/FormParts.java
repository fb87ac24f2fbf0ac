package io.certhall.backoffice.order.ui;

import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.ItemFacts;
import io.certhall.bpmn.PriceNotConfigured;
import io.certhall.processes.order.Cause;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.List;

/**
 * Which parts the form of a service has in a hall.
 *
 * @param picks the service works on certificates that exist
 * @param causes reasons to choose from; empty when none is asked for
 * @param changes what can be changed; empty unless the service changes something
 */
record FormParts(
    boolean picks,
    boolean delivery,
    boolean invoice,
    boolean years,
    List<Cause> causes,
    List<ChangeKind> changes) {

  static FormParts of(PublishedPolicy policy, Service service, Holder holder) {
    HallSettings hall = policy.settings();
    return new FormParts(
        service != Service.NEW,
        !hall.delivery(service.name()).isEmpty(),
        costs(policy, service, holder),
        hall.asksYears(service.name()),
        causes(service),
        service == Service.CHANGE ? changes(hall, holder) : List.of());
  }

  private static List<Cause> causes(Service service) {
    return switch (service) {
      case REPLACE -> List.of(Cause.LOST, Cause.STOLEN, Cause.DAMAGED, Cause.OTHER);
      case REPORT_LOSS -> List.of(Cause.LOST, Cause.STOLEN, Cause.KEY_COMPROMISED, Cause.OTHER);
      case CANCEL_LOSS -> List.of(Cause.FOUND, Cause.OTHER);
      case UNLOCK -> List.of(Cause.PIN_LOCKED, Cause.PIN_FORGOTTEN);
      case REVOKE ->
          List.of(
              Cause.NO_LONGER_USED,
              Cause.KEY_COMPROMISED,
              Cause.LOST,
              Cause.DATA_CHANGED,
              Cause.AGREEMENT_CHANGED,
              Cause.OTHER);
      default -> List.of();
    };
  }

  /** Individuals have no legal representative and keep their name. */
  private static List<ChangeKind> changes(HallSettings hall, Holder holder) {
    return hall.service(Service.CHANGE.name()).stream()
        .flatMap(offer -> offer.changes().stream())
        .map(ChangeKind::valueOf)
        .filter(kind -> holder == Holder.ORGANISATION || kind == ChangeKind.SEAL)
        .toList();
  }

  /** Whether any certificate costs anything: what is always free needs no invoice. */
  private static boolean costs(PublishedPolicy policy, Service service, Holder holder) {
    HallSettings hall = policy.settings();
    List<String> changes =
        hall.service(service.name()).map(HallSettings.ServiceOffer::changes).orElse(List.of());
    int years = hall.years(service.name()).min();
    return hall.certificateTypes(holder.name()).stream()
        .anyMatch(type -> price(policy, service, holder, type.code(), years, changes) > 0);
  }

  private static long price(
      PublishedPolicy policy,
      Service service,
      Holder holder,
      String type,
      int years,
      List<String> changes) {
    try {
      return policy
          .fees()
          .lines(new ItemFacts(service.name(), holder.name(), type, years, 1, false, changes))
          .stream()
          .mapToLong(line -> line.amountFen())
          .sum();
    } catch (PriceNotConfigured unknown) {
      return 0;
    }
  }
}
