package io.certhall.backoffice.api.status;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.status.StatusAnswers;
import io.certhall.processes.status.StatusShard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The addresses named in every certificate as its revocation lists (CRL distribution points). */
@Tag(name = "authorities")
@RestController
class RevocationListController {

  private static final MediaType CRL = MediaType.parseMediaType("application/pkix-crl");

  private final StatusAnswers answers;
  private final StatusCaching caching;

  RevocationListController(StatusAnswers answers, StatusCaching caching) {
    this.answers = answers;
    this.caching = caching;
  }

  @Operation(
      summary = "下载吊销列表 · The revocation list of an authority",
      description = "DER; all certificates that are revoked or on hold and have not expired.")
  @SecurityRequirements
  @GetMapping("/crl/{ca}.crl")
  ResponseEntity<byte[]> full(@PathVariable String ca, ServletWebRequest request) {
    return list(ca, StatusShard.FULL, request);
  }

  @Operation(
      summary = "下载吊销列表分片 · One partition of the revocation list",
      description =
          "DER; the certificates whose serial number ends with this hexadecimal digit"
              + " (issuingDistributionPoint).")
  @SecurityRequirements
  @GetMapping("/crl/{ca}/{digit:[0-9a-f]}.crl")
  ResponseEntity<byte[]> partition(
      @PathVariable String ca, @PathVariable String digit, ServletWebRequest request) {
    return list(ca, StatusShard.of(digit), request);
  }

  private ResponseEntity<byte[]> list(String ca, int shard, ServletWebRequest request) {
    StatusAnswers.Signed signed =
        answers.revocationList(ca, shard).orElseThrow(() -> Refusal.notFound("CA_UNKNOWN", ca));
    HttpHeaders headers = caching.headers(signed);
    headers.setContentType(CRL);
    return request.checkNotModified(
            String.valueOf(headers.getETag()), signed.thisUpdate().toEpochMilli())
        ? new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED)
        : new ResponseEntity<>(signed.der(), headers, HttpStatus.OK);
  }
}
