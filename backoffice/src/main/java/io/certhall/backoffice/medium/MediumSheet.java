package io.certhall.backoffice.medium;

import io.certhall.processes.medium.MediumImport;
import io.certhall.processes.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A purchase lot as a sheet: an empty one to fill in, a filled one to read. */
public final class MediumSheet {

  public static final int MAX_BYTES = 5 * 1024 * 1024;

  private static final int HEADER_ROWS = 10;

  /** The columns, found by their header in any order. */
  public enum Column {
    SERIAL("介质编号"),
    MODEL("型号"),
    HALL("大厅"),
    SUPPLIER("供应商");

    private final String header;

    Column(String header) {
      this.header = header;
    }

    public String header() {
      return header;
    }
  }

  private MediumSheet() {}

  /** Only the header; serials are text, so that no program shortens them. */
  public static byte[] template() {
    try (Workbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("介质入库");
      CellStyle text = book.createCellStyle();
      text.setDataFormat(book.createDataFormat().getFormat("@"));
      Row header = sheet.createRow(0);
      for (Column column : Column.values()) {
        header.createCell(column.ordinal()).setCellValue(column.header());
        sheet.setColumnWidth(column.ordinal(), 24 * 256);
        sheet.setDefaultColumnStyle(column.ordinal(), text);
      }
      sheet.createFreezePane(0, 1);
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads each line that has anything in one of the columns.
   *
   * @throws Refusal RULE when it is no sheet or a column is missing
   */
  public static List<MediumImport.Row> read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw unreadable();
    }
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
      return read(book.getSheetAt(0));
    } catch (IOException | OpenXML4JRuntimeException | IllegalArgumentException notASheet) {
      // The library meets hostile files with all of these.
      throw unreadable();
    }
  }

  private static Refusal unreadable() {
    return Refusal.rule("file", "MEDIUM_FILE_UNREADABLE", MAX_BYTES / 1024 / 1024);
  }

  private static List<MediumImport.Row> read(Sheet sheet) {
    DataFormatter cells = new DataFormatter();
    Row header = header(sheet, cells);
    Map<Column, Integer> at = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      at.put(column, column(header, column, cells));
    }
    List<MediumImport.Row> rows = new ArrayList<>();
    for (int i = header.getRowNum() + 1; i <= sheet.getLastRowNum(); i++) {
      Row row = sheet.getRow(i);
      if (row == null) {
        continue;
      }
      String serial = cell(row, at, Column.SERIAL, cells);
      String model = cell(row, at, Column.MODEL, cells);
      String hall = cell(row, at, Column.HALL, cells);
      String supplier = cell(row, at, Column.SUPPLIER, cells);
      if (!(serial + model + hall + supplier).isEmpty()) {
        rows.add(new MediumImport.Row(i + 1, serial, model, hall, supplier));
      }
    }
    return rows;
  }

  private static Row header(Sheet sheet, DataFormatter cells) {
    for (int i = 0; i < HEADER_ROWS; i++) {
      Row row = sheet.getRow(i);
      if (row != null) {
        for (Cell cell : row) {
          if (cells.formatCellValue(cell).strip().equals(Column.SERIAL.header())) {
            return row;
          }
        }
      }
    }
    throw Refusal.rule("file", "MEDIUM_COLUMN_MISSING", Column.SERIAL.header());
  }

  private static int column(Row header, Column column, DataFormatter cells) {
    for (Cell cell : header) {
      if (cells.formatCellValue(cell).strip().equals(column.header())) {
        return cell.getColumnIndex();
      }
    }
    throw Refusal.rule("file", "MEDIUM_COLUMN_MISSING", column.header());
  }

  private static String cell(Row row, Map<Column, Integer> at, Column column, DataFormatter cells) {
    Cell cell = row.getCell(Objects.requireNonNull(at.get(column)));
    if (cell != null && cell.getCellType() == CellType.NUMERIC) {
      // Long numbers would come as 1.23E+12.
      return BigDecimal.valueOf(cell.getNumericCellValue()).toBigInteger().toString();
    }
    String text = cell == null ? "" : cells.formatCellValue(cell).strip();
    return text.startsWith("'") ? text.substring(1) : text;
  }
}
