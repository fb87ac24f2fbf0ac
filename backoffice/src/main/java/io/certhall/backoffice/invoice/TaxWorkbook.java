package io.certhall.backoffice.invoice;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.invoice.InvoiceRequest;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Wanted invoices on the tax platform's sheet for issuing many at once. The clerk brings the
 * platform's own workbook, whose columns change with each edition: they are found by their header
 * in row 3, data begin in row 4. Without one, a workbook of the same shape is made.
 */
public final class TaxWorkbook {

  static final String INVOICES = "1-发票基本信息";
  static final String LINES = "2-发票明细信息";

  private static final int HEADER_ROW = 2;
  private static final int MAX_BYTES = 5 * 1024 * 1024;

  private TaxWorkbook() {}

  /**
   * @param template the platform's workbook; null makes one
   * @param halls settings by hall, for the seller's side
   * @throws Refusal RULE when the template is no workbook or lacks a needed column
   */
  public static byte[] write(
      List<InvoiceRequest> requests,
      Function<String, HallSettings> halls,
      byte @Nullable [] template) {
    try (Workbook book = template == null ? blank() : open(template);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet invoices = sheet(book, INVOICES);
      Sheet lines = sheet(book, LINES);
      int at = HEADER_ROW + 1;
      for (InvoiceRequest request : requests) {
        fill(invoices, at, basics(request));
        fill(lines, at, line(request, halls.apply(request.hall()).invoice()));
        at++;
      }
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> basics(InvoiceRequest request) {
    boolean special = request.kind() == InvoiceKind.SPECIAL;
    Map<String, String> values = new LinkedHashMap<>();
    values.put("发票流水号", request.orderNo());
    values.put("发票类型", special ? "增值税专用发票" : "普通发票");
    values.put("是否含税", "是");
    values.put("购买方名称", request.title());
    values.put("购买方纳税人识别号", text(request.taxNo()));
    values.put("购买方地址", text(request.details().registeredAddress()));
    values.put("购买方电话", text(request.details().registeredPhone()));
    values.put("购买方开户银行", text(request.details().bank()));
    values.put("购买方银行账号", text(request.details().bankAccount()));
    values.put("备注", "订单 " + request.orderNo());
    values.put("购买方邮箱", text(request.details().email()));
    return values;
  }

  private static Map<String, String> line(
      InvoiceRequest request, HallSettings.InvoiceSettings seller) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("发票流水号", request.orderNo());
    values.put("项目名称", seller.item().replaceFirst("^\\*[^*]*\\*", ""));
    values.put("商品和服务税收编码", seller.category());
    values.put("单位", "项");
    values.put("数量", "1");
    values.put("单价", yuan(request.amountFen()));
    values.put("金额", yuan(request.amountFen()));
    values.put("税率", BigDecimal.valueOf(seller.taxPercent(), 2).toPlainString());
    return values;
  }

  private static void fill(Sheet sheet, int at, Map<String, String> values) {
    Row header = sheet.getRow(HEADER_ROW);
    Row row = sheet.getRow(at) == null ? sheet.createRow(at) : sheet.getRow(at);
    values.forEach(
        (name, value) -> {
          int column = column(sheet, header, name);
          if (!value.isEmpty()) {
            Cell cell = row.getCell(column);
            (cell == null ? row.createCell(column) : cell).setCellValue(value);
          }
        });
  }

  /** Headers of the platform may carry a star and line breaks. */
  private static int column(Sheet sheet, @Nullable Row header, String name) {
    DataFormatter cells = new DataFormatter();
    if (header != null) {
      for (Cell cell : header) {
        if (cells.formatCellValue(cell).replaceAll("[*＊\\s]", "").equals(name)) {
          return cell.getColumnIndex();
        }
      }
    }
    throw Refusal.rule("file", "INVOICE_TEMPLATE_COLUMN", sheet.getSheetName(), name);
  }

  private static Sheet sheet(Workbook book, String name) {
    Sheet sheet = book.getSheet(name);
    if (sheet == null) {
      throw Refusal.rule("file", "INVOICE_TEMPLATE_UNREADABLE");
    }
    return sheet;
  }

  private static Workbook open(byte[] template) {
    if (template.length > MAX_BYTES) {
      throw Refusal.rule("file", "INVOICE_TEMPLATE_UNREADABLE");
    }
    try {
      return WorkbookFactory.create(new ByteArrayInputStream(template));
    } catch (IOException | OpenXML4JRuntimeException | IllegalArgumentException notAWorkbook) {
      // The library meets hostile files with all of these.
      throw Refusal.rule("file", "INVOICE_TEMPLATE_UNREADABLE");
    }
  }

  private static Workbook blank() {
    Workbook book = new XSSFWorkbook();
    headers(
        book.createSheet(INVOICES),
        List.of(
            "发票流水号*",
            "发票类型*",
            "特定业务类型",
            "是否含税*",
            "购买方名称*",
            "购买方纳税人识别号",
            "购买方地址",
            "购买方电话",
            "购买方开户银行",
            "购买方银行账号",
            "备注",
            "购买方邮箱"));
    headers(
        book.createSheet(LINES),
        List.of("发票流水号*", "项目名称*", "商品和服务税收编码*", "规格型号", "单位", "数量", "单价", "金额*", "税率*"));
    return book;
  }

  private static void headers(Sheet sheet, List<String> names) {
    sheet.createRow(0).createCell(0).setCellValue(sheet.getSheetName());
    Row header = sheet.createRow(HEADER_ROW);
    for (int i = 0; i < names.size(); i++) {
      header.createCell(i).setCellValue(names.get(i));
      sheet.setColumnWidth(i, 20 * 256);
    }
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
