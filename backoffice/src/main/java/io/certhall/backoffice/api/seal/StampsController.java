package io.certhall.backoffice.api.seal;

import io.certhall.backoffice.api.Page;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.seal.StampView;
import io.certhall.processes.seal.Stamps;
import io.certhall.processes.security.Actor;
import io.certhall.processes.stamp.InkPicture;
import io.certhall.processes.stamp.StampSheet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "seals")
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/stamps")
class StampsController {

  private final Stamps stamps;

  StampsController(Stamps stamps) {
    this.stamps = stamps;
  }

  /**
   * A stamp cut out of a sheet.
   *
   * @param choice names it in the answer to the question which one
   * @param png with transparent ground, in Base64
   * @param likely has the outline of its kind
   */
  record Cut(int choice, int widthMm, int heightMm, boolean likely, byte[] png) {

    static Cut of(int choice, StampSheet.Cut cut) {
      InkPicture picture = cut.picture();
      return new Cut(choice, picture.widthMm(), picture.heightMm(), cut.likely(), picture.png());
    }
  }

  record Choice(@Nullable Integer choice) {}

  record Confirmed(int itemSeq, String code, int widthMm, int heightMm) {}

  @Operation(
      summary = "印模清单 · The seals of the order and their pictures",
      description = "MISSING until the stamped sheet is attached, then OPEN until CONFIRMED.")
  @GetMapping
  Page<StampView> list(@AuthenticationPrincipal Actor actor, @PathVariable String orderNo) {
    return Page.all(stamps.of(actor, orderNo));
  }

  @Operation(
      summary = "取出印模 · The stamps on the sheet that may be this seal",
      description =
          "The likeliest first. 422 STAMP_NOT_FOUND, STAMP_TOO_SMALL, STAMP_AT_BORDER say what to"
              + " do.")
  @GetMapping("/{itemSeq}/{code}")
  Page<Cut> cut(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable int itemSeq,
      @PathVariable String code) {
    List<StampSheet.Cut> cuts = stamps.cut(actor, orderNo, itemSeq, code);
    return Page.all(IntStream.range(0, cuts.size()).mapToObj(i -> Cut.of(i, cuts.get(i))).toList());
  }

  @Operation(
      summary = "确认印模 · Agree to one of them",
      description = "It becomes the seal's picture. Void when another sheet is attached.")
  @PostMapping("/{itemSeq}/{code}")
  Confirmed confirm(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable int itemSeq,
      @PathVariable String code,
      @RequestBody Choice body) {
    if (body.choice() == null) {
      throw Refusal.malformed("choice", "FIELD_REQUIRED");
    }
    InkPicture picture = stamps.confirm(actor, orderNo, itemSeq, code, body.choice());
    return new Confirmed(itemSeq, code, picture.widthMm(), picture.heightMm());
  }
}
