package io.certhall.bpmn;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The price list of a shipped pack, asked as an order asks it. */
record HallPrices(HallPack pack, FeeTable fees) {

  static HallPrices of(String hall) {
    return new HallPrices(TestPacks.of(hall), FeeTable.of(TestPacks.of(hall)));
  }

  static ItemFacts unit(String service, int years, int seals) {
    return item(service, "ORGANISATION", "ORG", years, seals);
  }

  static ItemFacts person(String service, int years, int seals) {
    return item(service, "PERSON", "PERSON", years, seals);
  }

  static ItemFacts item(String service, String holder, String type, int years, int seals) {
    return new ItemFacts(service, holder, type, years, seals, false);
  }

  static ItemFacts secondary(String service, int years, int seals) {
    return new ItemFacts(service, "ORGANISATION", "ORG", years, seals, true);
  }

  static ItemFacts changing(String holder, int seals, String... changes) {
    return new ItemFacts(
        "CHANGE",
        holder,
        holder.equals("PERSON") ? "PERSON" : "ORG",
        1,
        seals,
        false,
        List.of(changes));
  }

  long total(ItemFacts... items) {
    return Stream.of(items)
        .flatMap(item -> fees.lines(item).stream())
        .mapToLong(FeeLine::amountFen)
        .sum();
  }

  long total(int times, ItemFacts item) {
    return total(Collections.nCopies(times, item).toArray(ItemFacts[]::new));
  }

  List<String> codes(ItemFacts item) {
    return fees.lines(item).stream().map(FeeLine::code).toList();
  }

  List<String> labels(ItemFacts item) {
    return fees.lines(item).stream().map(FeeLine::label).toList();
  }
}
