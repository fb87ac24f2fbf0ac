package io.certhall.processes.seal;

import static io.certhall.db.generated.Tables.STAMP_PICTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.seal.SealPicture.Source;
import io.certhall.processes.security.Actor;
import io.certhall.processes.stamp.InkPicture;
import io.certhall.processes.stamp.StampSheet.Cut;
import io.certhall.processes.stamp.StampedPaper;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestOrders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class StampsTest {

  private static final String SHEET = "SEAL_IMAGE-1";

  private final Stamps stamps;
  private final SealWishes wishes;
  private final TestOrders orders;
  private final OrderSubmission submission;
  private final DSLContext dsl;
  private Actor applicant = Actor.SYSTEM;
  private String orderNo = "";

  StampsTest(
      Stamps stamps,
      SealWishes wishes,
      TestOrders orders,
      OrderSubmission submission,
      DSLContext dsl) {
    this.stamps = stamps;
    this.wishes = wishes;
    this.orders = orders;
    this.submission = submission;
    this.dsl = dsl;
  }

  @BeforeEach
  void a_draft() {
    applicant = orders.applicant();
    orderNo = orders.draft(applicant);
  }

  @Test
  @Tag("GS-54")
  void the_applicant_agrees_to_the_stamp_on_his_sheet_and_looks_again_at_another() {
    assertThat(states()).containsOnly(StampState.MISSING);
    assertThat(Refused.codes(() -> stamps.cut(applicant, orderNo, 1, "OFFICIAL")))
        .containsExactly("STAMP_SHEET_MISSING");

    attach(StampedPaper.jpeg(200, 42));
    assertThat(states().getFirst()).isEqualTo(StampState.OPEN);
    List<Cut> cuts = stamps.cut(applicant, orderNo, 1, "OFFICIAL");
    InkPicture confirmed = stamps.confirm(applicant, orderNo, 1, "OFFICIAL", 0);

    assertThat(confirmed.png()).isEqualTo(cuts.getFirst().picture().png());
    assertThat(states().getFirst()).isEqualTo(StampState.CONFIRMED);
    assertThat(stamps.confirmed(applicant, orderNo, 1, "OFFICIAL").widthMm())
        .isCloseTo(42, within(1));
    byte[] kept =
        dsl.select(STAMP_PICTURE.PICTURE_ENC)
            .from(STAMP_PICTURE)
            .where(STAMP_PICTURE.ORDER_NO.eq(orderNo))
            .fetchSingle()
            .value1();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("PNG");

    attach(StampedPaper.jpeg(200, 46));
    assertThat(states().getFirst()).isEqualTo(StampState.OPEN);
    assertThat(Refused.codes(() -> stamps.confirmed(applicant, orderNo, 1, "OFFICIAL")))
        .containsExactly("STAMP_NOT_CONFIRMED");
    assertThat(stamps.confirm(applicant, orderNo, 1, "OFFICIAL", 0).widthMm())
        .isCloseTo(46, within(1));
  }

  @Test
  void a_refusal_names_the_material_and_nothing_is_stored() {
    attach(StampedPaper.blank());

    var refusal = Refused.by(() -> stamps.confirm(applicant, orderNo, 1, "OFFICIAL", 0));

    assertThat(refusal.code()).isEqualTo("STAMP_NOT_FOUND");
    assertThat(refusal.problems().getFirst().path()).isEqualTo("materials." + SHEET);
    assertThat(states()).doesNotContain(StampState.CONFIRMED);
  }

  @Test
  void only_what_is_there_and_asked_for_is_agreed_to_by_its_owner_while_he_may_edit() {
    attach(StampedPaper.jpeg(150, 42));

    assertThat(Refused.codes(() -> stamps.confirm(applicant, orderNo, 1, "OFFICIAL", 4)))
        .containsExactly("STAMP_CHOICE_UNKNOWN");
    assertThat(Refused.codes(() -> stamps.confirm(applicant, orderNo, 1, "SIGNATURE", 0)))
        .containsExactly("STAMP_NOT_WANTED");
    assertThat(Refused.by(() -> stamps.cut(orders.applicant(), orderNo, 1, "OFFICIAL")).kind())
        .isEqualTo(RefusalKind.NOT_FOUND);
    orders.submit(applicant, orderNo);
    assertThat(Refused.codes(() -> stamps.confirm(applicant, orderNo, 1, "OFFICIAL", 0)))
        .containsExactly("ORDER_LOCKED");
  }

  @Test
  @Tag("SZ-11")
  void a_seal_gets_the_picture_agreed_to_else_the_stamp_on_the_sheet_else_a_drawn_one() {
    orders.attachAll(applicant, orderNo);
    attach(StampedPaper.jpeg(150, 46));
    InkPicture confirmed = stamps.confirm(applicant, orderNo, 1, "OFFICIAL", 0);
    submission.submit(applicant, orderNo);

    List<SealWish> made = made("OFFICIAL", "FINANCE", "LEGAL_REP");

    assertThat(made)
        .extracting(wish -> wish.picture().source())
        .containsExactly(Source.CONFIRMED, Source.DRAWN, Source.DRAWN);
    assertThat(made("FINANCE").getFirst().picture().source()).isEqualTo(Source.SHEET);
    assertThat(made.getFirst().picture().png()).isEqualTo(confirmed.png());
    assertThat(made.getFirst().fullName()).isEqualTo("甘肃某某建设有限公司公章");
    assertThat(made.get(2).owner()).isNotEqualTo("甘肃某某建设有限公司");
    assertThat(made.get(2).picture().widthMm()).isEqualTo(20);
  }

  private List<SealWish> made(String... codes) {
    return wishes
        .of(
            orders.order(orderNo),
            List.of(new SealWishes.Carrier(1, List.of(codes), "甘肃某某建设有限公司", null, null)))
        .getOrDefault(1, List.of());
  }

  private void attach(byte[] jpeg) {
    orders.attach(applicant, orderNo, SHEET, "印模.jpg", jpeg);
  }

  private List<StampState> states() {
    return stamps.of(applicant, orderNo).stream().map(StampView::state).toList();
  }
}
