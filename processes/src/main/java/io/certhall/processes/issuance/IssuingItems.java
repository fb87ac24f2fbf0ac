package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.ISSUANCE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.ORGANISATION;
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
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.refusal.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what goes into the certificates of an order that are not issued yet. */
@Component
class IssuingItems {

  /** Only persons and changes are taken from what the applicant told. */
  private static final Contact NOTHING_TOLD = new Contact(null, null, null);

  private final DSLContext dsl;
  private final Orders orders;
  private final CertificateRegister register;
  private final PublishedPolicies policies;
  private final PersonalData personalData;

  IssuingItems(
      DSLContext dsl,
      Orders orders,
      CertificateRegister register,
      PublishedPolicies policies,
      PersonalData personalData) {
    this.dsl = dsl;
    this.orders = orders;
    this.register = register;
    this.policies = policies;
    this.personalData = personalData;
  }

  /** What certificates say of an organisation. */
  private record Unit(String name, String creditCode, String legalRepName, byte[] legalRepId) {}

  /** Who the certificates of the order are about; an order has one holder. */
  private record Subject(
      Order order, @Nullable Unit organisation, Contact contact, String province, String city) {

    private @Nullable String changed(
        ChangeKind kind, java.util.function.Function<ChangeForm, @Nullable String> field) {
      ChangeForm change = contact.change();
      return change != null && order.changes().contains(kind) ? field.apply(change) : null;
    }
  }

  /**
   * In one statement what is the same for every order: items, reservations, organisation.
   *
   * @throws Refusal RULE ISSUE_PARKED while one of them waits for an administrator
   */
  OpenIssue open(Order order) {
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
                PERSON.ID_NO_ENC,
                ORGANISATION.NAME,
                ORGANISATION.CREDIT_CODE,
                ORGANISATION.LEGAL_REP_NAME,
                ORGANISATION.LEGAL_REP_ID_ENC,
                ORGANISATION.PROVINCE,
                ORGANISATION.CITY,
                ISSUANCE.STATE,
                ISSUANCE.SIGNING_SERIAL,
                ISSUANCE.ENCRYPTION_SERIAL,
                ISSUANCE.PREPARED)
            .from(ORDER_ITEM)
            .leftJoin(PERSON)
            .on(PERSON.ID.eq(ORDER_ITEM.PERSON_ID))
            .leftJoin(ORGANISATION)
            .on(ORGANISATION.ID.eq(order.organisationId()))
            .leftJoin(ISSUANCE)
            .on(
                ISSUANCE.ORDER_NO.eq(ORDER_ITEM.ORDER_NO),
                ISSUANCE.ITEM_SEQ.eq(ORDER_ITEM.SEQ),
                ISSUANCE.VOID_NO.eq(0))
            .where(ORDER_ITEM.ORDER_NO.eq(order.orderNo()), ISSUANCE.FINISHED_AT.isNull())
            .orderBy(ORDER_ITEM.SEQ)
            .fetch();
    if (rows.isEmpty()) {
      return new OpenIssue(List.of(), Map.of());
    }
    Map<Integer, Reservation> reserved = new HashMap<>();
    for (Record row : rows) {
      String state = row.get(ISSUANCE.STATE);
      if (state != null) {
        Reservation reservation = reservation(row);
        if (state.equals(IssuanceState.PARKED.name())) {
          throw Refusal.rule("", "ISSUE_PARKED", reservation.signingSerial());
        }
        reserved.put(reservation.itemSeq(), reservation);
      }
    }
    Subject subject = subject(order, rows.getFirst());
    return new OpenIssue(rows.stream().map(row -> item(subject, row)).toList(), reserved);
  }

  private static Reservation reservation(Record row) {
    return new Reservation(
        row.get(ORDER_ITEM.SEQ),
        row.get(ISSUANCE.SIGNING_SERIAL),
        row.get(ISSUANCE.ENCRYPTION_SERIAL),
        row.get(ISSUANCE.PREPARED));
  }

  private Subject subject(Order order, Record row) {
    Contact contact =
        order.holder() == Holder.PERSON || !order.changes().isEmpty()
            ? orders.contact(order.orderNo())
            : NOTHING_TOLD;
    if (order.organisationId() == null) {
      var settings = policies.under(order.hall(), order.policyVersionId()).settings();
      return new Subject(order, null, contact, settings.province(), settings.city());
    }
    Unit own =
        new Unit(
            row.get(ORGANISATION.NAME),
            row.get(ORGANISATION.CREDIT_CODE),
            row.get(ORGANISATION.LEGAL_REP_NAME),
            row.get(ORGANISATION.LEGAL_REP_ID_ENC));
    return new Subject(
        order, own, contact, row.get(ORGANISATION.PROVINCE), row.get(ORGANISATION.CITY));
  }

  private IssuingItem item(Subject subject, Record row) {
    Unit own = subject.organisation();
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
        own == null ? null : own.creditCode(),
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
    Unit own = subject.organisation();
    return type == CertificateType.LEGAL_REP && own != null
        ? Named.resident(
            own.legalRepName(),
            personalData.decrypt(PersonalData.Column.LEGAL_REP_ID, own.legalRepId()))
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
