package io.certhall.processes.stamp;

import static io.certhall.processes.stamp.DrawnSheet.BLUE;
import static io.certhall.processes.stamp.DrawnSheet.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.certhall.bpmn.SealForm;
import io.certhall.processes.stamp.StampSheet.Cut;
import io.certhall.processes.support.Refused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampSheetTest {

  private static final SealForm OFFICIAL = SealForm.usual("OFFICIAL");
  private static final SealForm LEGAL_REP = SealForm.usual("LEGAL_REP");
  private static final SealForm SIGNATURE = SealForm.usual("SIGNATURE");
  private static final SealForm PRACTICE = SealForm.usual("PRACTICE");

  @ParameterizedTest
  @CsvSource({
    "150, 42, 0, 0, 0",
    "300, 42, 9, 0.25, 17",
    "200, 38.5, 6, 0.4, -30",
    "200, 58, 4, 0, 90"
  })
  @Tag("GS-60")
  void a_round_stamp_is_found_where_it_stands_and_cut_in_its_true_size(
      int dpi, double diameter, double noise, double shadow, double turned) {
    DrawnSheet sheet = DrawnSheet.a4(dpi).printed(20, 20, 170, 6);
    Area drawn = sheet.stamp(DrawnSheet.round(diameter), 120, 170, turned, RED);
    sheet.scanned(noise, shadow);

    List<Cut> cuts = StampSheet.cut("file", "jpg", sheet.sizedJpeg(), OFFICIAL);

    assertThat(cuts).hasSize(1);
    Cut cut = cuts.getFirst();
    assertThat(cut.likely()).isTrue();
    assertThat(cut.leftMm()).isCloseTo(120 - diameter / 2, within(0.6));
    assertThat(cut.topMm()).isCloseTo(170 - diameter / 2, within(0.6));
    assertThat(cut.picture().widthMm()).isCloseTo((int) Math.round(diameter), within(1));
    assertThat(cut.picture().heightMm()).isCloseTo((int) Math.round(diameter), within(1));
    assertThat(match(cut, drawn, sheet.perMm())).isGreaterThan(0.8);
  }

  @Test
  void the_cleaned_picture_has_the_stamps_colour_and_a_transparent_ground() {
    DrawnSheet sheet = DrawnSheet.a4(200);
    sheet.stamp(DrawnSheet.round(42), 100, 100, 0, RED);
    sheet.scanned(8, 0.2);

    BufferedImage picture = image(cut(sheet, OFFICIAL));

    for (int[] place : new int[][] {{0, 0}, {1, 1}, {picture.getWidth() - 1, 0}}) {
      assertThat(picture.getRGB(place[0], place[1]) >>> 24).isZero();
    }
    int middle = picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2);
    assertThat(middle >>> 24).isEqualTo(255);
    assertThat(middle >> 16 & 255).isBetween(160, 230);
    assertThat(middle & 255).isLessThan(90);
  }

  @Test
  void printed_words_across_the_stamp_drop_out() {
    DrawnSheet sheet = DrawnSheet.a4(200);
    Area drawn = sheet.stamp(DrawnSheet.round(42), 100, 100, 5, RED);
    sheet.printed(70, 96, 60, 2).scanned(6, 0.1);

    Cut cut = cut(sheet, OFFICIAL);

    assertThat(cut.picture().widthMm()).isCloseTo(42, within(1));
    assertThat(match(cut, drawn, sheet.perMm())).isGreaterThan(0.75);
  }

  @Test
  void an_oval_and_a_square_stamp_are_told_from_a_round_one_on_the_same_sheet() {
    DrawnSheet sheet = DrawnSheet.a4(200).printed(20, 20, 170, 4);
    sheet.stamp(DrawnSheet.round(42), 60, 90, 0, RED);
    sheet.stamp(DrawnSheet.square(20), 140, 90, 0, RED);
    sheet.stamp(DrawnSheet.oval(45, 30), 60, 180, 0, RED);
    sheet.scanned(6, 0.2);

    assertThat(cut(sheet, OFFICIAL).leftMm()).isCloseTo(39, within(1.0));
    Cut name = cut(sheet, LEGAL_REP);
    assertThat(name.leftMm()).isCloseTo(130, within(1.0));
    assertThat(name.picture().widthMm()).isCloseTo(20, within(1));
    Cut practice = cut(sheet, PRACTICE);
    assertThat(practice.topMm()).isCloseTo(165, within(1.0));
    assertThat(practice.picture().widthMm()).isCloseTo(45, within(1));
    assertThat(practice.picture().heightMm()).isCloseTo(30, within(1));
  }

  @ParameterizedTest
  @CsvSource({"7", "-20", "33"})
  void a_turned_square_stamp_is_straightened(double degrees) {
    DrawnSheet sheet = DrawnSheet.a4(200);
    sheet.stamp(DrawnSheet.square(22), 100, 100, degrees, RED);
    sheet.scanned(6, 0.1);

    Cut cut = cut(sheet, LEGAL_REP);

    assertThat(cut.likely()).isTrue();
    assertThat(cut.picture().widthMm()).isCloseTo(22, within(1));
    assertThat(cut.picture().heightMm()).isCloseTo(22, within(1));
    Area straight = DrawnSheet.square(22);
    assertThat(matchAnyTurn(cut, straight)).isGreaterThan(0.8);
  }

  @Test
  void a_blue_signature_is_found_among_printed_words() {
    DrawnSheet sheet = DrawnSheet.a4(200).printed(20, 20, 170, 8);
    Area drawn = sheet.stamp(DrawnSheet.signature(38, 14), 120, 200, 0, BLUE);
    sheet.scanned(6, 0.2);

    Cut cut = cut(sheet, SIGNATURE);

    assertThat(cut.leftMm()).isCloseTo(101, within(1.5));
    assertThat(cut.picture().widthMm()).isCloseTo(38, within(1));
    assertThat(match(cut, drawn, sheet.perMm())).isGreaterThan(0.6);
  }

  @Test
  void a_black_signature_is_found_on_a_sheet_without_words() {
    DrawnSheet sheet = DrawnSheet.a4(200);
    sheet.stamp(DrawnSheet.signature(38, 14), 100, 100, 0, new Color(30, 30, 34));
    sheet.scanned(6, 0.2);

    assertThat(cut(sheet, SIGNATURE).picture().widthMm()).isCloseTo(38, within(1));
  }

  @Test
  @Tag("GX-30")
  void a_stamp_put_twice_gives_two_to_choose_from() {
    DrawnSheet sheet = DrawnSheet.a4(150);
    sheet.stamp(DrawnSheet.round(42), 60, 100, 0, RED);
    sheet.stamp(DrawnSheet.round(42), 150, 100, 20, RED);

    assertThat(StampSheet.cut("file", "png", sheet.sizedPng(), OFFICIAL))
        .hasSize(2)
        .allMatch(Cut::likely);
  }

  @Test
  void without_a_resolution_an_a4_sheet_still_has_its_size() {
    DrawnSheet sheet = DrawnSheet.a4(180);
    sheet.stamp(DrawnSheet.round(40), 100, 100, 0, RED);

    assertThat(cutOf("png", sheet.file("png"), OFFICIAL).picture().widthMm())
        .isCloseTo(40, within(1));
  }

  @Test
  void a_photo_of_unknown_scale_takes_the_usual_size_of_the_seal() {
    DrawnSheet sheet = new DrawnSheet(80, 70, 300);
    sheet.stamp(DrawnSheet.round(50), 40, 35, 0, RED);

    assertThat(cutOf("png", sheet.file("png"), OFFICIAL).picture().widthMm()).isEqualTo(42);
  }

  @Test
  void a_pdf_scan_has_the_size_of_its_page() throws Exception {
    DrawnSheet sheet = DrawnSheet.a4(200);
    sheet.stamp(DrawnSheet.round(42), 100, 150, 0, RED);
    sheet.scanned(5, 0.1);

    Cut cut = cutOf("pdf", pdf(sheet.image()), OFFICIAL);

    assertThat(cut.picture().widthMm()).isCloseTo(42, within(1));
    assertThat(cut.leftMm()).isCloseTo(79, within(1.0));
  }

  @Test
  void a_sheet_without_a_stamp_is_refused() {
    DrawnSheet sheet = DrawnSheet.a4(150).printed(20, 20, 170, 20).scanned(9, 0.3);

    assertThat(codes("jpg", sheet.sizedJpeg(), OFFICIAL)).containsExactly("STAMP_NOT_FOUND");
  }

  @Test
  void a_stamp_over_the_edge_is_refused() {
    DrawnSheet sheet = DrawnSheet.a4(150);
    sheet.stamp(DrawnSheet.round(42), 10, 100, 0, RED);

    assertThat(codes("jpg", sheet.sizedJpeg(), OFFICIAL)).containsExactly("STAMP_AT_BORDER");
  }

  @Test
  void a_stamp_much_smaller_than_such_seals_is_refused() {
    DrawnSheet sheet = DrawnSheet.a4(200);
    sheet.stamp(DrawnSheet.round(15), 100, 100, 0, RED);

    assertThat(codes("jpg", sheet.sizedJpeg(), OFFICIAL)).containsExactly("STAMP_TOO_SMALL");
  }

  @Test
  void a_picture_that_would_unfold_too_far_is_refused_before_it_does() {
    byte[] png = DrawnSheet.a4(100).file("png");
    png[16] = 0x00;
    png[17] = 0x01;
    png[20] = 0x00;
    png[21] = 0x01;

    assertThat(codes("png", png, OFFICIAL)).containsExactly("SHEET_TOO_BIG");
  }

  @Test
  void a_file_that_is_no_picture_is_refused_in_words_about_the_field() {
    assertThat(codes("jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3}, OFFICIAL))
        .containsExactly("SHEET_UNREADABLE");
    assertThat(
            Refused.by(() -> StampSheet.cut("materials.SEAL", "pdf", new byte[9], OFFICIAL))
                .problems()
                .getFirst()
                .path())
        .isEqualTo("materials.SEAL");
  }

  private static Cut cut(DrawnSheet sheet, SealForm form) {
    return cutOf("png", sheet.sizedPng(), form);
  }

  private static Cut cutOf(String format, byte[] file, SealForm form) {
    return StampSheet.cut("file", format, file, form).getFirst();
  }

  private static List<String> codes(String format, byte[] file, SealForm form) {
    return Refused.codes(() -> StampSheet.cut("file", format, file, form));
  }

  private static byte[] pdf(BufferedImage image) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
        pen.drawImage(
            JPEGFactory.createFromImage(document, image, 0.9f),
            0,
            0,
            PDRectangle.A4.getWidth(),
            PDRectangle.A4.getHeight());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /** How much of the ink is the same: the shared part of both together. */
  private static double match(Cut cut, Area drawn, double perMm) {
    Rectangle2D bounds = drawn.getBounds2D();
    double scale = Math.min(12, perMm) / perMm;
    AffineTransform place = AffineTransform.getScaleInstance(scale, scale);
    place.translate(-bounds.getCenterX(), -bounds.getCenterY());
    return match(image(cut), drawn.createTransformedArea(place));
  }

  private static double matchAnyTurn(Cut cut, Area straight) {
    double best = 0;
    for (int quarter = 0; quarter < 4; quarter++) {
      AffineTransform place = AffineTransform.getScaleInstance(200 / 25.4, 200 / 25.4);
      place.rotate(quarter * Math.PI / 2);
      best = Math.max(best, match(image(cut), straight.createTransformedArea(place)));
    }
    return best;
  }

  private static double match(BufferedImage picture, Area drawn) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage wanted = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = wanted.createGraphics();
    pen.translate(width / 2.0, height / 2.0);
    pen.fill(drawn);
    pen.dispose();
    int both = 0;
    int any = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean inked = picture.getRGB(x, y) >>> 24 > 127;
        boolean drawnHere = (wanted.getRGB(x, y) & 255) > 127;
        both += inked && drawnHere ? 1 : 0;
        any += inked || drawnHere ? 1 : 0;
      }
    }
    return (double) both / any;
  }

  private static BufferedImage image(Cut cut) {
    try {
      return ImageIO.read(new ByteArrayInputStream(cut.picture().png()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
