package io.certhall.backoffice.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.backoffice.support.BackofficeTest;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.invoice.InvoiceDetails;
import io.certhall.processes.invoice.InvoiceRequest;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

@BackofficeTest
class TaxWorkbookTest {

  private static final InvoiceRequest REQUEST =
      new InvoiceRequest(
          "20261121093000001",
          1,
          "gscamce",
          InvoiceKind.NORMAL,
          "测试单位甲",
          "91620100M00001057R",
          new InvoiceDetails("a@b.cn", null, null, null, null),
          InvoiceRequest.Sending.EMAIL,
          InvoiceRequest.State.PENDING,
          65_000,
          Instant.EPOCH,
          Instant.EPOCH,
          null,
          null,
          null,
          null,
          1);

  private final Function<String, HallSettings> halls;

  TaxWorkbookTest(PublishedPolicies policies) {
    this.halls = hall -> policies.active(hall).settings();
  }

  @Test
  void wanted_invoices_stand_on_both_sheets_from_row_four() throws IOException {
    byte[] out = TaxWorkbook.write(List.of(REQUEST), halls, null);

    try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(out))) {
      Row basics = book.getSheet(TaxWorkbook.INVOICES).getRow(3);
      assertThat(basics.getCell(0).getStringCellValue()).isEqualTo("20261121093000001");
      assertThat(basics.getCell(1).getStringCellValue()).isEqualTo("普通发票");
      assertThat(basics.getCell(4).getStringCellValue()).isEqualTo("测试单位甲");
      Row line = book.getSheet(TaxWorkbook.LINES).getRow(3);
      assertThat(line.getCell(2).getStringCellValue()).isEqualTo("3040203000000000000");
      assertThat(line.getCell(7).getStringCellValue()).isEqualTo("650.00");
      assertThat(line.getCell(8).getStringCellValue()).isEqualTo("0.06");
    }
  }

  @Test
  void the_platforms_own_workbook_is_filled_by_its_headers() throws IOException {
    byte[] template =
        workbook(
            List.of(
                "序号",
                "购买方邮箱",
                "发票流水号*",
                "发票类型*",
                "是否含税*",
                "购买方名称*",
                "购买方纳税人识别号",
                "购买方地址",
                "购买方电话",
                "购买方开户银行",
                "购买方银行账号",
                "备注"),
            List.of("税率*", "发票流水号*", "项目名称*", "商品和服务税收编码*", "单位", "数量", "单价", "金额*"));

    byte[] out = TaxWorkbook.write(List.of(REQUEST), halls, template);

    try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(out))) {
      assertThat(book.getSheet(TaxWorkbook.INVOICES).getRow(3).getCell(1).getStringCellValue())
          .isEqualTo("a@b.cn");
      assertThat(book.getSheet(TaxWorkbook.LINES).getRow(3).getCell(0).getStringCellValue())
          .isEqualTo("0.06");
    }
  }

  @Test
  void a_template_of_another_edition_is_named_by_its_missing_column() throws IOException {
    byte[] template = workbook(List.of("发票流水号*"), List.of("发票流水号*"));

    assertThatThrownBy(() -> TaxWorkbook.write(List.of(REQUEST), halls, template))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("INVOICE_TEMPLATE_COLUMN");
              assertThat(refused.problems().getFirst().args()).contains("发票类型");
            });
    assertThatThrownBy(() -> TaxWorkbook.write(List.of(), halls, new byte[] {1, 2, 3}))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> assertThat(refused.code()).isEqualTo("INVOICE_TEMPLATE_UNREADABLE"));
  }

  private static byte[] workbook(List<String> invoices, List<String> lines) throws IOException {
    try (Workbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      headers(book.createSheet(TaxWorkbook.INVOICES).createRow(2), invoices);
      headers(book.createSheet(TaxWorkbook.LINES).createRow(2), lines);
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void headers(Row row, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      row.createCell(i).setCellValue(names.get(i));
    }
  }
}
