package io.certhall.backoffice.finance;

import io.certhall.backoffice.sheet.SheetRows;
import io.certhall.processes.payment.BankStatements;
import io.certhall.processes.payment.StatementLine;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bank's statement as sheet or as text with commas. Columns are found by what banks call them;
 * lines without money that came in are left out.
 */
public final class StatementFile {

  private static final String UNREADABLE = "STATEMENT_UNREADABLE";

  private static final int HEADER_ROWS = 20;
  private static final Charset CHINESE = Charset.forName("GB18030");
  private static final Pattern MONEY = Pattern.compile("-?\\d{1,10}(\\.\\d{1,2})?0*");
  private static final Pattern TOTAL = Pattern.compile("合计|总计|小计|本页|(?i:total)");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2}).*");

  /** What is read, under the names banks use. */
  enum Column {
    REFERENCE("交易流水号", "银行流水号", "流水号", "业务流水号", "凭证号", "reference"),
    AMOUNT("收入金额", "贷方发生额", "贷方金额", "收入", "入账金额", "交易金额", "金额", "amount"),
    PAYER("对方户名", "付款方", "付款人", "付款人名称", "对方名称", "payer"),
    REMARK("附言", "备注", "摘要", "用途", "remark"),
    DATE("交易日期", "交易时间", "入账日期", "日期", "date");

    private final List<String> names;

    Column(String... names) {
      this.names = List.of(names);
    }

    /** How well a header fits: the lower the better, -1 for not at all. */
    int rank(String header) {
      return names.indexOf(header.replaceAll("[\\s(（].*$", "").toLowerCase(java.util.Locale.ROOT));
    }

    String title() {
      return names.getFirst();
    }

    boolean isRequired() {
      return this != DATE && this != PAYER;
    }
  }

  private StatementFile() {}

  /**
   * @throws Refusal RULE when it is no statement, a column is missing or a row can't be read
   */
  public static List<StatementLine> read(InputStream in) throws IOException {
    byte[] bytes = SheetRows.bytes(in, UNREADABLE);
    return lines(isSheet(bytes) ? SheetRows.of(bytes, UNREADABLE) : CommaText.rows(text(bytes)));
  }

  private static List<StatementLine> lines(List<List<String>> rows) {
    int header = header(rows);
    Map<Column, Integer> at = columns(rows.get(header));
    FormCheck check = new FormCheck();
    List<StatementLine> lines = new ArrayList<>();
    for (int i = header + 1; i < rows.size() && lines.size() <= BankStatements.MOST_LINES; i++) {
      List<String> row = rows.get(i);
      String money = cell(row, at.get(Column.AMOUNT)).replaceAll("[,，¥￥\\s+]", "");
      if (money.isEmpty() || money.startsWith("-") || isTotal(row)) {
        continue;
      }
      if (!MONEY.matcher(money).matches()) {
        if (!cell(row, at.get(Column.REFERENCE)).isEmpty()) {
          check.refuse("rows[" + (i + 1) + "].amountFen", "STATEMENT_AMOUNT");
        }
        continue;
      }
      long fen = new BigDecimal(money).movePointRight(2).longValue();
      if (fen > 0) {
        lines.add(
            new StatementLine(
                i + 1,
                cell(row, at.get(Column.REFERENCE)),
                day(cell(row, at.get(Column.DATE))),
                fen,
                cell(row, at.get(Column.PAYER)),
                cell(row, at.get(Column.REMARK))));
      }
    }
    check.refuseUnlessClean();
    return lines;
  }

  private static boolean isTotal(List<String> row) {
    return row.stream().anyMatch(cell -> TOTAL.matcher(cell.strip()).lookingAt());
  }

  private static int header(List<List<String>> rows) {
    for (int i = 0; i < Math.min(HEADER_ROWS, rows.size()); i++) {
      if (rows.get(i).stream().anyMatch(name -> Column.REFERENCE.rank(name) >= 0)) {
        return i;
      }
    }
    throw Refusal.rule("file", "STATEMENT_COLUMN_MISSING", Column.REFERENCE.title());
  }

  private static Map<Column, Integer> columns(List<String> header) {
    Map<Column, Integer> at = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      int best = Integer.MAX_VALUE;
      for (int i = 0; i < header.size(); i++) {
        int rank = column.rank(header.get(i));
        if (rank >= 0 && rank < best) {
          best = rank;
          at.put(column, i);
        }
      }
      if (column.isRequired() && !at.containsKey(column)) {
        throw Refusal.rule("file", "STATEMENT_COLUMN_MISSING", column.title());
      }
    }
    return at;
  }

  private static String cell(List<String> row, @Nullable Integer at) {
    return at == null || at >= row.size() ? "" : row.get(at).strip();
  }

  private static @Nullable LocalDate day(String text) {
    Matcher parts = DAY.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(parts.group(1)),
          Integer.parseInt(parts.group(2)),
          Integer.parseInt(parts.group(3)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** By its first bytes: a zip, or the older binary format. */
  private static boolean isSheet(byte[] bytes) {
    return bytes.length > 3
        && ((bytes[0] == 'P' && bytes[1] == 'K')
            || ((bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF));
  }

  private static String text(byte[] bytes) {
    String text =
        decoded(bytes, StandardCharsets.UTF_8)
            .or(() -> decoded(bytes, CHINESE))
            .orElseThrow(() -> SheetRows.refusal(UNREADABLE));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
