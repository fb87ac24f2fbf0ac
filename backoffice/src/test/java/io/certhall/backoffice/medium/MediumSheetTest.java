package io.certhall.backoffice.medium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.backoffice.sheet.SheetRows;
import io.certhall.processes.medium.MediumImport;
import io.certhall.processes.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class MediumSheetTest {

  @Test
  void the_template_comes_back_filled_in_with_serials_untouched() throws IOException {
    byte[] filled;
    try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(MediumSheet.template()));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.getSheetAt(0);
      Row row = sheet.createRow(1);
      row.createCell(0).setCellValue(1234567890123d);
      row.createCell(1).setCellValue("mToken");
      row.createCell(2).setCellValue("gscamce");
      sheet.createRow(2);
      sheet.createRow(3).createCell(1).setCellValue("只有型号");
      book.write(out);
      filled = out.toByteArray();
    }

    assertThat(MediumSheet.read(new ByteArrayInputStream(filled)))
        .containsExactly(
            new MediumImport.Row(2, "1234567890123", "mToken", "gscamce", ""),
            new MediumImport.Row(4, "", "只有型号", "", ""));
  }

  @Test
  void what_is_no_sheet_or_lacks_a_column_is_named() throws IOException {
    assertThat(code("no sheet".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("MEDIUM_FILE_UNREADABLE");
    assertThat(code(new byte[SheetRows.MAX_BYTES + 1])).isEqualTo("MEDIUM_FILE_UNREADABLE");
    try (Workbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.createSheet().createRow(0).createCell(0).setCellValue("介质编号");
      book.write(out);
      assertThat(code(out.toByteArray())).isEqualTo("MEDIUM_COLUMN_MISSING");
    }
  }

  private static String code(byte[] file) {
    Refusal[] refused = new Refusal[1];
    assertThatThrownBy(() -> MediumSheet.read(new ByteArrayInputStream(file)))
        .isInstanceOfSatisfying(Refusal.class, refusal -> refused[0] = refusal);
    return refused[0].code();
  }
}
