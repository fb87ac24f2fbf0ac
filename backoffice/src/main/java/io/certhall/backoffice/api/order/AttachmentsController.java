package io.certhall.backoffice.api.order;

import io.certhall.backoffice.api.Download;
import io.certhall.processes.attachment.AttachmentView;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@Tag(name = "attachments", description = "附件 · One file for each material")
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/attachments/{code}")
class AttachmentsController {

  private final Attachments attachments;

  AttachmentsController(Attachments attachments) {
    this.attachments = attachments;
  }

  @Operation(
      summary = "上传材料 · Attach a file, or replace the one before",
      description =
          "Multipart field `file`. The content decides the format, not the name: 415 for another,"
              + " 413 for too large, 409 while the order can't be edited.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schemaProperties =
                          @SchemaProperty(
                              name = "file",
                              schema = @Schema(type = "string", format = "binary")))))
  @PutMapping
  AttachmentView put(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable String code,
      @Parameter(hidden = true) @RequestParam("file") MultipartFile file)
      throws IOException {
    try (InputStream content = file.getInputStream()) {
      return attachments.put(actor, orderNo, code, file.getOriginalFilename(), content);
    }
  }

  @Operation(
      summary = "下载材料 · The file as it was uploaded",
      description = "For the owner, and for staff once the order was submitted; that is on record.")
  @GetMapping
  ResponseEntity<byte[]> get(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable String code) {
    StoredFile file = attachments.open(actor, orderNo, code);
    return Download.of(file.fileName(), MediaType.parseMediaType(file.mediaType()), file.content());
  }

  @Operation(
      summary = "删除材料 · Take the file away",
      description = "One that was part of a submission stays on record.")
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable String code) {
    attachments.delete(actor, orderNo, code);
  }
}
