package io.certhall.backoffice.sheet;

import io.certhall.processes.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook as texts, row by row. */
public final class SheetRows {

  public static final int MAX_BYTES = 5 * 1024 * 1024;

  private SheetRows() {}

  /**
   * All bytes of an upload.
   *
   * @param unreadable code of the refusal; its argument is the limit in MB
   * @throws Refusal RULE when it is empty or too large
   */
  public static byte[] bytes(InputStream in, String unreadable) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length == 0 || bytes.length > MAX_BYTES) {
      throw refusal(unreadable);
    }
    return bytes;
  }

  /**
   * @param unreadable code of the refusal; its argument is the limit in MB
   * @throws Refusal RULE when it is no sheet
   */
  public static List<List<String>> of(byte[] bytes, String unreadable) {
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
      Sheet sheet = book.getSheetAt(0);
      DataFormatter format = new DataFormatter();
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i <= sheet.getLastRowNum(); i++) {
        Row row = sheet.getRow(i);
        List<String> texts = new ArrayList<>();
        for (int j = 0; row != null && j < row.getLastCellNum(); j++) {
          texts.add(text(row.getCell(j), format));
        }
        rows.add(texts);
      }
      return rows;
    } catch (IOException | OpenXML4JRuntimeException | IllegalArgumentException notASheet) {
      // The library meets hostile files with all of these.
      throw refusal(unreadable);
    }
  }

  public static Refusal refusal(String unreadable) {
    return Refusal.rule("file", unreadable, MAX_BYTES / 1024 / 1024);
  }

  private static String text(@Nullable Cell cell, DataFormatter format) {
    if (cell == null) {
      return "";
    }
    if (cell.getCellType() == CellType.NUMERIC) {
      // Long numbers would come as 1.23E+12.
      return DateUtil.isCellDateFormatted(cell)
          ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
          : BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString();
    }
    String text = format.formatCellValue(cell).strip();
    return text.startsWith("'") ? text.substring(1) : text;
  }
}
