package io.certhall.backoffice.order.ui;

import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.query.OrderRowFacts.Goods;
import java.util.List;
import java.util.stream.Collectors;

/** What was ordered in one line: quantity, kind, persons (ZR-25). */
public final class GoodsText {

  private GoodsText() {}

  public static String of(HallSettings hall, List<Goods> goods) {
    return goods.stream()
        .map(one -> line(hall, one))
        .collect(Collectors.joining(Texts.of("orders.goods.and")));
  }

  private static String line(HallSettings hall, Goods goods) {
    String kind = Texts.of("orders.goods", goods.quantity(), kind(hall, goods.type()));
    return goods.people().isEmpty()
        ? kind
        : Texts.of(
            "orders.goods.people",
            kind,
            String.join(Texts.of("orders.goods.comma"), goods.people()));
  }

  /** As the hall calls it, also when it no longer offers it. */
  static String kind(HallSettings hall, CertificateType type) {
    return hall.certificateTypes().stream()
        .filter(offered -> offered.code().equals(type.name()))
        .findFirst()
        .map(offered -> Texts.of(offered.label()))
        .orElseGet(() -> Texts.of(type));
  }
}
