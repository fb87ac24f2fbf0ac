package io.certhall.processes.issuance;

import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.certificate.KeyGrants;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.transaction.annotation.Transactional;

/** What a remote session does with the key that is plugged in where its page is open. */
@org.springframework.stereotype.Service
public class RemoteKeys {

  private final DSLContext dsl;
  private final HumanTasks tasks;
  private final Orders orders;
  private final CertificateRegister register;
  private final KeyGrants grants;

  RemoteKeys(
      DSLContext dsl,
      HumanTasks tasks,
      Orders orders,
      CertificateRegister register,
      KeyGrants grants) {
    this.dsl = dsl;
    this.tasks = tasks;
    this.orders = orders;
    this.register = register;
    this.grants = grants;
  }

  /**
   * The authorisation to set the PIN of a key of this unlocking order anew.
   *
   * @param keySerial of the key that is plugged in
   * @throws Refusal RULE SERVICE_NOT_OFFERED for another service, KEY_MISMATCH for another key
   */
  @Transactional
  public KeyGrants.Grant unlocking(
      Actor actor, long taskId, String keySerial, String transportKey) {
    Order order = order(actor, taskId);
    if (order.service() != Service.UNLOCK) {
      throw Refusal.rule("service", "SERVICE_NOT_OFFERED", order.service());
    }
    HeldCertificate certificate =
        orders.items(order.orderNo()).stream()
            .map(Order.Item::certificateSerial)
            .filter(Objects::nonNull)
            .flatMap(serial -> register.find(serial).stream())
            .filter(one -> keySerial.equals(one.mediumSerial()))
            .findFirst()
            .orElseThrow(() -> Refusal.rule("keySerial", "KEY_MISMATCH", keySerial));
    return grants.remote(actor, certificate, transportKey);
  }

  /**
   * The pair that goes onto the key that is plugged in: the order's one for it.
   *
   * @throws Refusal RULE KEY_MISMATCH when no issued pair of the order is for this key
   */
  @Transactional
  public PairDelivery toWrite(Actor actor, long taskId, String keySerial) {
    Order order = order(actor, taskId);
    return orders.items(order.orderNo()).stream()
        .filter(item -> keySerial.equals(item.mediumSerial()))
        .flatMap(item -> PairDelivery.of(dsl, order.orderNo(), item.seq()).stream())
        .findFirst()
        .orElseThrow(() -> Refusal.rule("keySerial", "KEY_MISMATCH", keySerial));
  }

  private Order order(Actor actor, long taskId) {
    HumanTask task = tasks.mine(actor, taskId);
    if (task.queue() != TaskQueue.REMOTE || task.orderNo() == null) {
      throw Refusal.rule("", "TASK_OF_OTHER_QUEUE");
    }
    return orders.locked(task.orderNo());
  }
}
