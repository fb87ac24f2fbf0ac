package io.certhall.processes.identity;

import io.certhall.processes.application.OrderEndListener;
import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pictures of identity cards: for reviewers only, each look on record, gone when the review is over
 * or the order has ended.
 */
@Service
public class IdentityPhotos implements OrderEndListener {

  private final IdentityCheckRepository repository;
  private final IdentityLinks links;
  private final Orders orders;
  private final AuditLog audit;

  IdentityPhotos(
      IdentityCheckRepository repository, IdentityLinks links, Orders orders, AuditLog audit) {
    this.repository = repository;
    this.links = links;
    this.orders = orders;
    this.audit = audit;
  }

  /**
   * The sides there are.
   *
   * @throws Refusal FORBIDDEN for others than reviewers
   */
  @Transactional(readOnly = true)
  public Set<IdentitySide> sides(Actor actor, String orderNo) {
    return repository.photos(reviewable(actor, orderNo).orderNo());
  }

  /**
   * @throws Refusal FORBIDDEN for others than reviewers and for one's own order, NOT_FOUND
   */
  @Transactional
  public StoredFile open(Actor actor, String orderNo, IdentitySide side) {
    Order order = reviewable(actor, orderNo);
    StoredFile photo =
        repository
            .open(orderNo, side)
            .orElseThrow(() -> Refusal.notFound("IDENTITY_PHOTO_UNKNOWN", orderNo));
    audit.record(actor, "identity.photo-read", "order", orderNo, order.hall(), side.name());
    return photo;
  }

  private Order reviewable(Actor actor, String orderNo) {
    actor.require(Role.REVIEWER);
    Order order = orders.visible(actor, orderNo);
    if (order.isOwnedBy(actor.accountId())) {
      throw Refusal.forbidden("OWN_ORDER");
    }
    return order;
  }

  @Override
  public void orderEnded(Actor actor, Order order) {
    delete(order);
  }

  /** What reviews and endings have left behind; also invitations long over. */
  @Transactional
  public int removeNeedless(int batch) {
    links.removeExpired();
    int removed = 0;
    for (String orderNo : repository.withNeedlessPhotos(batch)) {
      removed += delete(orders.locked(orderNo));
    }
    return removed;
  }

  private int delete(Order order) {
    int photos = repository.deletePhotos(order.orderNo());
    if (photos > 0) {
      audit.record(
          Actor.SYSTEM,
          "identity.photos-deleted",
          "order",
          order.orderNo(),
          order.hall(),
          photos + " pictures");
    }
    return photos;
  }
}
