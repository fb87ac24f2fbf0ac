package io.certhall.backoffice.api.seal;

import io.certhall.backoffice.api.Download;
import io.certhall.backoffice.api.Page;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.seal.HeldSeal;
import io.certhall.processes.seal.SealFreeze;
import io.certhall.processes.seal.SealQuery;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "seals", description = "电子印章 · Electronic seals, each bound to a certificate")
@RestController
@RequestMapping("/api/v1/seals")
class SealsController {

  private final SealQuery query;
  private final SealFreeze freeze;

  SealsController(SealQuery query, SealFreeze freeze) {
    this.query = query;
    this.freeze = freeze;
  }

  @Operation(
      summary = "印章列表 · Seals by number",
      description =
          "A holder's own, for staff all. `orderNo` is the order that asked for the seal.")
  @GetMapping
  Page<SealBody> list(
      @AuthenticationPrincipal Actor actor,
      @RequestParam(required = false) @Nullable String hall,
      @RequestParam(required = false) @Nullable String orderNo,
      @RequestParam(required = false) @Nullable String certificateSerial,
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(required = false) @Nullable Integer limit) {
    int rows = Page.limit(limit);
    return Page.of(
        query.page(actor, new SealQuery.Filter(hall, orderNo, certificateSerial), after, rows + 1),
        rows,
        HeldSeal::id,
        SealBody::of);
  }

  @Operation(summary = "印章详情 · One seal", description = "404 also for another's.")
  @GetMapping("/{id}")
  SealBody get(@AuthenticationPrincipal Actor actor, @PathVariable String id) {
    return SealBody.of(query.get(actor, number(id)));
  }

  @Operation(
      summary = "下载电子印章 · The signed seal (GB/T 38540), DER",
      description = "For its holder, and for the desk that writes keys. 404 also for another's.")
  @GetMapping("/{id}/seal.der")
  ResponseEntity<byte[]> der(@AuthenticationPrincipal Actor actor, @PathVariable String id) {
    HeldSeal seal = query.get(actor, number(id));
    return Download.of(
        seal.name() + "-" + seal.certificateSerial() + ".der",
        MediaType.APPLICATION_OCTET_STREAM,
        query.der(actor, seal.id()));
  }

  @Operation(
      summary = "印章图片 · The seal's picture, PNG with transparent ground",
      description = "Its true size is in `widthMm` and `heightMm`. For whom `seal.der` is.")
  @GetMapping("/{id}/picture.png")
  ResponseEntity<byte[]> picture(@AuthenticationPrincipal Actor actor, @PathVariable String id) {
    HeldSeal seal = query.get(actor, number(id));
    return Download.of(
        seal.name() + "-" + seal.certificateSerial() + ".png",
        MediaType.IMAGE_PNG,
        query.picture(actor, seal.id()));
  }

  @Operation(
      summary = "冻结印章 · Freeze a seal",
      description = "Its holder, or an administrator. 409 unless it is NORMAL.")
  @PostMapping("/{id}/freeze")
  SealBody freeze(@AuthenticationPrincipal Actor actor, @PathVariable String id) {
    return SealBody.of(freeze.freeze(actor, number(id)));
  }

  @Operation(
      summary = "解冻印章 · Release a frozen seal",
      description = "409 when its holder has not frozen it.")
  @PostMapping("/{id}/release")
  SealBody release(@AuthenticationPrincipal Actor actor, @PathVariable String id) {
    return SealBody.of(freeze.release(actor, number(id)));
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw Refusal.notFound("SEAL_UNKNOWN", id);
    }
  }
}
