package io.certhall.backoffice.api.payment;

import io.certhall.backoffice.api.Download;
import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.payment.TransferVouchers.Upload;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.web.multipart.MultipartFile;

@Tag(name = "payments", description = "缴费 · Paying an order")
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/payments/{paymentNo}/vouchers")
class VouchersController {

  private final Payments payments;
  private final TransferVouchers vouchers;
  private final PaymentBodies bodies;

  VouchersController(Payments payments, TransferVouchers vouchers, PaymentBodies bodies) {
    this.payments = payments;
    this.vouchers = vouchers;
    this.bodies = bodies;
  }

  @Operation(
      summary = "提交汇款凭证 · Hand in the proof of a transfer",
      description =
          "Multipart field `file`, once or twice: JPG, PNG or PDF, at most 5 MB each. The order"
              + " then waits for finance. 409 when no voucher is awaited, 413, 415.")
  @PostMapping
  PaymentBody submit(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable String paymentNo,
      @Parameter(hidden = true) @RequestParam(name = "file", required = false)
          @Nullable List<MultipartFile> files)
      throws IOException {
    find(actor, orderNo, paymentNo);
    List<InputStream> open = new ArrayList<>();
    try {
      List<Upload> uploads = new ArrayList<>();
      for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
        InputStream content = file.getInputStream();
        open.add(content);
        uploads.add(new Upload(file.getOriginalFilename(), content));
      }
      vouchers.submit(actor, paymentNo, uploads);
    } finally {
      for (InputStream content : open) {
        content.close();
      }
    }
    return bodies.of(actor, find(actor, orderNo, paymentNo));
  }

  @Operation(
      summary = "下载汇款凭证 · A voucher as it was uploaded",
      description = "For the owner and the staff; a look of the staff is on record.")
  @GetMapping("/{seq}")
  ResponseEntity<byte[]> get(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable String paymentNo,
      @PathVariable int seq) {
    find(actor, orderNo, paymentNo);
    StoredFile file = vouchers.open(actor, paymentNo, seq);
    return Download.of(file.fileName(), MediaType.parseMediaType(file.mediaType()), file.content());
  }

  private Payment find(Actor actor, String orderNo, String paymentNo) {
    return payments.of(actor, orderNo).stream()
        .filter(payment -> payment.paymentNo().equals(paymentNo))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("PAYMENT_UNKNOWN", paymentNo));
  }
}
