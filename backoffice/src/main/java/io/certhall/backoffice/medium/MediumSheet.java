package io.certhall.backoffice.medium;

import io.certhall.backoffice.sheet.SheetTable;
import io.certhall.processes.medium.MediumImport;
import io.certhall.processes.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A purchase lot as a sheet: an empty one to fill in, a filled one to read. */
public final class MediumSheet {

  private static final SheetTable.Codes CODES =
      new SheetTable.Codes("MEDIUM_FILE_UNREADABLE", "MEDIUM_COLUMN_MISSING");

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

  private static final List<String> READ =
      Arrays.stream(Column.values()).map(Column::header).toList();

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
    List<MediumImport.Row> rows = new ArrayList<>();
    for (SheetTable.Line line : SheetTable.read(in, READ, CODES)) {
      if (!line.isEmpty()) {
        rows.add(
            new MediumImport.Row(
                line.number(),
                line.of(Column.SERIAL.header()),
                line.of(Column.MODEL.header()),
                line.of(Column.HALL.header()),
                line.of(Column.SUPPLIER.header())));
      }
    }
    return rows;
  }
}
