package io.certhall.processes.attachment;

import static io.certhall.db.generated.Tables.ATTACHMENT;
import static io.certhall.db.generated.Tables.ORDER_MATERIAL;

import io.certhall.bpmn.ItemFacts;
import io.certhall.bpmn.MaterialItem;
import io.certhall.bpmn.MaterialTable;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents an order must bring, generated from what is applied for. They follow the policy
 * while the order can be edited and are frozen when it is submitted.
 */
@Component
public class OrderMaterials {

  private final DSLContext dsl;
  private final Orders orders;
  private final PublishedPolicies policies;

  OrderMaterials(DSLContext dsl, Orders orders, PublishedPolicies policies) {
    this.dsl = dsl;
    this.orders = orders;
    this.policies = policies;
  }

  /** What the order must bring as it stands: by the policy while editable, else as frozen. */
  List<MaterialItem> demanded(Order order) {
    PublishedPolicy policy = policies.under(order.hall(), order.policyVersionId());
    List<MaterialItem> live = required(order, policy, orders.items(order.orderNo()));
    return order.state().isEditable() ? live : frozen(order, live);
  }

  /** Required items without a file. */
  public List<MaterialItem> missing(Order order, PublishedPolicy policy, List<Order.Item> items) {
    Set<String> attached =
        dsl.select(ATTACHMENT.CODE)
            .from(ATTACHMENT)
            .where(ATTACHMENT.ORDER_NO.eq(order.orderNo()), ATTACHMENT.SUPERSEDED_BY.eq(0L))
            .fetchSet(ATTACHMENT.CODE);
    return required(order, policy, items).stream()
        .filter(item -> item.required() && !attached.contains(item.code()))
        .toList();
  }

  /** Keeps what was demanded, whatever a manager changes later. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void freeze(String orderNo, PublishedPolicy policy, Order order, List<Order.Item> items) {
    if (order.round() > 0) {
      dsl.deleteFrom(ORDER_MATERIAL).where(ORDER_MATERIAL.ORDER_NO.eq(orderNo)).execute();
    }
    var insert =
        dsl.insertInto(
            ORDER_MATERIAL,
            ORDER_MATERIAL.ORDER_NO,
            ORDER_MATERIAL.CODE,
            ORDER_MATERIAL.POSITION,
            ORDER_MATERIAL.LABEL,
            ORDER_MATERIAL.REQUIRED,
            ORDER_MATERIAL.FORMATS,
            ORDER_MATERIAL.MAX_BYTES,
            ORDER_MATERIAL.TEMPLATE,
            ORDER_MATERIAL.SAMPLE);
    int position = 0;
    for (MaterialItem item : required(order, policy, items)) {
      insert =
          insert.values(
              orderNo,
              item.code(),
              position++,
              item.labelZh(),
              item.required(),
              String.join(",", item.formats()),
              item.maxBytes(),
              item.template(),
              item.sample());
    }
    if (position > 0) {
      insert.execute();
    }
  }

  private List<MaterialItem> required(Order order, PublishedPolicy policy, List<Order.Item> items) {
    String service = order.service().name();
    String holder = order.holder().name();
    List<String> changes = order.changes().stream().map(ChangeKind::name).toList();
    DeliveryMethod delivery = order.deliveryMethod();
    return policy
        .materials()
        .items(
            new MaterialTable.Question(
                service,
                holder,
                delivery == null ? "" : delivery.name(),
                order.holder() == Holder.PERSON && orders.contact(order.orderNo()).isRepresented(),
                items.stream()
                    .map(
                        item ->
                            new MaterialTable.Item(
                                item.seq(),
                                new ItemFacts(
                                    service,
                                    holder,
                                    item.type().name(),
                                    item.years(),
                                    item.seals().size(),
                                    item.secondary(),
                                    changes),
                                item.seals()))
                    .toList()));
  }

  /** The English label is not frozen: it comes from the version the order was submitted under. */
  private List<MaterialItem> frozen(Order order, List<MaterialItem> live) {
    Map<String, MaterialItem> labelled =
        live.stream().collect(Collectors.toMap(MaterialItem::code, Function.identity()));
    return dsl.selectFrom(ORDER_MATERIAL)
        .where(ORDER_MATERIAL.ORDER_NO.eq(order.orderNo()))
        .orderBy(ORDER_MATERIAL.POSITION)
        .fetch(
            row -> {
              MaterialItem known = labelled.get(row.getCode());
              return new MaterialItem(
                  row.getCode(),
                  row.getLabel(),
                  known == null ? row.getLabel() : known.labelEn(),
                  row.getRequired(),
                  List.of(row.getFormats().split(",")),
                  row.getMaxBytes(),
                  row.getTemplate(),
                  row.getSample(),
                  known == null ? 0 : known.itemSeq());
            });
  }
}
