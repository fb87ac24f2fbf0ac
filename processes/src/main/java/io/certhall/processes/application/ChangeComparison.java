package io.certhall.processes.application;

import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderContacts;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a change changes, old and new side by side; for its applicant and for staff. */
@Service
public class ChangeComparison {

  private final Orders orders;
  private final OrderContacts contacts;
  private final OrganisationProfiles organisations;

  ChangeComparison(Orders orders, OrderContacts contacts, OrganisationProfiles organisations) {
    this.orders = orders;
    this.contacts = contacts;
    this.organisations = organisations;
  }

  /**
   * One line.
   *
   * @param field name, legalRep, legalRepIdNo or seals
   * @param before as the hall had it at submission; of a draft as it has it now
   * @param after null where new seal images are attached
   */
  public record Row(
      ChangeKind kind, String field, @Nullable String before, @Nullable String after) {

    public boolean isDifferent() {
      return before == null || !before.equals(after);
    }
  }

  /**
   * @return empty for every service but CHANGE
   * @throws io.certhall.processes.refusal.Refusal NOT_FOUND also for what is not the actor's
   */
  @Transactional
  public List<Row> of(Actor actor, String orderNo) {
    Order order = orders.visible(actor, orderNo);
    ChangeForm change = contacts.of(actor, orderNo).change();
    if (change == null) {
      return List.of();
    }
    ChangeForm.Before before =
        Optional.ofNullable(change.before()).orElseGet(() -> present(actor, order));
    List<Row> rows = new ArrayList<>();
    for (ChangeKind kind : change.kinds()) {
      switch (kind) {
        case NAME -> rows.add(new Row(kind, "name", before.name(), change.newName()));
        case LEGAL_REP -> {
          rows.add(new Row(kind, "legalRep", before.legalRep(), change.newLegalRep()));
          rows.add(new Row(kind, "legalRepIdNo", before.legalRepIdNo(), change.newLegalRepIdNo()));
        }
        case SEAL -> rows.add(new Row(kind, "seals", seals(orderNo), null));
      }
    }
    return rows;
  }

  private ChangeForm.Before present(Actor actor, Order order) {
    if (order.organisationId() == null) {
      return new ChangeForm.Before(null, null, null);
    }
    OrganisationView own = organisations.view(actor, order.organisationId());
    return new ChangeForm.Before(own.name(), own.legalRepName(), own.legalRepIdNo());
  }

  private String seals(String orderNo) {
    return String.join(
        ",",
        orders.items(orderNo).stream().flatMap(item -> item.seals().stream()).distinct().toList());
  }
}
