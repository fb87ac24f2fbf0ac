package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.ACCOUNT;
import static io.certhall.db.generated.Tables.ACCOUNT_CONSENT;
import static io.certhall.db.generated.Tables.ACCOUNT_ROLE;
import static io.certhall.db.generated.Tables.ORGANISATION;

import io.certhall.processes.configuration.NewRecords;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of accounts and roles; writes need an open transaction. */
@Component
class AccountRepository {

  private final DSLContext dsl;
  private final NewRecords newRecords;
  private final PersonalData personalData;
  private final Clock clock;

  AccountRepository(DSLContext dsl, NewRecords newRecords, PersonalData personalData, Clock clock) {
    this.dsl = dsl;
    this.newRecords = newRecords;
    this.personalData = personalData;
    this.clock = clock;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when the user name is taken
   */
  long add(
      Username username,
      String displayName,
      String passwordHash,
      @Nullable MobilePhone phone,
      Collection<Role> roles) {
    var account = newRecords.of(ACCOUNT);
    account
        .setUsername(username.value())
        .setDisplayName(displayName)
        .setPasswordHash(passwordHash)
        .setPhoneEnc(encrypt(phone))
        .setPhoneHash(hash(phone))
        .setStatus(AccountStatus.ACTIVE.name())
        .setCreatedAt(clock.instant());
    account.insert();
    setRoles(account.getId(), roles);
    return account.getId();
  }

  void consent(long accountId, String code, String version) {
    dsl.insertInto(ACCOUNT_CONSENT)
        .set(ACCOUNT_CONSENT.ACCOUNT_ID, accountId)
        .set(ACCOUNT_CONSENT.CODE, code)
        .set(ACCOUNT_CONSENT.VERSION, version)
        .set(ACCOUNT_CONSENT.ACCEPTED_AT, clock.instant())
        .execute();
  }

  void setRoles(long accountId, Collection<Role> roles) {
    dsl.deleteFrom(ACCOUNT_ROLE).where(ACCOUNT_ROLE.ACCOUNT_ID.eq(accountId)).execute();
    var insert = dsl.insertInto(ACCOUNT_ROLE, ACCOUNT_ROLE.ACCOUNT_ID, ACCOUNT_ROLE.ROLE);
    for (Role role : Set.copyOf(roles)) {
      insert = insert.values(accountId, role.name());
    }
    insert.execute();
  }

  boolean exists(Username username) {
    return dsl.fetchExists(ACCOUNT, ACCOUNT.USERNAME.eq(username.value()));
  }

  Optional<Credentials> credentials(Username username) {
    return dsl.select(ACCOUNT.ID, ACCOUNT.PASSWORD_HASH, ACCOUNT.STATUS)
        .from(ACCOUNT)
        .where(ACCOUNT.USERNAME.eq(username.value()))
        .fetchOptional(
            row ->
                new Credentials(row.value1(), row.value2(), AccountStatus.valueOf(row.value3())));
  }

  Optional<AccountView> find(long accountId) {
    List<Role> roles = roles(accountId);
    return dsl.select(
            ACCOUNT.USERNAME,
            ACCOUNT.DISPLAY_NAME,
            ACCOUNT.PHONE_ENC,
            ACCOUNT.STATUS,
            ACCOUNT.LAST_LOGIN_AT,
            ACCOUNT.ROW_VERSION)
        .from(ACCOUNT)
        .where(ACCOUNT.ID.eq(accountId))
        .fetchOptional(
            row ->
                new AccountView(
                    accountId,
                    row.value1(),
                    row.value2(),
                    decrypt(row.value3()).map(MobilePhone::masked).orElse(null),
                    AccountStatus.valueOf(row.value4()),
                    Set.copyOf(roles),
                    row.value5(),
                    row.value6()));
  }

  /** The actor behind an account that may be used. */
  Optional<Actor> actor(long accountId) {
    return toActor(
        dsl.select(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME, ACCOUNT_ROLE.ROLE)
            .from(ACCOUNT)
            .leftJoin(ACCOUNT_ROLE)
            .on(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID))
            .where(ACCOUNT.ID.eq(accountId))
            .and(ACCOUNT.STATUS.eq(AccountStatus.ACTIVE.name()))
            .fetch());
  }

