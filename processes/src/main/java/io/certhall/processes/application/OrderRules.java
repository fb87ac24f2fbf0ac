package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.LimitTable;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a hall allows: its services, its limits, and what fits existing certificates. */
@Component
class OrderRules {

  private final ApplicantFacts facts;
  private final CertificateRules certificates;

  OrderRules(ApplicantFacts facts, CertificateRules certificates) {
    this.facts = facts;
    this.certificates = certificates;
  }

  /**
   * Who applies, as far as rules ask.
   *
   * @param organisationId null where he applies as a person
   * @param ownOrganisationId of the account, whoever it applies as
   */
  record Standing(
      long accountId,
      @Nullable Long organisationId,
      @Nullable Long ownOrganisationId,
      @Nullable String organisationName,
      boolean approved) {}

  /** An application as rules look at it; items as {@link CarriedItems} made them. */
  record Application(
      Service service,
      Holder holder,
      List<ItemForm> items,
      List<ChangeKind> changes,
      String orderNo) {}

  /**
   * @throws Refusal RULE when the hall does not offer the service at all, not to such a holder, or
   *     does it at once without an order
   */
  Standing standing(long accountId, PublishedPolicy policy, Service service, Holder holder) {
    HallSettings settings = policy.settings();
    if (!settings.offersService(service.name())) {
      throw Refusal.rule("service", "SERVICE_NOT_OFFERED", service.name());
    }
    if (!settings.offersService(service.name(), holder.name())) {
      throw Refusal.rule("holder", "HOLDER_NOT_OFFERED");
    }
    if (settings.service(service.name()).orElseThrow().instant()) {
      throw Refusal.rule("service", "SERVICE_INSTANT");
    }
    ApplicantFacts.@Nullable Applicant own = facts.applicant(accountId, policy.hall()).orElse(null);
    if (holder == Holder.PERSON) {
      return new Standing(accountId, null, own == null ? null : own.organisationId(), null, true);
    }
    return own == null
        ? new Standing(accountId, null, null, null, false)
        : new Standing(
            accountId,
            own.organisationId(),
            own.organisationId(),
            own.name(),
            own.approved() || !settings.profileApprovalRequired());
  }

  /** Every limit this application breaks. */
  List<Problem> brokenLimits(PublishedPolicy policy, Standing standing, Application application) {
    HallSettings settings = policy.settings();
    Holder holder = application.holder();
    Service service = application.service();
    List<ItemForm> items = application.items();
    List<Problem> problems = new ArrayList<>();
    if (holder == Holder.ORGANISATION
        && standing.organisationId() == null
        && !settings.profileApprovalRequired()) {
      problems.add(Problem.of("", "ORGANISATION_MISSING"));
    }
    boolean onCertificates = service != Service.NEW;
    Map<ApplicantFacts.Subject, Integer> taken =
        onCertificates || (holder == Holder.ORGANISATION && standing.organisationId() == null)
            ? new HashMap<>()
            : facts.taken(
                standing.accountId(),
                standing.organisationId(),
                policy.hall(),
                application.orderNo());
    Set<Long> persons = ownPersons(standing, items);
    List<LimitTable.Item> asked = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ItemForm item = items.get(i);
      if (item.type() == null || !settings.offersType(item.type().name(), holder.name())) {
        problems.add(Problem.of("items[" + i + "].type", "TYPE_NOT_OFFERED"));
        continue;
      }
      boolean named = item.type().namesPerson() && holder == Holder.ORGANISATION;
      if (!onCertificates && item.personId() != null && !persons.contains(item.personId())) {
        problems.add(Problem.of("items[" + i + "].personId", "PERSON_UNKNOWN"));
      }
      var subject =
          new ApplicantFacts.Subject(
              item.type(), named && item.personId() != null ? item.personId() : 0);
      asked.add(
          new LimitTable.Item(
              OrderPrices.facts(service, holder, item, application.changes()),
              item.seals(),
              onCertificates
                  || !named
                  || item.personId() != null
                  || item.type() == CertificateType.LEGAL_REP,
              onCertificates ? 0 : taken.merge(subject, 1, Integer::sum) - 1));
    }
    policy
        .limits()
        .violations(service.name(), holder.name(), standing.approved(), asked)
        .forEach(v -> problems.add(Problem.of(v.path(), v.code(), v.limit())));
    problems.addAll(
        certificates.problems(
            settings,
            service,
            items,
            standing.accountId(),
            standing.organisationName(),
            application.orderNo()));
    problems.addAll(CertificateRules.changes(settings, holder, application.changes()));
    return problems;
  }

  private Set<Long> ownPersons(Standing standing, List<ItemForm> items) {
    if (standing.ownOrganisationId() == null) {
      return Set.of();
    }
    Set<Long> asked =
        items.stream().map(ItemForm::personId).filter(Objects::nonNull).collect(Collectors.toSet());
    return facts.persons(standing.ownOrganisationId(), asked).keySet();
  }
}
