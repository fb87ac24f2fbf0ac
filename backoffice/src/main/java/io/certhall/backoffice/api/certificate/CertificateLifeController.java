package io.certhall.backoffice.api.certificate;

import io.certhall.backoffice.api.Language;
import io.certhall.backoffice.api.Page;
import io.certhall.processes.application.CertificateServices;
import io.certhall.processes.certificate.CertificateHistory;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.certificate.CertificateUnlock;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.certificate.KeyLock;
import io.certhall.processes.certificate.KeyReading;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalTexts;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of a certificate, what may be done with it, and its key's PIN. */
@Tag(name = "certificates")
@RestController
@RequestMapping("/api/v1/certificates")
class CertificateLifeController {

  private final CertificateHistory history;
  private final CertificateServices services;
  private final CertificateUnlock unlock;
  private final KeyLock lock;

  CertificateLifeController(
      CertificateHistory history,
      CertificateServices services,
      CertificateUnlock unlock,
      KeyLock lock) {
    this.history = history;
    this.services = services;
    this.unlock = unlock;
    this.lock = lock;
  }

  /** A key that is plugged in. */
  record PluggedKey(@Nullable String hall, @Nullable String keySerial, @Nullable String issuer) {

    String requiredHall() {
      if (hall == null || hall.isBlank()) {
        throw Refusal.malformed("hall", "FIELD_REQUIRED");
      }
      return hall;
    }

    KeyReading reading() {
      return new KeyReading(keySerial, issuer, null);
    }
  }

  record WrongPins(
      @Nullable String hall,
      @Nullable String keySerial,
      @Nullable String issuer,
      @Nullable Integer wrongPins) {}

  record KeyState(String serial, @Nullable String keySerial, CertificateState state) {}

  record Locked(boolean locked) {}

  /**
   * One service.
   *
   * @param open whether it can be asked for now; {@code code} and {@code reason} tell why not
   */
  record ServiceState(
      Service service,
      boolean instant,
      boolean open,
      @Nullable String code,
      @Nullable String reason) {}

  @Operation(
      summary = "证书历史 · All that happened to the certificate",
      description = "Complete and in order; a holder's own, for staff all.")
  @GetMapping("/{serial}/events")
  Page<CertificateHistory.Event> events(
      @AuthenticationPrincipal Actor actor, @PathVariable String serial) {
    return Page.all(history.of(actor, serial));
  }

  @Operation(
      summary = "可办业务 · What may be done with the certificate now",
      description = "Each service of its hall, with the reason where it can't be had.")
  @GetMapping("/{serial}/services")
  Page<ServiceState> services(
      @AuthenticationPrincipal Actor actor, @PathVariable String serial, Language language) {
    return Page.all(
        services.options(actor, serial).stream()
            .map(
                option -> {
                  Problem obstacle = option.obstacle();
                  return new ServiceState(
                      option.service(),
                      option.instant(),
                      option.isOpen(),
                      obstacle == null ? null : obstacle.code(),
                      obstacle == null ? null : RefusalTexts.text(obstacle, language.locale()));
                })
            .toList());
  }

  @Operation(
      summary = "即时解锁 · Set the PIN of a key anew, at once",
      description =
          "Where the hall unlocks without an order. Only keys of this hall: 422 FOREIGN_KEY."
              + " Every attempt is recorded.")
  @PostMapping("/unlock")
  KeyState unlock(@AuthenticationPrincipal Actor actor, @RequestBody PluggedKey body) {
    HeldCertificate certificate = unlock.unlock(actor, body.requiredHall(), body.reading());
    return new KeyState(certificate.serial(), certificate.mediumSerial(), certificate.state());
  }

  @Operation(
      summary = "口令输错 · The key counted wrong PINs",
      description = "At ten in a row the certificate is locked until its PIN is set anew.")
  @PostMapping("/wrong-pins")
  Locked wrongPins(@AuthenticationPrincipal Actor actor, @RequestBody WrongPins body) {
    if (body.hall() == null || body.hall().isBlank()) {
      throw Refusal.malformed("hall", "FIELD_REQUIRED");
    }
    if (body.wrongPins() == null) {
      throw Refusal.malformed("wrongPins", "FIELD_REQUIRED");
    }
    return new Locked(
        lock.reportWrongPins(
            actor,
            body.hall(),
            new KeyReading(body.keySerial(), body.issuer(), null),
            body.wrongPins()));
  }
}
