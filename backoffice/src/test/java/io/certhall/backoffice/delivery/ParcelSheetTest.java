package io.certhall.backoffice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.backoffice.sheet.SheetRows;
import io.certhall.processes.delivery.TrackingImport;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ParcelSheetTest {

  private static final ParcelSheet.Line LINE =
      new ParcelSheet.Line(
          "20261121093000001",
          "=甘肃测试公司",
          new OrderForm.DeliveryForm(
              DeliveryMethod.COURIER, "李四", "13812345678", "甘肃省/兰州市/城关区", "东岗西路1号"),
          List.of("KEY-1", "KEY-2"));

  @Test
  void the_list_goes_out_with_label_data_and_comes_back_with_numbers() throws IOException {
    byte[] out = ParcelSheet.write(List.of(LINE), "顺丰速运");
    assertThat(ParcelSheet.read(new ByteArrayInputStream(out))).isEmpty();

    byte[] filled;
    try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(out));
        ByteArrayOutputStream again = new ByteArrayOutputStream()) {
      Row row = book.getSheetAt(0).getRow(1);
      assertThat(row.getCell(ParcelSheet.Column.APPLICANT.ordinal()).getStringCellValue())
          .isEqualTo("'=甘肃测试公司");
      assertThat(row.getCell(ParcelSheet.Column.DISTRICT.ordinal()).getStringCellValue())
          .isEqualTo("城关区");
      assertThat(row.getCell(ParcelSheet.Column.COUNT.ordinal()).getStringCellValue())
          .isEqualTo("2");
      row.createCell(ParcelSheet.Column.TRACKING.ordinal()).setCellValue(1234567890123d);
      book.write(again);
      filled = again.toByteArray();
    }

    assertThat(ParcelSheet.read(new ByteArrayInputStream(filled)))
        .containsExactly(new TrackingImport.Row(2, "20261121093000001", "顺丰速运", "1234567890123"));
  }

  @Test
  void columns_may_stand_anywhere_below_a_title() throws IOException {
    byte[] sheet =
        sheet(
            List.of("十一月寄件"),
            List.of("快递单号", "备注", "订单号", "快递公司"),
            List.of("SF1234567890", "x", "20261121093000001", "顺丰速运"));

    assertThat(ParcelSheet.read(new ByteArrayInputStream(sheet)))
        .containsExactly(new TrackingImport.Row(3, "20261121093000001", "顺丰速运", "SF1234567890"));
  }

  @Test
  void what_is_no_sheet_or_lacks_a_column_is_named() throws IOException {
    assertThatThrownBy(
            () -> ParcelSheet.read(new ByteArrayInputStream("no sheet".getBytes("UTF-8"))))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> assertThat(refused.code()).isEqualTo("TRACKING_FILE_UNREADABLE"));
    byte[] sheet = sheet(List.of("订单号", "快递公司"));
    assertThatThrownBy(() -> ParcelSheet.read(new ByteArrayInputStream(sheet)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("TRACKING_COLUMN_MISSING");
              assertThat(refused.problems().getFirst().args()).containsExactly("快递单号");
            });
    assertThatThrownBy(
            () -> ParcelSheet.read(new ByteArrayInputStream(new byte[SheetRows.MAX_BYTES + 1])))
        .isInstanceOf(Refusal.class);
  }

  @SafeVarargs
  private static byte[] sheet(List<String>... lines) throws IOException {
    try (Workbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet();
      for (int i = 0; i < lines.length; i++) {
        Row row = sheet.createRow(i);
        for (int j = 0; j < lines[i].size(); j++) {
          row.createCell(j).setCellValue(lines[i].get(j));
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }
}
