package io.certhall.backoffice.portal.ui;

import io.certhall.bpmn.FeeLine;
import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.HallSettings.ServiceOffer;
import io.certhall.bpmn.ItemFacts;
import io.certhall.bpmn.PriceNotConfigured;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A hall's price list as people read it: found out by asking its table, so that it can't differ
 * from what an order costs.
 */
final class PriceList {

  private final PublishedPolicy hall;
  private final HallSettings settings;

  PriceList(PublishedPolicy hall) {
    this.hall = hall;
    this.settings = hall.settings();
  }

  /**
   * One line of the list.
   *
   * @param types certificate types it holds for; empty for all the hall has
   * @param perYear whether the price is for each year
   * @param perSeal whether the price is for each seal
   * @param byYears total by years, where years do not simply multiply; else empty
   */
  record Entry(
      FeeLine line,
      List<String> types,
      boolean secondary,
      boolean perYear,
      boolean perSeal,
      Map<Integer, Long> byYears) {}

  /** The prices of one service for one holder. */
  record Section(ServiceOffer service, String holder, List<Entry> entries) {}

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (ServiceOffer service : settings.services()) {
      if (service.enabled()) {
        for (String holder : service.holders()) {
          List<Entry> entries = entries(service, holder);
          if (!entries.isEmpty()) {
            sections.add(new Section(service, holder, entries));
          }
        }
      }
    }
    return sections;
  }

  private List<Entry> entries(ServiceOffer service, String holder) {
    List<String> types =
        settings.certificateTypes(holder).stream().map(HallSettings.CertificateType::code).toList();
    Map<Entry, Set<String>> found = new LinkedHashMap<>();
    for (String type : types) {
      for (boolean secondary : settings.locks().mainAndSecondary() ? SECOND_TOO : MAIN_ONLY) {
        for (Entry entry : of(service, holder, type, secondary)) {
          found.computeIfAbsent(entry, key -> new LinkedHashSet<>()).add(type);
        }
      }
    }
    List<Entry> merged = new ArrayList<>();
    found.forEach(
        (entry, where) -> {
          Entry main =
              new Entry(
                  entry.line(),
                  entry.types(),
                  false,
                  entry.perYear(),
                  entry.perSeal(),
                  entry.byYears());
          boolean sameAsMain = entry.secondary() && where.equals(found.get(main));
          if (!sameAsMain) {
            merged.add(
                new Entry(
                    entry.line(),
                    where.size() == types.size() ? List.of() : List.copyOf(where),
                    entry.secondary(),
                    entry.perYear(),
                    entry.perSeal(),
                    entry.byYears()));
          }
        });
    return merged;
  }

  private static final List<Boolean> MAIN_ONLY = List.of(false);
  private static final List<Boolean> SECOND_TOO = List.of(false, true);

  private List<Entry> of(ServiceOffer service, String holder, String type, boolean secondary) {
    HallSettings.Years range = settings.years(service.code());
    Map<Integer, Map<String, FeeLine>> byYears = new TreeMap<>();
    Map<String, FeeLine> known = new LinkedHashMap<>();
    for (int years = range.min(); years <= range.max(); years++) {
      Map<String, FeeLine> lines = ask(service, holder, type, years, 1, secondary);
      byYears.put(years, lines);
      lines.forEach(known::putIfAbsent);
    }
    Map<String, FeeLine> twoSeals = ask(service, holder, type, range.min(), 2, secondary);
    Map<String, FeeLine> noSeal = ask(service, holder, type, range.min(), 0, secondary);
    List<Entry> entries = new ArrayList<>();
    for (FeeLine line : known.values()) {
      Map<Integer, Long> totals = new TreeMap<>();
      byYears.forEach(
          (years, lines) -> {
            FeeLine there = lines.get(line.code());
            totals.put(years, there == null ? 0 : there.amountFen());
          });
      boolean same = totals.values().stream().distinct().count() <= 1;
      boolean linear =
          totals.entrySet().stream().allMatch(e -> e.getValue() == line.unitFen() * e.getKey());
      FeeLine doubled = twoSeals.get(line.code());
      boolean perSeal =
          line.amountFen() > 0
              && doubled != null
              && doubled.amountFen() == 2 * line.amountFen()
              && !noSeal.containsKey(line.code());
      entries.add(
          new Entry(
              new FeeLine(line.code(), line.label(), line.unitFen(), 1),
              List.of(),
              secondary,
              !same && linear,
              perSeal,
              same || linear ? Map.of() : totals));
    }
    return entries;
  }

  /** Lines by code; changes of every kind together, because each has a line of its own. */
  private Map<String, FeeLine> ask(
      ServiceOffer service, String holder, String type, int years, int seals, boolean secondary) {
    Map<String, FeeLine> lines = new LinkedHashMap<>();
    try {
      hall.fees()
          .lines(
              new ItemFacts(
                  service.code(), holder, type, years, seals, secondary, service.changes()))
          .forEach(
              line ->
                  lines.merge(
                      line.code(),
                      line,
                      (a, b) ->
                          new FeeLine(a.code(), a.label(), a.amountFen() + b.amountFen(), 1)));
    } catch (PriceNotConfigured unknown) {
      return Map.of();
    }
    return lines;
  }
}
