package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.SampleFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
class AttachmentsApiTest {

  private final Api api;
  private final Scenes scenes;

  AttachmentsApiTest(Api api, Scenes scenes) {
    this.api = api;
    this.scenes = scenes;
  }

  @Test
  @Tag("GS-62")
  void a_file_is_attached_shown_with_its_order_read_back_and_taken_away() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.draft(applicant);
    String form = form(orderNo);
    byte[] pdf = SampleFiles.pdf();

    Answer stored = applicant.upload(form, "申请表 盖章.pdf", pdf).is(200);

    assertThat(stored.string("fileName")).isEqualTo("申请表 盖章.pdf");
    assertThat(stored.string("format")).isEqualTo("pdf");
    assertThat(stored.json().path("sizeBytes").asInt()).isEqualTo(pdf.length);
    assertThat(
            applicant
                .get("/api/v1/orders/" + orderNo)
                .json()
                .path("materials")
                .get(0)
                .path("attached")
                .path("fileName")
                .asString())
        .isEqualTo("申请表 盖章.pdf");
    Answer read = applicant.get(form).is(200);
    assertThat(read.bytes()).isEqualTo(pdf);
    assertThat(read.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(read.header("Content-Disposition")).startsWith("attachment;");
    assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
    applicant.delete(form).is(204);
    applicant.get(form).isProblem(404, "ATTACHMENT_UNKNOWN");
    applicant.delete(form).isProblem(404, "ATTACHMENT_UNKNOWN");
  }

  @Test
  @Tag("GS-59")
  void a_file_that_is_no_pdf_is_refused_with_the_formats_allowed() {
    Caller applicant = scenes.applicant();
    String form = form(scenes.draft(applicant));

    assertThat(
            applicant
                .upload(form, "form.docx", SampleFiles.docx())
                .isProblem(415, "UNSUPPORTED_TYPE")
                .string("detail"))
        .containsIgnoringCase("pdf");
    applicant.upload(form, "renamed.pdf", SampleFiles.exe()).isProblem(415, "UNSUPPORTED_TYPE");
    applicant.upload(form, "seal.jpg", SampleFiles.jpeg()).isProblem(415, "UNSUPPORTED_TYPE");
    applicant.upload(form, "empty.pdf", new byte[0]).isProblem(422, "FILE_EMPTY");
  }

  @Test
  void a_file_that_is_too_large_is_refused_by_the_material_or_by_the_server() {
    Caller applicant = scenes.applicant();
    String form = form(scenes.draft(applicant));

    applicant.upload(form, "big.pdf", new byte[15 * 1024 * 1024]).isProblem(413, "TOO_LARGE");
    applicant
        .upload(form, "huge.pdf", new byte[20 * 1024 * 1024 + 1000])
        .isProblem(413, "UPLOAD_TOO_LARGE");
  }

  @Test
  void an_upload_without_a_file_or_of_another_kind_is_refused() {
    Caller applicant = scenes.applicant();
    String form = form(scenes.draft(applicant));
    String[] token = {"Authorization", applicant.bearer()};

    assertThat(
            api.upload(form, "document", "form.pdf", SampleFiles.pdf(), token)
                .isProblem(400, "FIELD_REQUIRED")
                .fields())
        .containsExactly("file:FIELD_REQUIRED");
    applicant.put(form, "{}").isProblem(415, "CONTENT_TYPE_UNSUPPORTED");
  }

  @Test
  void only_materials_of_the_order_are_taken() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.draft(applicant);

    applicant
        .upload("/api/v1/orders/" + orderNo + "/attachments/DIPLOMA", "a.pdf", SampleFiles.pdf())
        .isProblem(404, "MATERIAL_UNKNOWN");
  }

  @Test
  @Tag("GS-62")
  void files_of_a_submitted_order_are_locked_and_open_to_staff() {
    Caller applicant = scenes.applicant();
    String form = form(scenes.submitted(applicant));

    applicant.upload(form, "new.pdf", SampleFiles.pdf()).isProblem(409, "ORDER_LOCKED");
    applicant.delete(form).isProblem(409, "ORDER_LOCKED");
    scenes.staff(Role.REVIEWER).get(form).is(200);
  }

  @Test
  void anothers_files_do_not_exist() {
    Caller applicant = scenes.applicant();
    String form = form(scenes.draft(applicant));
    applicant.upload(form, "form.pdf", SampleFiles.pdf()).is(200);
    Caller stranger = scenes.applicant();

    stranger.get(form).isProblem(404, "ORDER_UNKNOWN");
    stranger.upload(form, "form.pdf", SampleFiles.pdf()).isProblem(404, "ORDER_UNKNOWN");
    stranger.delete(form).isProblem(404, "ORDER_UNKNOWN");
    scenes.staff(Role.REVIEWER).get(form).isProblem(404, "ORDER_UNKNOWN");
    api.get(form).isProblem(401, "TOKEN_MISSING");
  }

  private static String form(String orderNo) {
    return "/api/v1/orders/" + orderNo + "/attachments/APPLICATION_FORM";
  }
}
