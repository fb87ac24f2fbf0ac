package io.certhall.processes.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "C:\\Users\\me\\申请表.pdf, 申请表.pdf",
    "../../etc/passwd.pdf, passwd.pdf",
    "申请表v1.2, 申请表v1.2.pdf",
    "申请表.PDF, 申请表.pdf",
    "a\u202Efdp.pdf, afdp.pdf",
    "<b>:\"|?*.pdf, b.pdf",
    ".pdf, FORM.pdf",
    "' . ', FORM.pdf",
    "一  二.pdf, 一 二.pdf"
  })
  void a_name_becomes_safe(String given, String safe) {
    assertThat(FileName.of(given).as(FileKind.PDF, "FORM")).isEqualTo(safe);
  }

  @Test
  void a_missing_name_is_the_code_of_the_material() {
    assertThat(FileName.of(null).as(FileKind.JPEG, "SEAL_IMAGE-1")).isEqualTo("SEAL_IMAGE-1.jpg");
  }

  @Test
  void a_long_name_is_cut() {
    assertThat(FileName.of("长".repeat(300) + ".pdf").as(FileKind.PDF, "FORM"))
        .isEqualTo("长".repeat(100) + ".pdf");
  }

  @Test
  void only_known_extensions_promise_a_content() {
    assertThat(FileName.of("a.exe").contradicts(FileKind.PDF)).isTrue();
    assertThat(FileName.of("a.2026").contradicts(FileKind.PDF)).isFalse();
    assertThat(FileName.of("a.jpeg").contradicts(FileKind.JPEG)).isFalse();
  }
}
