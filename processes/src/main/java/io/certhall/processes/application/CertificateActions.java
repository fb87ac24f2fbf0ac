package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a holder can have done to a certificate now, and why not the rest. */
@Component
public class CertificateActions {

  private static final String NO_ORDER = "";
  private static final int MOST = 200;

  private final CertificateQuery certificates;
  private final CertificateRegister register;
  private final CertificateRules rules;
  private final ApplicantFacts facts;

  CertificateActions(
      CertificateQuery certificates,
      CertificateRegister register,
      CertificateRules rules,
      ApplicantFacts facts) {
    this.certificates = certificates;
    this.register = register;
    this.rules = rules;
    this.facts = facts;
  }

  /** One service of the hall; without obstacle it can begin. */
  public record Action(HallSettings.ServiceOffer offer, Optional<Problem> obstacle) {

    public Service service() {
      return Service.valueOf(offer.code());
    }
  }

  /** The account's own certificates of a hall, as services work on them. */
  public List<HeldCertificate> own(Actor actor, String hall) {
    List<String> serials =
        certificates
            .page(actor, new CertificateQuery.Filter(hall, null, null, "SIGNING", null), null, MOST)
            .stream()
            .filter(row -> row.accountId() == actor.accountId())
            .map(CertificateRow::serial)
            .toList();
    return serials.isEmpty() ? List.of() : List.copyOf(register.all(serials).values());
  }

  /** Every service of the hall that works on certificates, in the hall's order. */
  public List<Action> of(Actor actor, PublishedPolicy hall, HeldCertificate certificate) {
    List<Action> actions = new ArrayList<>();
    for (HallSettings.ServiceOffer offer : hall.settings().services()) {
      Service service = Service.valueOf(offer.code());
      if (offer.enabled() && service != Service.NEW) {
        actions.add(new Action(offer, obstacle(actor, hall, service, certificate, NO_ORDER)));
      }
    }
    return actions;
  }

  /**
   * Why this service can't be had for the certificate now; its path is empty.
   *
   * @param orderNo an order that does not stand against itself, or empty
   */
  public Optional<Problem> obstacle(
      Actor actor,
      PublishedPolicy hall,
      Service service,
      HeldCertificate certificate,
      String orderNo) {
    HallSettings settings = hall.settings();
    if (!settings.offersService(service.name(), certificate.holder().name())) {
      return Optional.of(Problem.of("", "HOLDER_NOT_OFFERED"));
    }
    return rules
        .obstacle(settings, service, certificate, organisation(actor, hall.hall()))
        .or(() -> busy(service, certificate, orderNo));
  }

  private Optional<Problem> busy(Service service, HeldCertificate certificate, String orderNo) {
    return facts.inOpenOrders(service, List.of(certificate.serial()), orderNo).isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.of("", "DUPLICATE_ORDER", certificate.serial()));
  }

  private @Nullable String organisation(Actor actor, String hall) {
    return facts
        .applicant(actor.accountId(), hall)
        .map(ApplicantFacts.Applicant::name)
        .orElse(null);
  }

  /** Certificates by the serials they were asked by; only those of the account. */
  public Map<String, HeldCertificate> known(List<String> serials) {
    return serials.isEmpty() ? Map.of() : register.all(serials);
  }
}
