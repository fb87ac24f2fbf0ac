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
   * @throws PriceNotConfigured when a row that fits has no price, or no row fits at all: what is
   *     free says so with a price of 0
   */
  public List<FeeLine> lines(ItemFacts item) {
    List<Map<String, Object>> rows = table.rows(item.variables());
    if (rows.isEmpty()) {
      throw new PriceNotConfigured(item.service() + " " + item.type());
    }
    List<FeeLine> lines = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      String code = DecisionTable.text(row, "code");
      Long unitFen = table.number(row, "unitFen");
      Long quantity = table.number(row, "quantity");
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
