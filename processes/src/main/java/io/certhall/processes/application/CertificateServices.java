package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Which services fit a holder's certificates now, and why others don't. */
@org.springframework.stereotype.Service
public class CertificateServices {

  private static final int MOST = 200;

  private final CertificateQuery query;
  private final CertificateRegister register;
  private final CertificateRules rules;
  private final ApplicantFacts facts;
  private final PublishedPolicies policies;
  private final Clock clock;

  CertificateServices(
      CertificateQuery query,
      CertificateRegister register,
      CertificateRules rules,
      ApplicantFacts facts,
      PublishedPolicies policies,
      Clock clock) {
    this.query = query;
    this.register = register;
    this.rules = rules;
    this.facts = facts;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * A service of the certificate's hall.
   *
   * @param instant done at once with the key, without an order
   * @param obstacle why it can't be had now; null when it can
   */
  public record Option(Service service, boolean instant, @Nullable Problem obstacle) {

    public boolean isOpen() {
      return obstacle == null;
    }
  }

  /** A certificate that a service may be asked for. */
  public record Candidate(
      HeldCertificate certificate, CertificateState shown, @Nullable Problem obstacle) {

    public boolean isOpen() {
      return obstacle == null;
    }
  }

  /**
   * Everything the hall offers for this certificate, in the order of its settings.
   *
   * @throws Refusal NOT_FOUND also for what is not the actor's
   */
  @Transactional(readOnly = true)
  public List<Option> options(Actor actor, String serial) {
    CertificateRow row = query.get(actor, serial);
    HeldCertificate certificate = register.find(row.serial()).orElseThrow();
    HallSettings settings = policies.active(certificate.hall()).settings();
    List<Option> options = new ArrayList<>();
    for (HallSettings.ServiceOffer offer : settings.services()) {
      Optional<Service> service = known(offer.code()).filter(one -> one != Service.NEW);
      if (service.isPresent()
          && settings.offersService(offer.code(), certificate.holder().name())) {
        options.add(
            new Option(
                service.get(),
                offer.instant(),
                obstacle(settings, service.get(), certificate).orElse(null)));
      }
    }
    return options;
  }

  /** The actor's certificates of the hall, for the choice of what a new order is about. */
  @Transactional(readOnly = true)
  public List<Candidate> candidates(Actor actor, String hall, Service service, Holder holder) {
    HallSettings settings = policies.active(hall).settings();
    Integer window = window(settings);
    return register.ofAccount(actor.accountId(), hall, MOST).stream()
        .filter(certificate -> certificate.holder() == holder && certificate.state().isLive())
        .map(
            certificate ->
                new Candidate(
                    certificate,
                    certificate.state().shown(certificate.notAfter(), window, clock.instant()),
                    obstacle(settings, service, certificate).orElse(null)))
        .toList();
  }

  /** What a holder is shown: EXPIRING within the hall's renewal window, EXPIRED after the end. */
  public CertificateState shown(CertificateRow row) {
    return CertificateState.valueOf(row.state())
        .shown(row.notAfter(), window(policies.active(row.hall()).settings()), clock.instant());
  }

  private static @Nullable Integer window(HallSettings settings) {
    return settings
        .service(Service.RENEW.name())
        .map(HallSettings.ServiceOffer::windowDays)
        .orElse(null);
  }

  private Optional<Problem> obstacle(
      HallSettings settings, Service service, HeldCertificate certificate) {
    if (!settings.offersService(service.name(), certificate.holder().name())) {
      return Optional.of(Problem.of("", "SERVICE_NOT_OFFERED", service.name()));
    }
    String organisation =
        facts
            .applicant(certificate.accountId(), certificate.hall())
            .map(ApplicantFacts.Applicant::name)
            .orElse(null);
    return rules
        .obstacle(settings, service, certificate, organisation)
        .or(
            () ->
                facts.inOpenOrders(service, List.of(certificate.serial()), "").isEmpty()
                    ? Optional.empty()
                    : Optional.of(Problem.of("", "DUPLICATE_ORDER", certificate.serial())));
  }

  private static Optional<Service> known(String code) {
    return Arrays.stream(Service.values()).filter(one -> one.name().equals(code)).findFirst();
  }
}
