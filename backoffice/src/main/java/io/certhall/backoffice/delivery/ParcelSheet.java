package io.certhall.backoffice.delivery;

import io.certhall.backoffice.sheet.SheetTable;
import io.certhall.processes.delivery.TrackingImport;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Parcels on a sheet: out with label data, for the courier's own software, and back with tracking
 * numbers. Columns are found by their header, so that the courier may add or move some.
 */
public final class ParcelSheet {

  private static final SheetTable.Codes CODES =
      new SheetTable.Codes("TRACKING_FILE_UNREADABLE", "TRACKING_COLUMN_MISSING");

  /** The columns in the order they are written. */
  enum Column {
    ORDER_NO("订单号"),
    APPLICANT("单位"),
    RECIPIENT("收件人"),
    PHONE("电话"),
    PROVINCE("省"),
    CITY("市"),
    DISTRICT("区县"),
    ADDRESS("详细地址"),
    KEYS("介质编号"),
    COUNT("数量"),
    CARRIER("快递公司"),
    TRACKING("快递单号");

    private final String header;

    Column(String header) {
      this.header = header;
    }

    String header() {
      return header;
    }
  }

  private static final List<String> READ =
      List.of(Column.ORDER_NO.header(), Column.CARRIER.header(), Column.TRACKING.header());

  /** One parcel to be written. */
  public record Line(
      String orderNo,
      String applicant,
      OrderForm.@Nullable DeliveryForm delivery,
      List<String> keys) {}

  private ParcelSheet() {}

  /**
   * @param carrier put into each line beforehand
   */
  public static byte[] write(List<Line> lines, String carrier) {
    try (Workbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("待寄出");
      Row header = sheet.createRow(0);
      for (Column column : Column.values()) {
        header.createCell(column.ordinal()).setCellValue(column.header());
        sheet.setColumnWidth(column.ordinal(), (column == Column.ADDRESS ? 40 : 16) * 256);
      }
      sheet.createFreezePane(0, 1);
      int at = 1;
      for (Line line : lines) {
        write(sheet.createRow(at++), line, carrier);
      }
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Row row, Line line, String carrier) {
    OrderForm.DeliveryForm delivery = line.delivery();
    String region = delivery == null ? "" : text(delivery.region());
    String[] parts = region.split("/", 3);
    put(row, Column.ORDER_NO, line.orderNo());
    put(row, Column.APPLICANT, line.applicant());
    put(row, Column.RECIPIENT, delivery == null ? "" : text(delivery.recipient()));
    put(row, Column.PHONE, delivery == null ? "" : text(delivery.phone()));
    put(row, Column.PROVINCE, parts[0]);
    put(row, Column.CITY, parts.length > 1 ? parts[1] : "");
    put(row, Column.DISTRICT, parts.length > 2 ? parts[2] : "");
    put(row, Column.ADDRESS, delivery == null ? "" : text(delivery.address()));
    put(row, Column.KEYS, String.join(" ", line.keys()));
    put(row, Column.COUNT, Integer.toString(line.keys().size()));
    put(row, Column.CARRIER, carrier);
  }

  /** What begins like a formula must not become one in somebody's program. */
  private static void put(Row row, Column column, String text) {
    Cell cell = row.createCell(column.ordinal());
    cell.setCellValue(!text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text);
  }

  /**
   * Reads order number, courier and tracking number of each line that has a tracking number.
   *
   * @throws Refusal RULE when it is no sheet or a column is missing
   */
  public static List<TrackingImport.Row> read(InputStream in) throws IOException {
    List<TrackingImport.Row> rows = new ArrayList<>();
    for (SheetTable.Line line : SheetTable.read(in, READ, CODES)) {
      String orderNo = line.of(Column.ORDER_NO.header());
      String tracking = line.of(Column.TRACKING.header());
      if (!orderNo.isEmpty() && !tracking.isEmpty()) {
        rows.add(
            new TrackingImport.Row(
                line.number(), orderNo, line.of(Column.CARRIER.header()), tracking));
      }
    }
    return rows;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
