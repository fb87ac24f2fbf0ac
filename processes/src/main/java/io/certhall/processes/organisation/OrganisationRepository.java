package io.certhall.processes.organisation;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORGANISATION;

import io.certhall.db.generated.tables.records.OrganisationRecord;
import io.certhall.processes.account.MobilePhone;
import io.certhall.processes.configuration.NewRecords;
import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.identifier.ResidentId;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The table of organisations; writes need an open transaction. */
@Component
class OrganisationRepository {

  private final DSLContext dsl;
  private final NewRecords newRecords;
  private final PersonalData personalData;
  private final Clock clock;

  OrganisationRepository(
      DSLContext dsl, NewRecords newRecords, PersonalData personalData, Clock clock) {
    this.dsl = dsl;
    this.newRecords = newRecords;
    this.personalData = personalData;
    this.clock = clock;
  }

  Optional<Organisation> ofAccount(long accountId) {
    return find(ORGANISATION.ACCOUNT_ID.eq(accountId), false);
  }

  Optional<Organisation> find(long id) {
    return find(ORGANISATION.ID.eq(id), false);
  }

  /** The organisation of an account, locked until the transaction ends. */
  Optional<Organisation> lockOfAccount(long accountId) {
    return find(ORGANISATION.ACCOUNT_ID.eq(accountId), true);
  }

  Optional<Organisation> lock(long id) {
    return find(ORGANISATION.ID.eq(id), true);
  }

  /** Whether another account's organisation has the code. */
  boolean isTaken(CreditCode code, long accountId) {
    return dsl.fetchExists(
        ORGANISATION,
        ORGANISATION.CREDIT_CODE.eq(code.value()).and(ORGANISATION.ACCOUNT_ID.ne(accountId)));
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when code or account have one already
   */
  long add(Organisation organisation) {
    OrganisationRecord row = newRecords.of(ORGANISATION);
    fill(row, organisation);
    row.setAccountId(organisation.accountId()).setCreatedAt(clock.instant());
    row.insert();
    return row.getId();
  }

  /** Writes a locked organisation and counts its version up. */
  void update(Organisation organisation) {
    OrganisationRecord row = dsl.newRecord(ORGANISATION);
    fill(row, organisation);
    dsl.update(ORGANISATION)
        .set(row)
        .set(ORGANISATION.ROW_VERSION, ORGANISATION.ROW_VERSION.plus(1))
        .where(ORGANISATION.ID.eq(organisation.id()))
        .execute();
  }

  private void fill(OrganisationRecord row, Organisation organisation) {
    Instant now = clock.instant();
    row.setName(organisation.name())
        .setDocumentType(organisation.documentType().name())
        .setDocumentName(organisation.documentName())
        .setCreditCode(organisation.creditCode().value())
        .setLegalRepName(organisation.legalRepName())
        .setLegalRepIdEnc(encrypt(Column.LEGAL_REP_ID, organisation.legalRepId().value()))
        .setLegalRepPhoneEnc(encrypt(Column.LEGAL_REP_PHONE, organisation.legalRepPhone().value()))
        .setRegisteredAddress(organisation.registeredAddress())
        .setContactName(organisation.contactName())
        .setContactPhoneEnc(encrypt(Column.CONTACT_PHONE, organisation.contactPhone().value()))
        .setContactPhoneHash(personalData.hash("phone", organisation.contactPhone().value()))
        .setProvince(organisation.province())
        .setCity(organisation.city())
        .setUpdatedAt(now);
  }

  private Optional<Organisation> find(Condition condition, boolean lock) {
    var query = dsl.selectFrom(ORGANISATION).where(condition);
    return (lock ? query.forUpdate().fetchOptional() : query.fetchOptional())
        .map(this::toOrganisation);
  }

  private Organisation toOrganisation(OrganisationRecord row) {
    return new Organisation(
        row.getId(),
        row.getAccountId(),
        row.getName(),
        InstitutionDocument.valueOf(row.getDocumentType()),
        new CreditCode(row.getCreditCode()),
        row.getLegalRepName(),
        new ResidentId(decrypt(Column.LEGAL_REP_ID, row.getLegalRepIdEnc())),
        new MobilePhone(decrypt(Column.LEGAL_REP_PHONE, row.getLegalRepPhoneEnc())),
        row.getRegisteredAddress(),
        row.getContactName(),
        new MobilePhone(decrypt(Column.CONTACT_PHONE, row.getContactPhoneEnc())),
        row.getProvince(),
        row.getCity(),
        row.getUpdatedAt(),
        row.getRowVersion(),
        row.getDocumentName());
  }

  private byte[] encrypt(Column column, String plain) {
    return Objects.requireNonNull(personalData.encrypt(column, plain));
  }

  private String decrypt(Column column, byte[] stored) {
    return Objects.requireNonNull(personalData.decrypt(column, stored));
  }

  /** Submitted orders of the organisation that are not over. */
  boolean hasOrdersUnderWay(long organisationId) {
    return dsl.fetchExists(
        dsl.selectOne()
            .from(CERTIFICATE_ORDER)
            .where(CERTIFICATE_ORDER.ORGANISATION_ID.eq(organisationId))
            .and(CERTIFICATE_ORDER.REMOVED_AT.isNull())
            .and(CERTIFICATE_ORDER.STATE.notIn("DRAFT", "COMPLETED", "CANCELLED", "CLOSED")));
  }
}