  /** One row per role; an account without roles is one row without a role. */
  static Optional<Actor> toActor(List<Record3<Long, String, String>> rows) {
    return rows.stream()
        .findFirst()
        .map(
            first ->
                new Actor(
                    first.value1(),
                    first.value2(),
                    rows.stream()
                        .map(Record3::value3)
                        .filter(Objects::nonNull)
                        .map(Role::valueOf)
                        .collect(Collectors.toSet())));
  }

  Optional<MobilePhone> phone(long accountId) {
    return dsl.select(ACCOUNT.PHONE_ENC)
        .from(ACCOUNT)
        .where(ACCOUNT.ID.eq(accountId))
        .fetchOptional(ACCOUNT.PHONE_ENC)
        .flatMap(this::decrypt);
  }

  /** Phones that prove ownership: the registered one and the legal representative's (SD-08). */
  Set<MobilePhone> phonesOfOwner(long accountId) {
    return dsl
        .select(ACCOUNT.PHONE_ENC, ORGANISATION.LEGAL_REP_PHONE_ENC)
        .from(ACCOUNT)
        .leftJoin(ORGANISATION)
        .on(ORGANISATION.ACCOUNT_ID.eq(ACCOUNT.ID))
        .where(ACCOUNT.ID.eq(accountId))
        .fetch()
        .stream()
        .flatMap(
            row ->
                Stream.concat(
                    decrypt(row.value1()).stream(),
                    Optional.ofNullable(personalData.decrypt(Column.LEGAL_REP_PHONE, row.value2()))
                        .flatMap(MobilePhone::parse)
                        .stream()))
        .collect(Collectors.toSet());
  }

  Optional<String> passwordHash(long accountId) {
    return dsl.select(ACCOUNT.PASSWORD_HASH)
        .from(ACCOUNT)
        .where(ACCOUNT.ID.eq(accountId))
        .fetchOptional(ACCOUNT.PASSWORD_HASH);
  }

  void setPasswordHash(long accountId, String passwordHash) {
    dsl.update(ACCOUNT)
        .set(ACCOUNT.PASSWORD_HASH, passwordHash)
        .set(ACCOUNT.ROW_VERSION, ACCOUNT.ROW_VERSION.plus(1))
        .where(ACCOUNT.ID.eq(accountId))
        .execute();
  }

  void setPhone(long accountId, MobilePhone phone) {
    dsl.update(ACCOUNT)
        .set(ACCOUNT.PHONE_ENC, encrypt(phone))
        .set(ACCOUNT.PHONE_HASH, hash(phone))
        .set(ACCOUNT.ROW_VERSION, ACCOUNT.ROW_VERSION.plus(1))
        .where(ACCOUNT.ID.eq(accountId))
        .execute();
  }

  /** False when the account has another version by now. */
  boolean change(long accountId, int version, String displayName, AccountStatus status) {
    return dsl.update(ACCOUNT)
            .set(ACCOUNT.DISPLAY_NAME, displayName)
            .set(ACCOUNT.STATUS, status.name())
            .set(ACCOUNT.ROW_VERSION, version + 1)
            .where(ACCOUNT.ID.eq(accountId))
            .and(ACCOUNT.ROW_VERSION.eq(version))
            .execute()
        == 1;
  }

  void noteLogin(long accountId) {
    dsl.update(ACCOUNT)
        .set(ACCOUNT.LAST_LOGIN_AT, clock.instant())
        .where(ACCOUNT.ID.eq(accountId))
        .execute();
  }

  private List<Role> roles(long accountId) {
    return dsl.select(ACCOUNT_ROLE.ROLE)
        .from(ACCOUNT_ROLE)
        .where(ACCOUNT_ROLE.ACCOUNT_ID.eq(accountId))
        .fetch(row -> Role.valueOf(row.value1()));
  }

  private byte @Nullable [] encrypt(@Nullable MobilePhone phone) {
    return phone == null ? null : personalData.encrypt(Column.ACCOUNT_PHONE, phone.value());
  }

  private byte @Nullable [] hash(@Nullable MobilePhone phone) {
    return phone == null ? null : personalData.hash("phone", phone.value());
  }

  private Optional<MobilePhone> decrypt(byte @Nullable [] stored) {
    return Optional.ofNullable(personalData.decrypt(Column.ACCOUNT_PHONE, stored))
        .map(MobilePhone::new);
  }

  record Credentials(long accountId, String passwordHash, AccountStatus status) {}
}
