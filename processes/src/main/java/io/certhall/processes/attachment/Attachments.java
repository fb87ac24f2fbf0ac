package io.certhall.processes.attachment;

import io.certhall.bpmn.MaterialItem;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of an order, one per document it must bring. The owner changes them while the order can be
 * edited; staff read those of submitted orders, and each look is on record.
 */
@Service
public class Attachments {

  private final Orders orders;
  private final OrderMaterials materials;
  private final AttachmentRepository repository;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  Attachments(
      Orders orders,
      OrderMaterials materials,
      AttachmentRepository repository,
      AuditLog audit,
      TransactionTemplate transaction) {
    this.orders = orders;
    this.materials = materials;
    this.repository = repository;
    this.audit = audit;
    this.transaction = transaction;
  }

  /**
   * Attaches a file, or puts it in the place of the one before, which stays on record. Not for use
   * inside a transaction: nothing is held while the file arrives.
   *
   * @param fileName as the browser sent it
   * @param content read up to one byte more than is allowed; closed by the caller
   * @throws Refusal NOT_FOUND for an order that is not the actor's or a code it does not ask for,
   *     CONFLICT ORDER_LOCKED, TOO_LARGE, UNSUPPORTED_TYPE
   * @throws IOException when the file does not arrive
   */
  public AttachmentView put(
      Actor actor, String orderNo, String code, @Nullable String fileName, InputStream content)
      throws IOException {
    MaterialItem item = wanted(ownEditable(actor, orders.visible(actor, orderNo)), code);
    byte[] bytes = FileCheck.read(content, item.maxBytes());
    FileName name = FileName.of(fileName);
    FileKind kind = FileCheck.kind(bytes, name, item.formats());
    NewFile file = new NewFile(code, name.as(kind, code), kind, bytes);
    return Objects.requireNonNull(transaction.execute(status -> store(actor, orderNo, file)));
  }

  private AttachmentView store(Actor actor, String orderNo, NewFile file) {
    Order order = ownEditable(actor, orders.lockedOwn(actor, orderNo));
    // The order may have been edited while the file arrived.
    wanted(order, file.code());
    AttachmentView stored = repository.replace(order, file, actor.accountId());
    record(actor, "attachment.stored", order, stored);
    return stored;
  }

  /**
   * The file in force.
   *
   * @throws Refusal NOT_FOUND when the order is not visible to the actor or has no such file
   */
  @Transactional
  public StoredFile open(Actor actor, String orderNo, String code) {
    Order order = orders.visible(actor, orderNo);
    AttachmentView attached = inForce(orderNo, code);
    if (!order.isOwnedBy(actor.accountId()) && !actor.isSystem()) {
      record(actor, "attachment.read", order, attached);
    }
    return new StoredFile(
        attached.fileName(), attached.format(), repository.content(orderNo, code));
  }

  /** Takes the files of an earlier order over to a draft, as far as the draft asks for them. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void carryOver(Actor actor, String fromOrderNo, String toOrderNo) {
    orders.lockedOwn(actor, fromOrderNo);
    Order draft = ownEditable(actor, orders.lockedOwn(actor, toOrderNo));
    Set<String> wanted =
        materials.demanded(draft).stream().map(MaterialItem::code).collect(Collectors.toSet());
    for (AttachmentView there : repository.list(fromOrderNo)) {
      if (wanted.contains(there.code())) {
        NewFile file =
            new NewFile(
                there.code(),
                there.fileName(),
                FileKind.ofExtension(there.format()),
                repository.content(fromOrderNo, there.code()));
        record(
            actor, "attachment.stored", draft, repository.replace(draft, file, actor.accountId()));
      }
    }
  }

  /**
   * Takes a file away. One that was part of a submission stays on record.
   *
   * @throws Refusal NOT_FOUND, CONFLICT ORDER_LOCKED
   */
  @Transactional
  public void delete(Actor actor, String orderNo, String code) {
    Order order = ownEditable(actor, orders.lockedOwn(actor, orderNo));
    AttachmentView attached = inForce(orderNo, code);
    repository.remove(order, code);
    record(actor, "attachment.deleted", order, attached);
  }

  /** The files in force, by code. */
  @Transactional(readOnly = true)
  public List<AttachmentView> list(Actor actor, String orderNo) {
    return repository.list(orders.visible(actor, orderNo).orderNo());
  }

  /** What the order must bring and what is there, in the order of the hall's table. */
  @Transactional(readOnly = true)
  public List<MaterialView> materials(Actor actor, String orderNo) {
    Order order = orders.visible(actor, orderNo);
    Map<String, AttachmentView> attached =
        repository.list(orderNo).stream()
            .collect(Collectors.toMap(AttachmentView::code, Function.identity()));
    return materials.demanded(order).stream()
        .map(item -> MaterialView.of(item, attached.get(item.code())))
        .toList();
  }

  private static Order ownEditable(Actor actor, Order order) {
    if (!order.isOwnedBy(actor.accountId())) {
      throw Refusal.notFound("ORDER_UNKNOWN", order.orderNo());
    }
    if (!order.state().isEditable()) {
      throw Refusal.conflict("ORDER_LOCKED");
    }
    return order;
  }

  private MaterialItem wanted(Order order, String code) {
    return materials.demanded(order).stream()
        .filter(item -> item.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("MATERIAL_UNKNOWN", code));
  }

  private AttachmentView inForce(String orderNo, String code) {
    return repository
        .find(orderNo, code)
        .orElseThrow(() -> Refusal.notFound("ATTACHMENT_UNKNOWN", code));
  }

  private void record(Actor actor, String action, Order order, AttachmentView file) {
    audit.record(
        actor,
        action,
        "order",
        order.orderNo(),
        order.hall(),
        file.code() + ", " + file.sizeBytes() + " bytes, sha256 " + file.sha256());
  }
}
