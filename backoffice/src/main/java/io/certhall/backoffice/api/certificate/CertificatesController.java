package io.certhall.backoffice.api.certificate;

import io.certhall.backoffice.api.Download;
import io.certhall.backoffice.api.Page;
import io.certhall.processes.application.CertificateServices;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "certificates", description = "证书 · Certificates that were issued")
@RestController
@RequestMapping("/api/v1/certificates")
class CertificatesController {

  private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

  private final CertificateQuery query;
  private final CertificateServices services;
  private final Clock clock;

  CertificatesController(CertificateQuery query, CertificateServices services, Clock clock) {
    this.query = query;
    this.services = services;
    this.clock = clock;
  }

  @Operation(
      summary = "证书列表 · Certificates by serial number",
      description = "A holder's own, for staff all. `pairSerial` names the twin of each.")
  @GetMapping
  Page<CertificateBody> list(
      @AuthenticationPrincipal Actor actor,
      @RequestParam(required = false) @Nullable String hall,
      @RequestParam(required = false) @Nullable String orderNo,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String keyUsage,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    int rows = Page.limit(limit);
    Instant now = clock.instant();
    return Page.of(
        query.page(
            actor,
            new CertificateQuery.Filter(hall, orderNo, state, keyUsage, text),
            after,
            rows + 1),
        rows,
        CertificateRow::serial,
        row -> CertificateBody.of(row, services.shown(row), null, now));
  }

  @Operation(summary = "证书详情 · One certificate", description = "404 also for another's.")
  @GetMapping("/{serial}")
  CertificateBody get(@AuthenticationPrincipal Actor actor, @PathVariable String serial) {
    CertificateRow row = query.get(actor, serial);
    return CertificateBody.of(row, services.shown(row), query.seals(row.serial()), clock.instant());
  }

  @Operation(summary = "下载证书（PEM） · The certificate as PEM", description = "Text.")
  @GetMapping("/{serial}/pem")
  ResponseEntity<byte[]> pem(@AuthenticationPrincipal Actor actor, @PathVariable String serial) {
    String known = query.get(actor, serial).serial();
    return Download.of(
        known + ".pem", PEM, query.pem(actor, known).getBytes(StandardCharsets.US_ASCII));
  }
}
