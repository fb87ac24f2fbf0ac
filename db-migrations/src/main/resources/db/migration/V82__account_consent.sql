-- Which text of the registration agreement an account was opened under, and when.
create table account_consent (
  account_id bigint not null,
  code varchar(32) character set ascii collate ascii_bin not null,
  version varchar(20) character set ascii collate ascii_bin not null,
  accepted_at datetime(6) not null,
  primary key (account_id, code, version),
  constraint fk_account_consent_account foreign key (account_id) references account(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
