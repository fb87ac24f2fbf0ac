package io.certhall.workers.issuance;

import io.certhall.processes.issuance.IssuedPair;
import io.certhall.processes.issuance.SealAddition;
import io.certhall.processes.order.Order;
import io.certhall.processes.seal.MadeSeal;
import io.certhall.processes.seal.SealWish;
import io.certhall.processes.seal.SealWishes;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.seal.SealMaker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The seals an order brings: made in step 3 of the issuing cycle, stored with the pair in step 4.
 */
@Component
class OrderedSeals {

  private final SealWishes wishes;
  private final SealMaker maker;

  OrderedSeals(SealWishes wishes, SealMaker maker) {
    this.wishes = wishes;
    this.maker = maker;
  }

  /** The pairs with their seals. */
  List<IssuedPair> boundTo(Order order, CertificateAuthority authority, List<IssuedPair> pairs) {
    Map<Integer, List<SealWish>> wanted =
        wishes.of(order, pairs.stream().map(pair -> pair.item().carrier()).toList());
    return pairs.stream()
        .map(
            pair ->
                pair.with(
                    maker.make(
                        authority,
                        wanted.getOrDefault(pair.item().itemSeq(), List.of()),
                        pair.signingDer())))
        .toList();
  }

  /** Seals for certificates that exist, by item. */
  Map<Integer, List<MadeSeal>> added(
      CertificateAuthority authority, List<SealAddition.Addition> additions) {
    Map<Integer, List<MadeSeal>> made = new HashMap<>();
    for (SealAddition.Addition one : additions) {
      made.put(one.itemSeq(), maker.make(authority, one.wishes(), one.signingDer()));
    }
    return made;
  }
}
