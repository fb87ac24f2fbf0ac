package io.certhall.processes.document;

import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.LocalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What papers say of the hall itself, with gaps to be filled by hand. */
final class HallPaper {

  private static final String GAP = "　　　　　　";
  private static final int SEALS_PER_ROW = 3;
  private static final HallSettings.Agreement NONE =
      new HallSettings.Agreement(
          "", "", new LocalText(Words.of("agreement"), ""), new LocalText("", ""), 0);

  private HallPaper() {}

  static Map<String, Object> values(HallSettings hall) {
    HallSettings.Agreement agreement =
        hall.agreements().isEmpty() ? NONE : hall.agreements().getFirst();
    Map<String, Object> values = new HashMap<>();
    values.put("hall", hall.name().zh());
    values.put("ca", hall.ca().organisation());
    values.put("phone", hall.contacts().phone());
    values.put("accent", hall.accent());
    values.put("logo", LogoPicture.of(hall));
    values.put("agreement", agreement.title().zh());
    values.put("title", agreement.title().zh());
    values.put("version", agreement.version());
    values.put("paragraphs", paragraphs(agreement.text().zh()));
    return values;
  }

  /** The same paper for nobody in particular. */
  static Map<String, Object> blank(HallSettings hall) {
    Map<String, Object> values = values(hall);
    values.put("numbered", false);
    values.put("organisationName", "");
    values.put("legalRep", "");
    values.put("creditCode", "");
    values.put("address", "");
    values.put("agentName", GAP);
    values.put("agentIdNo", GAP.repeat(2));
    values.put("agentPhone", GAP.repeat(2));
    values.put("service", GAP);
    values.put("party", Words.of("party.ORGANISATION"));
    values.put("partySigns", Words.of("partySigns.ORGANISATION"));
    values.put("rows", sealRows(hall));
    return values;
  }

  private static List<Map<String, String>> paragraphs(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> Map.of("text", line))
        .toList();
  }

  private static List<Map<String, Object>> sealRows(HallSettings hall) {
    List<Map<String, String>> cells =
        new ArrayList<>(
            hall.seals().stream().map(seal -> Map.of("label", seal.label().zh())).toList());
    while (cells.size() % SEALS_PER_ROW != 0) {
      cells.add(Map.of("label", "　"));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int from = 0; from < cells.size(); from += SEALS_PER_ROW) {
      rows.add(Map.of("cells", cells.subList(from, from + SEALS_PER_ROW)));
    }
    return rows;
  }
}
