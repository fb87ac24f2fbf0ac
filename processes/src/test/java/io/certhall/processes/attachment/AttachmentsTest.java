package io.certhall.processes.attachment;

import static io.certhall.db.generated.Tables.ATTACHMENT;
import static io.certhall.db.generated.Tables.ATTACHMENT_CONTENT;
import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class AttachmentsTest {

  private static final String FORM = "APPLICATION_FORM";
  private static final String SEAL = "SEAL_IMAGE-1";
  private static final int MEGABYTE = 1024 * 1024;

  private final Attachments attachments;
  private final TestOrders orders;
  private final TestAccounts accounts;
  private final DSLContext dsl;
  private Actor applicant = Actor.SYSTEM;
  private String orderNo = "";

  AttachmentsTest(
      Attachments attachments, TestOrders orders, TestAccounts accounts, DSLContext dsl) {
    this.attachments = attachments;
    this.orders = orders;
    this.accounts = accounts;
    this.dsl = dsl;
  }

  @BeforeEach
  void a_draft() {
    applicant = orders.applicant();
    orderNo = orders.draft(applicant);
  }

  @Test
  void an_uploaded_file_comes_back_as_it_was() throws IOException {
    byte[] pdf = SampleFiles.pdf();

    AttachmentView stored =
        attachments.put(applicant, orderNo, FORM, "C:\\扫描\\申请表.PDF", stream(pdf));
    StoredFile opened = attachments.open(applicant, orderNo, FORM);

    assertThat(stored.fileName()).isEqualTo("申请表.pdf");
    assertThat(stored.format()).isEqualTo("pdf");
    assertThat(stored.sizeBytes()).isEqualTo(pdf.length);
    assertThat(opened.content()).isEqualTo(pdf);
    assertThat(opened.fileName()).isEqualTo("申请表.pdf");
    assertThat(opened.mediaType()).isEqualTo("application/pdf");
    assertThat(attachments.list(applicant, orderNo)).containsExactly(stored);
  }

  @Test
  void a_file_is_encrypted_at_rest() {
    orders.attach(applicant, orderNo, FORM, "a.pdf", SampleFiles.pdf());

    byte[] kept =
        dsl.select(ATTACHMENT_CONTENT.CONTENT_ENC)
            .from(ATTACHMENT_CONTENT)
            .join(ATTACHMENT)
            .on(ATTACHMENT.ID.eq(ATTACHMENT_CONTENT.ATTACHMENT_ID))
            .where(ATTACHMENT.ORDER_NO.eq(orderNo))
            .fetchSingle(ATTACHMENT_CONTENT.CONTENT_ENC);

    assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("%PDF");
  }

  @Test
  @Tag("GS-58")
  @Tag("GS-62")
  void a_new_file_takes_the_place_of_the_old_one_which_stays_on_record() throws IOException {
    attachments.put(applicant, orderNo, FORM, "旧.pdf", stream(SampleFiles.pdf()));
    attachments.put(applicant, orderNo, FORM, "新.pdf", stream(SampleFiles.pdf()));

    assertThat(attachments.list(applicant, orderNo))
        .extracting(AttachmentView::fileName)
        .containsExactly("新.pdf");
    var rows =
        dsl.select(ATTACHMENT.ID, ATTACHMENT.SUPERSEDED_BY)
            .from(ATTACHMENT)
            .where(ATTACHMENT.ORDER_NO.eq(orderNo))
            .orderBy(ATTACHMENT.ID)
            .fetch();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).value2()).isEqualTo(rows.get(1).value1());
    assertThat(rows.get(1).value2()).isZero();
  }

  @Test
  @Tag("GS-53")
  void materials_follow_what_is_applied_for_while_the_order_is_a_draft() throws IOException {
    attachments.put(applicant, orderNo, SEAL, "印模.jpg", stream(SampleFiles.jpeg()));

    List<MaterialView> materials = attachments.materials(applicant, orderNo);

    assertThat(materials)
        .extracting(MaterialView::code)
        .containsExactly(FORM, "POWER_OF_ATTORNEY", "SERVICE_AGREEMENT", SEAL);
    assertThat(materials.getFirst().template()).isEqualTo("application-form");
    assertThat(materials.getFirst().attached()).isNull();
    MaterialView seal = materials.getLast();
    assertThat(seal.labelZh()).contains("公章、财务专用章、合同专用章");
    assertThat(seal.labelEn()).contains("Official seal");
    assertThat(seal.attached()).isNotNull();
  }

  @Test
  void materials_of_a_submitted_order_are_frozen() {
    orders.submit(applicant, orderNo);

    List<MaterialView> materials = attachments.materials(applicant, orderNo);

    assertThat(materials).hasSize(4).allSatisfy(m -> assertThat(m.attached()).isNotNull());
    assertThat(materials.getLast().formats()).containsExactly("jpg", "jpeg");
    assertThat(materials.getLast().labelEn()).contains("Official seal");
  }

  @Test
  @Tag("GS-66")
  void a_submitted_order_takes_no_files_and_gives_none_away() {
    orders.submit(applicant, orderNo);

    assertThat(put(FORM, "a.pdf", SampleFiles.pdf())).containsExactly("ORDER_LOCKED");
    assertThat(Refused.codes(() -> attachments.delete(applicant, orderNo, FORM)))
        .containsExactly("ORDER_LOCKED");
  }

  @Test
  void a_rejected_order_takes_a_corrected_file() throws IOException {
    orders.submit(applicant, orderNo);
    orders.move(orderNo, OrderState.REJECTED);

    AttachmentView stored =
        attachments.put(applicant, orderNo, FORM, "补盖章.pdf", stream(SampleFiles.pdf()));

    assertThat(attachments.list(applicant, orderNo)).contains(stored).hasSize(4);
  }

  @Test
  void a_code_the_order_does_not_ask_for_is_unknown() {
    assertThat(put("SEAL_IMAGE-2", "a.jpg", SampleFiles.jpeg()))
        .containsExactly("MATERIAL_UNKNOWN");
  }

  @Test
  void someone_elses_order_does_not_exist() {
    orders.attach(applicant, orderNo, FORM, "a.pdf", SampleFiles.pdf());
    Actor other = orders.applicant();
    Actor reviewer = accounts.staff(Role.REVIEWER);

    assertThat(
            Refused.by(
                    () -> attachments.put(other, orderNo, FORM, "a.pdf", stream(SampleFiles.pdf())))
                .kind())
        .isEqualTo(RefusalKind.NOT_FOUND);
    assertThat(Refused.codes(() -> attachments.open(other, orderNo, FORM)))
        .containsExactly("ORDER_UNKNOWN");
    assertThat(Refused.codes(() -> attachments.list(other, orderNo)))
        .containsExactly("ORDER_UNKNOWN");
    assertThat(Refused.codes(() -> attachments.materials(other, orderNo)))
        .containsExactly("ORDER_UNKNOWN");
    assertThat(Refused.codes(() -> attachments.delete(other, orderNo, FORM)))
        .containsExactly("ORDER_UNKNOWN");
    // A draft is nobody's business yet.
    assertThat(Refused.codes(() -> attachments.open(reviewer, orderNo, FORM)))
        .containsExactly("ORDER_UNKNOWN");
  }

  @Test
  void staff_read_files_of_submitted_orders_on_record_but_never_change_them() {
    orders.submit(applicant, orderNo);
    Actor reviewer = accounts.staff(Role.REVIEWER);

    assertThat(attachments.open(reviewer, orderNo, FORM).content()).isNotEmpty();

    assertThat(
            dsl.fetchCount(
                AUDIT_LOG,
                AUDIT_LOG
                    .ENTITY_ID
                    .eq(orderNo)
                    .and(AUDIT_LOG.ACTION.eq("attachment.read"))
                    .and(AUDIT_LOG.ACTOR_ID.eq(reviewer.accountId()))))
        .isEqualTo(1);
    assertThat(Refused.codes(() -> attachments.delete(reviewer, orderNo, FORM)))
        .containsExactly("ORDER_UNKNOWN");
  }

  @Test
  void uploads_and_deletions_are_on_record() {
    orders.attach(applicant, orderNo, FORM, "a.pdf", SampleFiles.pdf());
    attachments.delete(applicant, orderNo, FORM);

    assertThat(
            dsl.select(AUDIT_LOG.ACTION)
                .from(AUDIT_LOG)
                .where(AUDIT_LOG.ENTITY_ID.eq(orderNo), AUDIT_LOG.ACTION.startsWith("attachment"))
                .orderBy(AUDIT_LOG.ID)
                .fetch(AUDIT_LOG.ACTION))
        .containsExactly("attachment.stored", "attachment.deleted");
  }

  @Test
  void a_file_deleted_before_submission_is_erased() {
    orders.attach(applicant, orderNo, FORM, "a.pdf", SampleFiles.pdf());

    attachments.delete(applicant, orderNo, FORM);

    assertThat(dsl.fetchCount(ATTACHMENT, ATTACHMENT.ORDER_NO.eq(orderNo))).isZero();
    assertThat(Refused.codes(() -> attachments.open(applicant, orderNo, FORM)))
        .containsExactly("ATTACHMENT_UNKNOWN");
    assertThat(Refused.codes(() -> attachments.delete(applicant, orderNo, FORM)))
        .containsExactly("ATTACHMENT_UNKNOWN");
  }

  @Test
  void a_file_that_was_submitted_stays_on_record_when_it_is_deleted() {
    orders.submit(applicant, orderNo);
    orders.move(orderNo, OrderState.REJECTED);

    attachments.delete(applicant, orderNo, FORM);

    assertThat(attachments.list(applicant, orderNo)).hasSize(3);
    assertThat(dsl.fetchCount(ATTACHMENT, ATTACHMENT.ORDER_NO.eq(orderNo))).isEqualTo(4);
  }

  @Test
  void the_largest_file_allowed_is_stored() throws IOException {
    byte[] largest = Arrays.copyOf(SampleFiles.pdf(), 10 * MEGABYTE);

    attachments.put(applicant, orderNo, FORM, "大.pdf", stream(largest));

    assertThat(attachments.open(applicant, orderNo, FORM).content()).isEqualTo(largest);
  }

  @Test
  void a_second_certificate_asks_for_its_own_seal_images() {
    String two =
        orders.draft(
            applicant,
            TestOrders.form(
                null,
                TestOrders.item(CertificateType.ORG_BUSINESS, "OFFICIAL"),
                TestOrders.item(CertificateType.ORG_BUSINESS, "CONTRACT")));

    assertThat(attachments.materials(applicant, two))
        .extracting(MaterialView::code)
        .contains("SEAL_IMAGE-1", "SEAL_IMAGE-2");
  }

  private List<String> put(String code, String name, byte[] content) {
    return Refused.codes(() -> attachments.put(applicant, orderNo, code, name, stream(content)));
  }

  private static InputStream stream(byte[] content) {
    return new ByteArrayInputStream(content);
  }
}
