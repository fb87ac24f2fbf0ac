package io.certhall.processes.organisation;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.PERSON;

import io.certhall.db.generated.tables.records.PersonRecord;
import io.certhall.processes.account.MobilePhone;
import io.certhall.processes.configuration.NewRecords;
import io.certhall.processes.identifier.ResidentId;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The table of people; writes need the organisation's row locked. Removed people stay hidden. */
@Component
class PersonRepository {

  private final DSLContext dsl;
  private final NewRecords newRecords;
  private final PersonalData personalData;
  private final Clock clock;

  PersonRepository(DSLContext dsl, NewRecords newRecords, PersonalData personalData, Clock clock) {
    this.dsl = dsl;
    this.newRecords = newRecords;
    this.personalData = personalData;
    this.clock = clock;
  }

  List<Person> all(long organisationId) {
    return dsl.selectFrom(PERSON)
        .where(isPresent(organisationId))
        .orderBy(PERSON.ID)
        .fetch(this::toPerson);
  }

  Optional<Person> find(long organisationId, long personId) {
    return dsl.selectFrom(PERSON)
        .where(isPresent(organisationId))
        .and(PERSON.ID.eq(personId))
        .fetchOptional(this::toPerson);
  }

  Optional<Person> find(long organisationId, ResidentId idNo) {
    return dsl.selectFrom(PERSON)
        .where(isPresent(organisationId))
        .and(PERSON.ID_NO_HASH.eq(hash(idNo)))
        .fetchOptional(this::toPerson);
  }

  long add(Person person) {
    PersonRecord row = newRecords.of(PERSON);
    fill(row, person);
    row.setOrganisationId(person.organisationId()).setCreatedAt(clock.instant());
    row.insert();
    return row.getId();
  }

  /** False when the person has another version by now. */
  boolean update(Person person) {
    PersonRecord row = dsl.newRecord(PERSON);
    fill(row, person);
    return dsl.update(PERSON)
            .set(row)
            .set(PERSON.ROW_VERSION, person.version() + 1)
            .where(PERSON.ID.eq(person.id()))
            .and(PERSON.ROW_VERSION.eq(person.version()))
            .execute()
        == 1;
  }

  void remove(long personId) {
    dsl.update(PERSON)
        .set(PERSON.REMOVED_AT, clock.instant())
        .set(PERSON.ROW_VERSION, PERSON.ROW_VERSION.plus(1))
        .where(PERSON.ID.eq(personId))
        .execute();
  }

  /** Whether an application outside of {@code states} asks for a certificate of this person. */
  boolean isUsedOutside(long personId, Collection<String> states) {
    return dsl.fetchExists(
        dsl.selectOne()
            .from(ORDER_ITEM)
            .join(CERTIFICATE_ORDER)
            .on(CERTIFICATE_ORDER.ORDER_NO.eq(ORDER_ITEM.ORDER_NO))
            .where(ORDER_ITEM.PERSON_ID.eq(personId))
            .and(CERTIFICATE_ORDER.REMOVED_AT.isNull())
            .and(CERTIFICATE_ORDER.STATE.notIn(states)));
  }

  private void fill(PersonRecord row, Person person) {
    MobilePhone phone = person.phone();
    row.setName(person.name())
        .setIdNoEnc(personalData.encrypt(Column.PERSON_ID, person.idNo().value()))
        .setIdNoHash(hash(person.idNo()))
        .setIdNoMasked(person.idNo().masked())
        .setPost(person.post())
        .setPhoneEnc(
            phone == null ? null : personalData.encrypt(Column.PERSON_PHONE, phone.value()));
  }

  private Person toPerson(PersonRecord row) {
    return new Person(
        row.getId(),
        row.getOrganisationId(),
        row.getName(),
        new ResidentId(
            Objects.requireNonNull(personalData.decrypt(Column.PERSON_ID, row.getIdNoEnc()))),
        row.getPost(),
        Optional.ofNullable(personalData.decrypt(Column.PERSON_PHONE, row.getPhoneEnc()))
            .map(MobilePhone::new)
            .orElse(null),
        row.getRowVersion());
  }

  private byte[] hash(ResidentId idNo) {
    return personalData.hash("person-id", idNo.value());
  }

  private static Condition isPresent(long organisationId) {
    return PERSON.ORGANISATION_ID.eq(organisationId).and(PERSON.REMOVED_AT.isNull());
  }
}
