package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.ISSUANCE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.PERSON;

import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.order.OrderForm.Contact;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.organisation.Organisation;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what goes into the certificates of an order that are not issued yet. */
@Component
class IssuingItems {

  private final DSLContext dsl;
  private final Orders orders;
  private final OrganisationProfiles organisations;
  private final CertificateRegister register;
  private final PublishedPolicies policies;
  private final PersonalData personalData;

  IssuingItems(
      DSLContext dsl,
      Orders orders,
      OrganisationProfiles organisations,
      CertificateRegister register,
      PublishedPolicies policies,
      PersonalData personalData) {
    this.dsl = dsl;
    this.orders = orders;
    this.organisations = organisations;
    this.register = register;
    this.policies = policies;
    this.personalData = personalData;
  }

  /** Who the certificates of the order are about; an order has one holder. */
  private record Subject(
      Order order,
      @Nullable Organisation organisation,
      Contact contact,
      String province,
      String city) {

    private @Nullable String changed(
        ChangeKind kind, java.util.function.Function<ChangeForm, @Nullable String> field) {
      ChangeForm change = contact.change();
      return change != null && order.changes().contains(kind) ? field.apply(change) : null;
    }
  }

  List<IssuingItem> open(Order order) {
    List<? extends Record> rows =
        dsl.select(
                ORDER_ITEM.SEQ,
                ORDER_ITEM.TYPE,
                ORDER_ITEM.YEARS,
                ORDER_ITEM.SEALS,
                ORDER_ITEM.SECONDARY_LOCK,
                ORDER_ITEM.SELF_UPDATE,
                ORDER_ITEM.MEDIUM_SERIAL,
                ORDER_ITEM.SIGNING_CSR,
                ORDER_ITEM.PERSON_ID,
                ORDER_ITEM.CERTIFICATE_SERIAL,
                PERSON.NAME,
                PERSON.ID_NO_ENC)
            .from(ORDER_ITEM)
            .leftJoin(PERSON)
            .on(PERSON.ID.eq(ORDER_ITEM.PERSON_ID))
            .leftJoin(ISSUANCE)
            .on(
                ISSUANCE.ORDER_NO.eq(ORDER_ITEM.ORDER_NO),
                ISSUANCE.ITEM_SEQ.eq(ORDER_ITEM.SEQ),
                ISSUANCE.VOID_NO.eq(0))
            .where(ORDER_ITEM.ORDER_NO.eq(order.orderNo()), ISSUANCE.FINISHED_AT.isNull())
            .orderBy(ORDER_ITEM.SEQ)
            .fetch();
    if (rows.isEmpty()) {
      return List.of();
    }
    Subject subject = subject(order);
    return rows.stream().map(row -> item(subject, row)).toList();
  }

  private Subject subject(Order order) {
    Contact contact = orders.contact(order.orderNo());
    if (order.organisationId() == null) {
      var settings = policies.under(order.hall(), order.policyVersionId()).settings();
      return new Subject(order, null, contact, settings.province(), settings.city());
    }
    Organisation own = organisations.reveal(Actor.SYSTEM, order.organisationId());
    return new Subject(order, own, contact, own.province(), own.city());
  }

  private IssuingItem item(Subject subject, Record row) {
    Organisation own = subject.organisation();
    String newName = subject.changed(ChangeKind.NAME, ChangeForm::newName);
    CertificateType type = CertificateType.valueOf(row.get(ORDER_ITEM.TYPE));
    Named person = person(subject, type, row);
    String seals = row.get(ORDER_ITEM.SEALS);
    return new IssuingItem(
        subject.order().orderNo(),
        row.get(ORDER_ITEM.SEQ),
        type,
        subject.order().holder(),
        row.get(ORDER_ITEM.YEARS),
        seals.isEmpty() ? List.of() : List.of(seals.split(",")),
        row.get(ORDER_ITEM.SECONDARY_LOCK),
        row.get(ORDER_ITEM.SELF_UPDATE),
        row.get(ORDER_ITEM.MEDIUM_SERIAL),
        row.get(ORDER_ITEM.SIGNING_CSR),
        own == null ? null : newName == null ? own.name() : newName.strip(),
        own == null ? null : own.creditCode().value(),
        subject.province(),
        subject.city(),
        person.name(),
        person.idType(),
        person.idNo(),
        row.get(ORDER_ITEM.PERSON_ID),
        source(subject.order(), row.get(ORDER_ITEM.CERTIFICATE_SERIAL)));
  }

