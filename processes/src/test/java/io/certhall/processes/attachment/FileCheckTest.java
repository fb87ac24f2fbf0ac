package io.certhall.processes.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.support.Refused;
import io.certhall.processes.support.SampleFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "bmp"})
  void every_kind_of_picture_is_known_by_its_content(String format) {
    byte[] picture = SampleFiles.picture(format, 300, 200);

    assertThat(FileCheck.kind(picture, FileName.of("a"), List.of(format)).extension())
        .isEqualTo(format);
  }

  @Test
  void a_jpeg_passes_under_either_of_its_extensions() {
    assertThat(FileCheck.kind(SampleFiles.jpeg(), FileName.of("a.jpeg"), List.of("jpeg")))
        .isEqualTo(FileKind.JPEG);
  }

  @Test
  void a_picture_that_unfolds_into_gigabytes_is_refused_before_it_does() {
    byte[] bomb = SampleFiles.pictureBomb();

    assertThat(bomb).hasSizeLessThan(1024 * 1024);
    assertThat(Refused.codes(() -> FileCheck.kind(bomb, FileName.of("a.png"), List.of("png"))))
        .containsExactly("IMAGE_TOO_BIG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
        "/Type /XRef /Filter [ /FlateDecode ]",
        "/Type /#4FbjStm /Filter/FlateDecode",
        "/N 1 /First 4 /Filter [/FlateDecode /FlateDecode]",
        "/Type /ObjStm /Filter /LZWDecode",
        "/Type /ObjStm /Filter 7 0 R"
      })
  void a_pdf_whose_tables_unfold_into_too_much_is_refused_before_they_do(String dictionary) {
    byte[] bomb = SampleFiles.pdfBomb(dictionary);

    assertThat(PdfStructure.unfoldsTooFar(bomb)).isTrue();
    assertThat(Refused.codes(() -> FileCheck.kind(bomb, FileName.of("a.pdf"), List.of("pdf"))))
        .containsExactly("FILE_DAMAGED");
  }

  @Test
  void large_pictures_in_a_pdf_are_no_tables() {
    byte[] scan = SampleFiles.pdfBomb("/Type /XObject /Subtype /Image /Filter /FlateDecode");

    byte[] afterOutlines =
        SampleFiles.pdfBomb(
            "/Type /Outlines /First 3 0 R /Next 4 0 R >> endobj 2 0 obj << /Filter /DCTDecode");

    assertThat(PdfStructure.unfoldsTooFar(scan)).isFalse();
    assertThat(PdfStructure.unfoldsTooFar(afterOutlines)).isFalse();
    assertThat(PdfStructure.unfoldsTooFar(SampleFiles.pdf())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp"})
  void half_a_picture_is_refused(String format) {
    byte[] picture = SampleFiles.picture(format, 300, 200);
    byte[] half = java.util.Arrays.copyOf(picture, picture.length / 2);

    assertThat(Refused.codes(() -> FileCheck.kind(half, FileName.of("a"), List.of(format))))
        .containsExactly("FILE_DAMAGED");
  }
}
