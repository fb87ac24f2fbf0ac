package io.certhall.processes.seal;

import static io.certhall.db.generated.Tables.STAMP_PICTURE;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.attachment.SealSheets;
import io.certhall.processes.attachment.SealSheets.Sheet;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.seal.SealPictures.OfItem;
import io.certhall.processes.security.Actor;
import io.certhall.processes.stamp.InkPicture;
import io.certhall.processes.stamp.StampSheet;
import io.certhall.processes.stamp.StampSheet.Cut;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The applicant looks at the stamps cut out of his sheets and agrees to one for each seal.
 * Replacing the sheet makes him look again.
 */
@Service
public class Stamps {

  private final DSLContext dsl;
  private final Orders orders;
  private final PublishedPolicies policies;
  private final SealSheets sheets;
  private final SealPictures pictures;
  private final PersonalData personalData;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Stamps(
      DSLContext dsl,
      Orders orders,
      PublishedPolicies policies,
      SealSheets sheets,
      SealPictures pictures,
      PersonalData personalData,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.dsl = dsl;
    this.orders = orders;
    this.policies = policies;
    this.sheets = sheets;
    this.pictures = pictures;
    this.personalData = personalData;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** The seals of an order that a sheet brings, in its order; none where none is asked for. */
  public List<StampView> of(Actor actor, String orderNo) {
    Order order = orders.visible(actor, orderNo);
    Map<String, Integer> wanted = sheets.wanted(actor, orderNo);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<String> attached =
        sheets.attached(actor, orderNo).stream().map(Sheet::materialCode).toList();
    Map<OfItem, SealPicture> confirmed = pictures.confirmed(orderNo);
    HallSettings hall = settings(order);
    List<StampView> views = new ArrayList<>();
    for (Order.Item item : orders.items(orderNo)) {
      for (String code : item.seals()) {
        wanted.entrySet().stream()
            .filter(entry -> entry.getValue() == 0 || entry.getValue() == item.seq())
            .map(Map.Entry::getKey)
            .sorted()
            .findFirst()
            .ifPresent(
                material ->
                    views.add(
                        new StampView(
                            item.seq(),
                            code,
                            hall.sealLabel(code),
                            material,
                            confirmed.containsKey(new OfItem(item.seq(), code))
                                ? StampState.CONFIRMED
                                : attached.contains(material)
                                    ? StampState.OPEN
                                    : StampState.MISSING)));
      }
    }
    return views;
  }

  /**
   * The stamps on the sheet that may be this seal, the likeliest first.
   *
   * @throws Refusal NOT_FOUND STAMP_NOT_WANTED; RULE naming the material, with what to do
   */
  public List<Cut> cut(Actor actor, String orderNo, int itemSeq, String code) {
    Order order = own(orders.visible(actor, orderNo), actor);
    requireWanted(orderNo, itemSeq, code);
    return cut(order, sheet(actor, orderNo, itemSeq), code);
  }

  /** The picture agreed to. */
  public InkPicture confirmed(Actor actor, String orderNo, int itemSeq, String code) {
    orders.visible(actor, orderNo);
    SealPicture picture = pictures.confirmed(orderNo).get(new OfItem(itemSeq, code));
    if (picture == null) {
      throw Refusal.notFound("STAMP_NOT_CONFIRMED", itemSeq);
    }
    return new InkPicture(picture.png(), picture.widthMm(), picture.heightMm());
  }

  /**
   * Agrees to one. Not for use inside a transaction: nothing is held while the sheet is looked at.
   *
   * @param choice its place in the answer of {@link #cut}, from 0
   * @throws Refusal as {@link #cut}; CONFLICT ORDER_LOCKED; RULE STAMP_CHOICE_UNKNOWN
   */
  public InkPicture confirm(Actor actor, String orderNo, int itemSeq, String code, int choice) {
    Order order = own(orders.visible(actor, orderNo), actor);
    requireEditable(order);
    requireWanted(orderNo, itemSeq, code);
    Sheet sheet = sheet(actor, orderNo, itemSeq);
    List<Cut> cuts = cut(order, sheet, code);
    if (choice < 0 || choice >= cuts.size()) {
      throw Refusal.rule("choice", "STAMP_CHOICE_UNKNOWN", choice + 1);
    }
    InkPicture picture = cuts.get(choice).picture();
    transaction.executeWithoutResult(
        status -> store(actor, orderNo, new OfItem(itemSeq, code), sheet, picture));
    return picture;
  }

  private void store(Actor actor, String orderNo, OfItem seal, Sheet sheet, InkPicture picture) {
    Order order = orders.lockedOwn(actor, orderNo);
    requireEditable(order);
    dsl.deleteFrom(STAMP_PICTURE)
        .where(
            STAMP_PICTURE.ORDER_NO.eq(orderNo),
            STAMP_PICTURE.ITEM_SEQ.eq(seal.itemSeq()),
            STAMP_PICTURE.CODE.eq(seal.code()))
        .execute();
    dsl.insertInto(STAMP_PICTURE)
        .set(STAMP_PICTURE.ORDER_NO, orderNo)
        .set(STAMP_PICTURE.ITEM_SEQ, seal.itemSeq())
        .set(STAMP_PICTURE.CODE, seal.code())
        .set(STAMP_PICTURE.MATERIAL_CODE, sheet.materialCode())
        .set(STAMP_PICTURE.SHEET_SHA256, sheet.sha256())
        .set(STAMP_PICTURE.WIDTH_MM, picture.widthMm())
        .set(STAMP_PICTURE.HEIGHT_MM, picture.heightMm())
        .set(
            STAMP_PICTURE.PICTURE_ENC,
            personalData.encryptBytes(Column.SEAL_PICTURE, picture.png()))
        .set(STAMP_PICTURE.CONFIRMED_AT, clock.instant())
        .set(STAMP_PICTURE.CONFIRMED_BY, actor.accountId())
        .execute();
    audit.record(
        actor,
        "stamp.confirmed",
        "order",
        orderNo,
        order.hall(),
        seal.itemSeq()
            + " "
            + seal.code()
            + ", "
            + picture.widthMm()
            + " x "
            + picture.heightMm()
            + " mm");
  }

  private List<Cut> cut(Order order, Sheet sheet, String code) {
    return StampSheet.cut(
        "materials." + sheet.materialCode(),
        sheet.format(),
        sheets.content(order.orderNo(), sheet),
        settings(order).sealForm(code));
  }

  private Sheet sheet(Actor actor, String orderNo, int itemSeq) {
    return sheets.attached(actor, orderNo).stream()
        .filter(one -> one.isFor(itemSeq))
        .findFirst()
        .orElseThrow(() -> Refusal.rule("materials", "STAMP_SHEET_MISSING"));
  }

  private void requireWanted(String orderNo, int itemSeq, String code) {
    if (orders.items(orderNo).stream()
        .noneMatch(item -> item.seq() == itemSeq && item.seals().contains(code))) {
      throw Refusal.notFound("STAMP_NOT_WANTED", itemSeq);
    }
  }

  private static Order own(Order order, Actor actor) {
    if (!order.isOwnedBy(actor.accountId())) {
      throw Refusal.notFound("ORDER_UNKNOWN", order.orderNo());
    }
    return order;
  }

  private static void requireEditable(Order order) {
    if (!order.state().isEditable()) {
      throw Refusal.conflict("ORDER_LOCKED");
    }
  }

  private HallSettings settings(Order order) {
    return policies.under(order.hall(), order.policyVersionId()).settings();
  }
}
