package io.certhall.backoffice.callback;

import io.certhall.processes.certificate.CaCertificates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The address named in every certificate as its issuer's (authority information access). */
@Tag(name = "authorities", description = "CA证书（公开） · Certificates of the authorities, public")
@RestController
class CaCertificateDownload {

  private static final MediaType DER = MediaType.parseMediaType("application/pkix-cert");

  private final CaCertificates certificates;

  CaCertificateDownload(CaCertificates certificates) {
    this.certificates = certificates;
  }

  @Operation(summary = "下载CA证书 · The certificate of an authority", description = "DER.")
  @SecurityRequirements
  @GetMapping("/ca/{ca}.cer")
  ResponseEntity<byte[]> certificate(@PathVariable String ca) {
    return ResponseEntity.ok()
        .contentType(DER)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(certificates.der(ca));
  }
}
