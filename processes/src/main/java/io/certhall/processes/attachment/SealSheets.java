package io.certhall.processes.attachment;

import static io.certhall.db.generated.Tables.ATTACHMENT;
import static io.certhall.db.generated.Tables.ATTACHMENT_CONTENT;
import static io.certhall.db.generated.Tables.ORDER_MATERIAL;

import io.certhall.bpmn.MaterialItem;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The stamped sheets of an order: materials whose sample shows how to stamp. */
@Component
public class SealSheets {

  /** The example that goes with materials that bring stamps. */
  public static final String SAMPLE = "seal-image";

  private final DSLContext dsl;
  private final Orders orders;
  private final OrderMaterials materials;
  private final AttachmentRepository repository;

  SealSheets(
      DSLContext dsl, Orders orders, OrderMaterials materials, AttachmentRepository repository) {
    this.dsl = dsl;
    this.orders = orders;
    this.materials = materials;
    this.repository = repository;
  }

  /**
   * A sheet that is attached.
   *
   * @param itemSeq the certificate it brings the seals of; 0 for those of the whole order
   */
  public record Sheet(String materialCode, int itemSeq, String format, byte[] sha256) {

    public boolean isFor(int item) {
      return itemSeq == 0 || itemSeq == item;
    }
  }

  /** Materials that bring stamps, attached or not, with the item each is for. */
  public Map<String, Integer> wanted(Actor actor, String orderNo) {
    return materials.demanded(orders.visible(actor, orderNo)).stream()
        .filter(item -> SAMPLE.equals(item.sample()))
        .collect(Collectors.toMap(MaterialItem::code, MaterialItem::itemSeq));
  }

  /** Attached sheets of an order its owner may still edit. */
  public List<Sheet> attached(Actor actor, String orderNo) {
    Map<String, Integer> wanted = wanted(actor, orderNo);
    return dsl.select(ATTACHMENT.CODE, ATTACHMENT.FORMAT, ATTACHMENT.SHA256)
        .from(ATTACHMENT)
        .where(
            ATTACHMENT.ORDER_NO.eq(orderNo),
            ATTACHMENT.CODE.in(wanted.keySet()),
            ATTACHMENT.SUPERSEDED_BY.eq(0L))
        .orderBy(ATTACHMENT.CODE)
        .fetch(
            row ->
                new Sheet(
                    row.value1(),
                    wanted.getOrDefault(row.value1(), 0),
                    row.value2(),
                    row.value3()));
  }

  /** Sheets of a submitted order, whose materials are frozen, as far as their content is kept. */
  public List<Sheet> submitted(Order order) {
    Function<String, Integer> itemSeq =
        code -> {
          String last = code.substring(code.lastIndexOf('-') + 1);
          return last.matches("[0-9]{1,3}") ? Integer.parseInt(last) : 0;
        };
    return dsl.select(ATTACHMENT.CODE, ATTACHMENT.FORMAT, ATTACHMENT.SHA256)
        .from(ORDER_MATERIAL)
        .join(ATTACHMENT)
        .on(
            ATTACHMENT.ORDER_NO.eq(ORDER_MATERIAL.ORDER_NO),
            ATTACHMENT.CODE.eq(ORDER_MATERIAL.CODE),
            ATTACHMENT.SUPERSEDED_BY.eq(0L))
        .join(ATTACHMENT_CONTENT)
        .on(ATTACHMENT_CONTENT.ATTACHMENT_ID.eq(ATTACHMENT.ID))
        .where(ORDER_MATERIAL.ORDER_NO.eq(order.orderNo()), ORDER_MATERIAL.SAMPLE.eq(SAMPLE))
        .orderBy(ORDER_MATERIAL.POSITION)
        .fetch(
            row ->
                new Sheet(row.value1(), itemSeq.apply(row.value1()), row.value2(), row.value3()));
  }

  public byte[] content(String orderNo, Sheet sheet) {
    return repository.content(orderNo, sheet.materialCode());
  }
}