  private record Named(
      @Nullable String name, @Nullable IdentityDocument idType, @Nullable String idNo) {

    static final Named NOBODY = new Named(null, null, null);

    static Named resident(@Nullable String name, @Nullable String idNo) {
      return new Named(name, IdentityDocument.RESIDENT_ID, idNo);
    }
  }

  /** An individual, a person of the organisation, or its legal representative. */
  private Named person(Subject subject, CertificateType type, Record row) {
    PersonForm individual = subject.contact().person();
    if (subject.order().holder() == Holder.PERSON && individual != null) {
      return new Named(
          individual.name(),
          individual.idType() == null ? IdentityDocument.RESIDENT_ID : individual.idType(),
          individual.idNo());
    }
    String newLegalRep = subject.changed(ChangeKind.LEGAL_REP, ChangeForm::newLegalRep);
    if (type == CertificateType.LEGAL_REP && newLegalRep != null) {
      return Named.resident(
          newLegalRep.strip(), subject.changed(ChangeKind.LEGAL_REP, ChangeForm::newLegalRepIdNo));
    }
    if (row.get(PERSON.NAME) != null) {
      return Named.resident(
          row.get(PERSON.NAME),
          personalData.decrypt(PersonalData.Column.PERSON_ID, row.get(PERSON.ID_NO_ENC)));
    }
    Organisation own = subject.organisation();
    return type == CertificateType.LEGAL_REP && own != null
        ? Named.resident(own.legalRepName(), own.legalRepId().value())
        : Named.NOBODY;
  }

  private IssuingItem.@Nullable Source source(Order order, @Nullable String serial) {
    CertificateMove move =
        switch (order.service()) {
          case RENEW -> CertificateMove.RENEW;
          case REPLACE -> CertificateMove.REPLACE;
          case CHANGE -> CertificateMove.CHANGE;
          case EXCHANGE -> CertificateMove.EXCHANGE;
          default -> null;
        };
    if (move == null || serial == null) {
      return null;
    }
    HeldCertificate old = register.find(serial).orElseThrow();
    boolean keeps = move == CertificateMove.RENEW || move == CertificateMove.EXCHANGE;
    return new IssuingItem.Source(
        old.serial(),
        move,
        old.notAfter(),
        policies
            .under(order.hall(), order.policyVersionId())
            .settings()
            .asksYears(order.service().name()),
        subjectOf(old),
        keeps ? kept(old) : null);
  }

  private String subjectOf(HeldCertificate old) {
    return Objects.requireNonNull(
        dsl.select(CERTIFICATE.SUBJECT)
            .from(CERTIFICATE)
            .where(CERTIFICATE.SERIAL.eq(old.serial()))
            .fetchSingle()
            .value1());
  }

  private IssuingItem.@Nullable KeptKey kept(HeldCertificate old) {
    return dsl.select(CERTIFICATE.DER, KEY_ESCROW.WRAPPED_KEY)
        .from(CERTIFICATE)
        .join(KEY_ESCROW)
        .on(KEY_ESCROW.ENCRYPTION_SERIAL.eq(CERTIFICATE.SERIAL))
        .where(CERTIFICATE.SERIAL.eq(old.pairSerial()))
        .fetchOptional(row -> new IssuingItem.KeptKey(row.value1(), row.value2()))
        .orElse(null);
  }
}
