package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A hall's price list: {@code fees.dmn}, one row per fee line with code, label, unitFen and
 * quantity. Amounts in fen.
 */
public final class FeeTable {

  private final DecisionTable table;

  private FeeTable(DecisionTable table) {
    this.table = table;
  }

  public static FeeTable of(HallPack pack) {
    return new FeeTable(DecisionTable.parse("fees.dmn", "fees", pack.file("fees.dmn")));
  }

  /**
   * The lines of one certificate; lines with quantity 0 are left out, lines that cost nothing stay.
   *
   * @throws PriceNotConfigured when a matching row has no price
   */
  public List<FeeLine> lines(ItemFacts item) {
    List<FeeLine> lines = new ArrayList<>();
    for (Map<String, Object> row : table.rows(item.variables())) {
      String code = DecisionTable.text(row, "code");
      Long unitFen = DecisionTable.number(row.get("unitFen"));
      Long quantity = DecisionTable.number(row.get("quantity"));
      if (unitFen == null || quantity == null) {
        throw new PriceNotConfigured(code);
      }
      if (quantity > 0) {
        lines.add(
            new FeeLine(
                code, DecisionTable.text(row, "label"), unitFen, Math.toIntExact(quantity)));
      }
    }
    return lines;
  }
}
