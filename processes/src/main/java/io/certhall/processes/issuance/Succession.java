package io.certhall.processes.issuance;

import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.organisation.ApprovedChange;
import io.certhall.processes.security.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** New certificates take the place of old ones; changed data become the organisation's. */
@Component
class Succession {

  private final CertificateRegister register;
  private final Orders orders;
  private final ApprovedChange approvedChange;

  Succession(CertificateRegister register, Orders orders, ApprovedChange approvedChange) {
    this.register = register;
    this.orders = orders;
    this.approvedChange = approvedChange;
  }

  /** In the transaction that stores the new ones. */
  void of(Order order, List<IssuedPair> pairs) {
    for (IssuedPair pair : pairs) {
      IssuingItem.Source old = pair.item().source();
      if (old != null) {
        register.supersede(
            Actor.SYSTEM, old.serial(), old.move(), pair.signingSerial(), order.orderNo());
      }
    }
    if (order.service() == Service.CHANGE && order.organisationId() != null) {
      change(order, order.organisationId());
    }
  }

  private void change(Order order, long organisationId) {
    ChangeForm change = orders.contact(order.orderNo()).change();
    if (change == null) {
      return;
    }
    boolean name = order.changes().contains(ChangeKind.NAME);
    boolean legalRep = order.changes().contains(ChangeKind.LEGAL_REP);
    if (name || legalRep) {
      approvedChange.apply(
          organisationId,
          order.hall(),
          order.orderNo(),
          new ApprovedChange.NewData(
              name ? change.newName() : null,
              legalRep ? change.newLegalRep() : null,
              legalRep ? change.newLegalRepIdNo() : null));
    }
  }
}
