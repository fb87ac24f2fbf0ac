package io.certhall.backoffice.api.identity;

import io.certhall.backoffice.api.Download;
import io.certhall.backoffice.api.Language;
import io.certhall.backoffice.identity.PhoneAddress;
import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.identity.IdentityAccess;
import io.certhall.processes.identity.IdentityChecks;
import io.certhall.processes.identity.IdentityDecision;
import io.certhall.processes.identity.IdentityInvitation;
import io.certhall.processes.identity.IdentityPhotos;
import io.certhall.processes.identity.IdentitySide;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@Tag(name = "identity", description = "实名认证 · Who applies proves who he is")
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/identity")
class IdentityController {

  private final IdentityChecks checks;
  private final IdentityDecision decision;
  private final IdentityPhotos photos;
  private final PhoneAddress phones;

  IdentityController(
      IdentityChecks checks,
      IdentityDecision decision,
      IdentityPhotos photos,
      PhoneAddress phones) {
    this.checks = checks;
    this.decision = decision;
    this.photos = photos;
    this.phones = phones;
  }

  /** The address to show as a QR code. */
  record Invitation(String url, Instant expiresAt) {}

  /** Agrees to one text in the version that was read. */
  record Consent(@Nullable String code, @Nullable String version) {}

  /** As read from the card. */
  record Card(@Nullable String name, @Nullable String idNo) {

    @Override
    public String toString() {
      return "Card";
    }
  }

  @Operation(
      summary = "认证进度 · How far the check is, and the texts to agree to",
      description = "The texts in force with their version, and when each was agreed to.")
  @GetMapping
  IdentityBody status(
      @AuthenticationPrincipal Actor actor, @PathVariable String orderNo, Language language) {
    return IdentityBody.of(checks.status(IdentityAccess.of(actor, orderNo)), language.locale());
  }

  @Operation(
      summary = "手机入口 · An address for the phone",
      description = "Opens once and within ten minutes; a new one ends the one before.")
  @PostMapping("/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  Invitation invite(@AuthenticationPrincipal Actor actor, @PathVariable String orderNo) {
    IdentityInvitation invitation = checks.invite(actor, orderNo);
    return new Invitation(phones.of(invitation).toString(), invitation.expiresAt());
  }

  @Operation(
      summary = "同意授权书 · Agree to one text",
      description = "Both are needed; text, version and time are kept.")
  @PostMapping("/consents")
  IdentityBody consent(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @RequestBody Consent consent,
      Language language) {
    IdentityAccess access = IdentityAccess.of(actor, orderNo);
    checks.consent(
        access,
        consent.code() == null ? "" : consent.code(),
        consent.version() == null ? "" : consent.version(),
        language.locale());
    return status(actor, orderNo, language);
  }

  @Operation(
      summary = "上传身份证照片 · A picture of one side, FRONT or BACK",
      description =
          "Multipart field `file`, JPG or PNG up to 8 MB; both consents come first. Kept encrypted.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schemaProperties =
                          @SchemaProperty(
                              name = "file",
                              schema = @Schema(type = "string", format = "binary")))))
  @PutMapping("/photos/{side}")
  IdentityBody photo(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable String side,
      @Parameter(hidden = true) @RequestParam("file") MultipartFile file,
      Language language)
      throws IOException {
    try (InputStream content = file.getInputStream()) {
      checks.photo(
          IdentityAccess.of(actor, orderNo),
          IdentitySide.ofCode(side),
          file.getOriginalFilename(),
          content);
    }
    return status(actor, orderNo, language);
  }

  @Operation(
      summary = "查看身份证照片 · The picture, for reviewers",
      description = "Each look is on record; gone when the review is over.")
  @GetMapping("/photos/{side}")
  ResponseEntity<byte[]> photo(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable String side) {
    StoredFile file = photos.open(actor, orderNo, IdentitySide.ofCode(side));
    return Download.of(file.fileName(), MediaType.parseMediaType(file.mediaType()), file.content());
  }

  @Operation(
      summary = "核验 · Verify name and number",
      description =
          "422 when they differ from the form or the register; the third failure pauses the check"
              + " for 24 hours.")
  @PostMapping("/verify")
  IdentityBody verify(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @RequestBody Card card,
      Language language) {
    decision.verify(IdentityAccess.of(actor, orderNo), card.name(), card.idNo());
    return status(actor, orderNo, language);
  }
}
