package io.certhall.backoffice.api.order;

import io.certhall.backoffice.api.Language;
import io.certhall.backoffice.api.OnceOnly;
import io.certhall.processes.certificate.KeyBridge;
import io.certhall.processes.certificate.KeyReading;
import io.certhall.processes.issuance.InboundDesk;
import io.certhall.processes.issuance.SelfUpdate;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a holder does with his key for an order, each answered with the order as it is then. */
@Tag(name = "orders")
@RestController
@RequestMapping("/api/v1/orders/{orderNo}")
class HolderKeyController {

  private final SelfUpdate updates;
  private final InboundDesk inbound;
  private final KeyBridge bridge;
  private final Orders orders;
  private final OrderDetails details;
  private final OnceOnly once;

  HolderKeyController(
      SelfUpdate updates,
      InboundDesk inbound,
      KeyBridge bridge,
      Orders orders,
      OrderDetails details,
      OnceOnly once) {
    this.updates = updates;
    this.inbound = inbound;
    this.bridge = bridge;
    this.orders = orders;
    this.details = details;
    this.once = once;
  }

  record Installation(@Nullable Boolean installed, @Nullable String note) {}

  record Repair(@Nullable Boolean handOver, @Nullable String note) {}

  record SentKey(@Nullable String carrier, @Nullable String trackingNo) {}

  @Operation(
      summary = "读取介质 · The key of one certificate is plugged in",
      description =
          "While the order is UPDATE_PENDING. With the simulated key the serial may be left out."
              + " After the last key the new certificates are issued.")
  @PostMapping("/items/{seq}/reading")
  ResponseEntity<OrderDetail> read(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable int seq,
      @RequestBody KeyReading body,
      HttpServletRequest request,
      Language language) {
    return step(
        actor,
        orderNo,
        request,
        body,
        language,
        () -> updates.read(actor, orderNo, seq, known(actor, orderNo, seq, body)));
  }

  @Operation(
      summary = "写入结果 · Whether the key took the new certificate",
      description = "After the last certificate: done, or UPDATE_FAILED when one failed.")
  @PostMapping("/items/{seq}/installation")
  ResponseEntity<OrderDetail> install(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable int seq,
      @RequestBody Installation body,
      HttpServletRequest request,
      Language language) {
    if (body.installed() == null) {
      throw Refusal.malformed("installed", "FIELD_REQUIRED");
    }
    return step(
        actor,
        orderNo,
        request,
        body,
        language,
        () -> updates.report(actor, orderNo, seq, body.installed(), body.note()));
  }

  @Operation(
      summary = "更新失败的处理 · Try a failed update again, or hand it to staff",
      description = "`handOver` true: staff help in a remote session.")
  @PostMapping("/repair")
  ResponseEntity<OrderDetail> repair(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @RequestBody Repair body,
      HttpServletRequest request,
      Language language) {
    if (body.handOver() == null) {
      throw Refusal.malformed("handOver", "FIELD_REQUIRED");
    }
    return step(
        actor,
        orderNo,
        request,
        body,
        language,
        () -> {
          if (body.handOver()) {
            updates.handToStaff(actor, orderNo, body.note());
          } else {
            updates.retry(actor, orderNo);
          }
        });
  }

  @Operation(
      summary = "登记寄回的介质 · The key has been sent to the hall",
      description = "While the order is KEY_INBOUND; 409 otherwise.")
  @PostMapping("/inbound")
  ResponseEntity<OrderDetail> announce(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @RequestBody SentKey body,
      HttpServletRequest request,
      Language language) {
    return step(
        actor,
        orderNo,
        request,
        body,
        language,
        () -> inbound.announce(actor, orderNo, body.carrier(), body.trackingNo()));
  }

  private KeyReading known(Actor actor, String orderNo, int seq, KeyReading body) {
    boolean told = body.keySerial() != null && !body.keySerial().isBlank();
    if (told || !bridge.isSimulated()) {
      return body;
    }
    orders.visible(actor, orderNo);
    return orders.items(orderNo).stream()
        .filter(item -> item.seq() == seq && item.certificateSerial() != null)
        .findFirst()
        .map(item -> bridge.read(actor, String.valueOf(item.certificateSerial())))
        .orElse(body);
  }

  private ResponseEntity<OrderDetail> step(
      Actor actor,
      String orderNo,
      HttpServletRequest request,
      Object body,
      Language language,
      Runnable step) {
    once.name(
        actor.accountId(),
        request,
        body,
        () -> {
          step.run();
          return orderNo;
        });
    return OrdersController.answer(HttpStatus.OK, details.of(actor, orderNo, language));
  }
}
