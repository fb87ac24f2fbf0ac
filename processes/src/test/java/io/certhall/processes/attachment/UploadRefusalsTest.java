package io.certhall.processes.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.refusal.RefusalTexts;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.support.TestOrders;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class UploadRefusalsTest {

  private static final String FORM = "APPLICATION_FORM";
  private static final String SEAL = "SEAL_IMAGE-1";
  private static final int MEGABYTE = 1024 * 1024;

  private final Attachments attachments;
  private final TestOrders orders;
  private Actor applicant = Actor.SYSTEM;
  private String orderNo = "";

  UploadRefusalsTest(Attachments attachments, TestOrders orders) {
    this.attachments = attachments;
    this.orders = orders;
  }

  @BeforeEach
  void a_draft() {
    applicant = orders.applicant();
    orderNo = orders.draft(applicant);
  }

  @Test
  void a_file_over_the_limit_is_refused_naming_the_limit_and_not_read_to_its_end() {
    CountedZeros endless = new CountedZeros();

    var refusal = Refused.by(() -> attachments.put(applicant, orderNo, SEAL, "印模.jpg", endless));

    assertThat(refusal.kind()).isEqualTo(RefusalKind.TOO_LARGE);
    assertThat(RefusalTexts.text(refusal.problems().getFirst(), Locale.CHINESE)).contains("3 MB");
    assertThat(endless.read).isEqualTo(3 * MEGABYTE + 1);
  }

  @Test
  void a_word_file_is_refused_naming_the_allowed_formats() {
    var refusal =
        Refused.by(
            () ->
                attachments.put(applicant, orderNo, FORM, "申请表.docx", stream(SampleFiles.docx())));

    assertThat(refusal.kind()).isEqualTo(RefusalKind.UNSUPPORTED_TYPE);
    assertThat(refusal.code()).isEqualTo("UNSUPPORTED_TYPE");
    assertThat(RefusalTexts.text(refusal.problems().getFirst(), Locale.CHINESE)).contains("pdf");
  }

  @Test
  @Tag("GS-59")
  void content_counts_not_the_name() {
    assertThat(put(FORM, "申请表.pdf", SampleFiles.exe())).containsExactly("UNSUPPORTED_TYPE");
    assertThat(put(FORM, "申请表.pdf", SampleFiles.jpeg())).containsExactly("UNSUPPORTED_TYPE");
    assertThat(put(SEAL, "印模.jpg", SampleFiles.pdf())).containsExactly("UNSUPPORTED_TYPE");
    assertThat(put(SEAL, "印模.jpg", SampleFiles.picture("png", 20, 20)))
        .containsExactly("UNSUPPORTED_TYPE");
  }

  @Test
  void a_name_that_promises_another_content_is_refused() {
    assertThat(put(FORM, "申请表.docx", SampleFiles.pdf())).containsExactly("FILE_NAME_CONTRADICTS");
    assertThat(put(FORM, "申请表.jpg", SampleFiles.pdf())).containsExactly("FILE_NAME_CONTRADICTS");
  }

  @Test
  void a_pdf_with_a_password_or_permissions_is_refused_with_words() {
    assertThat(put(FORM, "a.pdf", SampleFiles.pdfWithPassword())).containsExactly("PDF_ENCRYPTED");
    assertThat(put(FORM, "a.pdf", SampleFiles.pdfWithPermissions()))
        .containsExactly("PDF_ENCRYPTED");
  }

  @Test
  void damaged_and_empty_files_are_refused() {
    byte[] jpeg = SampleFiles.jpeg();
    byte[] halfJpeg = Arrays.copyOf(jpeg, jpeg.length / 2);

    assertThat(put(FORM, "a.pdf", new byte[0])).containsExactly("FILE_EMPTY");
    assertThat(put(FORM, "a.pdf", "%PDF-1.7 and nothing else".getBytes()))
        .containsExactly("FILE_DAMAGED");
    assertThat(put(FORM, "a.pdf", SampleFiles.pdfWithoutPages())).containsExactly("FILE_DAMAGED");
    assertThat(put(SEAL, "a.jpg", halfJpeg)).containsExactly("FILE_DAMAGED");
    assertThat(put(SEAL, "a.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
        .containsExactly("FILE_DAMAGED");
  }

  private List<String> put(String code, String name, byte[] content) {
    return Refused.codes(() -> attachments.put(applicant, orderNo, code, name, stream(content)));
  }

  private static InputStream stream(byte[] content) {
    return new ByteArrayInputStream(content);
  }

  /** An upload without an end. */
  private static final class CountedZeros extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      read += length;
      return length;
    }
  }
}
