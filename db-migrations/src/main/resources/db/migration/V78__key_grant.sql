-- Authorisations to set a key's PIN anew: short-lived, for one key, used once.
create table key_grant (
  id varchar(40) character set ascii collate ascii_bin not null primary key,
  hall varchar(32) character set ascii collate ascii_bin not null,
  medium_serial varchar(64) character set ascii collate ascii_bin not null,
  issuer varchar(300) not null,
  account_id bigint not null,
  issued_at datetime(6) not null,
  expires_at datetime(6) not null,
  used_at datetime(6) null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_key_grant_medium on key_grant(medium_serial, issued_at);
