package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a service fits the certificates it is asked for: state, time, other orders, seals. */
@Component
class CertificateRules {

  private final CarriedItems carried;
  private final CertificateRegister register;
  private final ApplicantFacts facts;
  private final Clock clock;

  CertificateRules(
      CarriedItems carried, CertificateRegister register, ApplicantFacts facts, Clock clock) {
    this.carried = carried;
    this.register = register;
    this.facts = facts;
    this.clock = clock;
  }

  /** Everything that stands against it; {@code items} as {@link CarriedItems} made them. */
  List<Problem> problems(
      HallSettings settings,
      Service service,
      List<ItemForm> items,
      long accountId,
      @Nullable String organisationName,
      String orderNo) {
    if (service == Service.NEW) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    if (items.size() > 1 && !settings.service(service.name()).orElseThrow().multiple()) {
      problems.add(Problem.of("items", "LIMIT_COPIES", 1));
    }
    Map<String, HeldCertificate> certificates = carried.certificates(items);
    List<String> serials = items.stream().map(ItemForm::certificateSerial).toList();
    List<String> busy = facts.inOpenOrders(service, serials, orderNo);
    for (int i = 0; i < items.size(); i++) {
      ItemForm item = items.get(i);
      String path = "items[" + i + "]";
      String serial = String.valueOf(item.certificateSerial());
      if (busy.contains(serial) || serials.indexOf(serial) < i) {
        problems.add(Problem.of(path + ".certificateSerial", "DUPLICATE_ORDER", serial));
      }
      HeldCertificate certificate = certificates.get(serial);
      if (!CarriedItems.isOwn(certificate, accountId, settings)) {
        continue;
      }
      obstacle(settings, service, certificate, organisationName)
          .filter(found -> !isByThisOrder(certificate, orderNo))
          .ifPresent(
              found ->
                  problems.add(
                      new Problem(path + ".certificateSerial", found.code(), found.args())));
      if (service == Service.ADD_SEAL) {
        seals(settings, certificate, item, path, problems);
      }
    }
    return problems;
  }

  /** A loss report that was rejected once has already suspended what it reports. */
  private boolean isByThisOrder(HeldCertificate certificate, String orderNo) {
    return certificate.state() == CertificateState.SUSPENDED
        && register
            .lastMoveBy(certificate.serial(), orderNo)
            .filter(move -> move == CertificateMove.SUSPEND)
            .isPresent();
  }

  /** Why the service can't be had for this certificate now; its path is empty. */
  Optional<Problem> obstacle(
      HallSettings settings,
      Service service,
      HeldCertificate certificate,
      @Nullable String organisationName) {
    CertificateMove move = ServiceMoves.of(service).orElseThrow();
    if (!move.isLegalFrom(certificate.state())) {
      return Optional.of(
          Problem.of("", "CERTIFICATE_" + certificate.state(), certificate.serial()));
    }
    Instant now = clock.instant();
    if (service == Service.RENEW) {
      return window(settings, certificate, now).or(() -> renamed(certificate, organisationName));
    }
    return certificate.isExpired(now)
        ? Optional.of(Problem.of("", "CERTIFICATE_EXPIRED", certificate.serial()))
        : Optional.empty();
  }

  private static Optional<Problem> window(
      HallSettings settings, HeldCertificate certificate, Instant now) {
    HallSettings.ServiceOffer offer = settings.service(Service.RENEW.name()).orElseThrow();
    Integer days = offer.windowDays();
    boolean tooEarly =
        days != null && now.isBefore(certificate.notAfter().minus(Duration.ofDays(days)));
    boolean tooLate =
        !now.isBefore(certificate.notAfter().plus(Duration.ofDays(offer.graceDays())));
    if (tooEarly) {
      return Optional.of(Problem.of("", "RENEWAL_WINDOW", days));
    }
    return tooLate
        ? Optional.of(Problem.of("", "CERTIFICATE_EXPIRED", certificate.serial()))
        : Optional.empty();
  }

  /** What a certificate says must still be true: otherwise it has to be changed, not renewed. */
  private static Optional<Problem> renamed(
      HeldCertificate certificate, @Nullable String organisationName) {
    boolean same =
        certificate.organisationName() == null
            || organisationName == null
            || certificate.organisationName().equals(organisationName);
    return same
        ? Optional.empty()
        : Optional.of(Problem.of("", "CHANGE_FIRST", certificate.organisationName()));
  }

  private static void seals(
      HallSettings settings,
      HeldCertificate certificate,
      ItemForm item,
      String path,
      List<Problem> problems) {
    if (item.seals().isEmpty()) {
      problems.add(Problem.of(path + ".seals", "SEALS_REQUIRED"));
    }
    item.seals().stream()
        .filter(certificate.seals()::contains)
        .forEach(seal -> problems.add(Problem.of(path + ".seals", "SEAL_EXISTS", seal)));
    if (certificate.seals().size() + item.seals().size() > settings.limits().maxSeals()) {
      problems.add(Problem.of(path + ".seals", "LIMIT_SEALS", settings.limits().maxSeals()));
    }
  }

  /** Kinds of change that the hall does not make for this holder. */
  static List<Problem> changes(HallSettings settings, Holder holder, List<ChangeKind> kinds) {
    List<String> offered =
        settings
            .service(Service.CHANGE.name())
            .map(HallSettings.ServiceOffer::changes)
            .orElse(List.of());
    return kinds.stream()
        .filter(
            kind ->
                !offered.contains(kind.name())
                    || (holder == Holder.PERSON && kind != ChangeKind.SEAL))
        .map(kind -> Problem.of("change.kinds", "CHANGE_NOT_OFFERED", kind))
        .toList();
  }
}
