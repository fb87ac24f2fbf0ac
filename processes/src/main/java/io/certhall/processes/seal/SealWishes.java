package io.certhall.processes.seal;

import static io.certhall.db.generated.Tables.ORGANISATION;

import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.SealForm;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.seal.SealPictures.OfItem;
import io.certhall.processes.seal.SealPictures.OnCertificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The seals an order asks for, each with the best picture there is: what the applicant confirmed,
 * else what the former seal looked like, else the stamp on the sheet, else one drawn from the
 * registered name.
 */
@Component
public class SealWishes {

  private final DSLContext dsl;
  private final Orders orders;
  private final PublishedPolicies policies;
  private final SealPictures pictures;
  private final StampedSheets stamped;
  private final DrawnSeals drawn;

  SealWishes(
      DSLContext dsl,
      Orders orders,
      PublishedPolicies policies,
      SealPictures pictures,
      StampedSheets stamped,
      DrawnSeals drawn) {
    this.dsl = dsl;
    this.orders = orders;
    this.policies = policies;
    this.pictures = pictures;
    this.stamped = stamped;
    this.drawn = drawn;
  }

  /**
   * The certificate that will carry the seals.
   *
   * @param holder the organisation's name, or the person's where there is none
   * @param person whom the certificate names, if any
   * @param formerSerial the certificate it takes the place of, if any
   */
  public record Carrier(
      int itemSeq,
      List<String> codes,
      String holder,
      @Nullable String person,
      @Nullable String formerSerial) {}

  /** By item; items without seals have an empty list. */
  public Map<Integer, List<SealWish>> of(Order order, List<Carrier> carriers) {
    Map<Integer, List<SealWish>> wishes = new HashMap<>();
    carriers.forEach(carrier -> wishes.put(carrier.itemSeq(), new ArrayList<>()));
    List<Carrier> sealed = carriers.stream().filter(one -> !one.codes().isEmpty()).toList();
    if (sealed.isEmpty()) {
      return wishes;
    }
    HallSettings hall =
        policies.version(Objects.requireNonNull(order.policyVersionId())).settings();
    Map<OfItem, SealPicture> confirmed = pictures.confirmed(order.orderNo());
    List<String> former =
        sealed.stream().map(Carrier::formerSerial).filter(Objects::nonNull).toList();
    Map<OnCertificate, SealPicture> kept = former.isEmpty() ? Map.of() : pictures.former(former);
    StampedSheets.Lookup sheets = stamped.of(order, hall, sealed);
    for (Carrier carrier : sealed) {
      for (String code : carrier.codes()) {
        SealForm form = hall.sealForm(code);
        String owner = owner(order, carrier, form);
        SealPicture picture = confirmed.get(new OfItem(carrier.itemSeq(), code));
        if (picture == null && keepsLook(order, form) && carrier.formerSerial() != null) {
          picture = kept.get(new OnCertificate(carrier.formerSerial(), code));
        }
        if (picture == null) {
          picture = sheets.stamp(carrier.itemSeq(), code);
        }
        String name = hall.sealLabel(code).zh();
        wishes
            .get(carrier.itemSeq())
            .add(
                new SealWish(
                    code,
                    name,
                    form,
                    owner,
                    picture == null ? drawn.of(form, owner, name) : picture));
      }
    }
    return wishes;
  }

  /** A changed name or image is not to be seen on the old picture. */
  private static boolean keepsLook(Order order, SealForm form) {
    return !order.changes().contains(ChangeKind.SEAL)
        && !order.changes().contains(form.personal() ? ChangeKind.LEGAL_REP : ChangeKind.NAME);
  }

  /** A person's seal on an organisation's certificate is its legal representative's. */
  private String owner(Order order, Carrier carrier, SealForm form) {
    if (!form.personal()) {
      return carrier.holder();
    }
    String person = carrier.person();
    if (person != null) {
      return person;
    }
    if (order.changes().contains(ChangeKind.LEGAL_REP)) {
      ChangeForm change = orders.contact(order.orderNo()).change();
      if (change != null && change.newLegalRep() != null) {
        return change.newLegalRep().strip();
      }
    }
    return order.organisationId() == null
        ? carrier.holder()
        : dsl.select(ORGANISATION.LEGAL_REP_NAME)
            .from(ORGANISATION)
            .where(ORGANISATION.ID.eq(order.organisationId()))
            .fetchSingle()
            .value1();
  }
}
