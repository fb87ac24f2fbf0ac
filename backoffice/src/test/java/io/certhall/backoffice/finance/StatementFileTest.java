package io.certhall.backoffice.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.certhall.backoffice.sheet.SheetRows;
import io.certhall.processes.payment.StatementLine;
import io.certhall.processes.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementFileTest {

  private static final String TEXT =
      """
      账户明细,6222000011112222
      交易日期,交易流水号,支出金额,收入金额（元）,对方户名,摘要,附言
      2026-11-20,'00012345678901234567,,"1,950.00","甘肃""某""公司",转账,20261120120000001
      20261121,00012345678901234568,30.00,,电力公司,电费,
      2026/11/22,00012345678901234569,,650,李四,转账,CA费
      合计,,30.00,2600.00,,,
      """;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void a_text_of_the_bank_is_read_in_either_encoding(String charset) throws IOException {
    List<StatementLine> lines = read(TEXT.getBytes(Charset.forName(charset)));

    assertThat(lines)
        .containsExactly(
            new StatementLine(
                3,
                "00012345678901234567",
                LocalDate.of(2026, 11, 20),
                195_000,
                "甘肃\"某\"公司",
                "20261120120000001"),
            new StatementLine(
                5, "00012345678901234569", LocalDate.of(2026, 11, 22), 65_000, "李四", "CA费"));
  }

  @Test
  void a_sheet_keeps_long_numbers_and_cents() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      var sheet = book.createSheet();
      row(sheet.createRow(0), "流水号", "金额", "付款人", "备注");
      Row line = sheet.createRow(1);
      row(line, "2026112000001", "", "某公司", "订单20261120120000001");
      line.createCell(1).setCellValue(650.5);
      book.write(out);

      assertThat(read(out.toByteArray()))
          .singleElement()
          .isEqualTo(
              new StatementLine(2, "2026112000001", null, 65_050, "某公司", "订单20261120120000001"));
    }
  }

  @Test
  void a_missing_column_and_a_wrong_amount_are_named() {
    assertThat(refused("流水号,备注\n1,x\n")).containsExactly("STATEMENT_COLUMN_MISSING");
    assertThat(refused("日期,备注\n1,x\n")).containsExactly("STATEMENT_COLUMN_MISSING");
    assertThat(refused("流水号,金额,备注\nA1,六百元,x\n")).containsExactly("STATEMENT_AMOUNT");
  }

  @Test
  void what_is_no_statement_is_refused() {
    assertThat(refused("")).containsExactly("STATEMENT_UNREADABLE");
    assertThat(refused("PK\u0003\u0004 no zip")).containsExactly("STATEMENT_UNREADABLE");
    assertThat(refused(" ".repeat(SheetRows.MAX_BYTES + 1)))
        .containsExactly("STATEMENT_UNREADABLE");
  }

  private static void row(Row row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  private static List<StatementLine> read(byte[] bytes) throws IOException {
    return StatementFile.read(new ByteArrayInputStream(bytes));
  }

  private static List<String> refused(String text) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> read(text.getBytes(StandardCharsets.UTF_8)));
    return refusal.problems().stream().map(problem -> problem.code()).toList();
  }
}
