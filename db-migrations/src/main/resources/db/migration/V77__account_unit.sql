-- The unit an account was registered for, until its profile is filled in.
create table account_unit (
  account_id bigint not null primary key,
  name varchar(200) not null,
  credit_code varchar(18) character set ascii collate ascii_bin not null,
  registered_at datetime(6) not null,
  constraint uk_account_unit_code unique (credit_code),
  constraint fk_account_unit_account foreign key (account_id) references account(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_account_unit_name on account_unit(name);
