-- The identity check of an order: who is checked, how often it failed, how long it pauses.
create table identity_check (
  order_no varchar(24) character set ascii collate ascii_bin not null primary key,
  subject_hash binary(32) not null,
  failures int not null default 0,
  paused_until datetime(6) null,
  passed_at datetime(6) null,
  constraint fk_identity_check_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_identity_check_subject on identity_check(subject_hash, paused_until);

-- One way in from the screen to the phone: opened once, within its time.
create table identity_link (
  token_hash binary(32) not null primary key,
  order_no varchar(24) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  opened_at datetime(6) null,
  constraint fk_identity_link_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_identity_link_expiry on identity_link(expires_at);

create table identity_attempt (
  id bigint not null auto_increment primary key,
  order_no varchar(24) character set ascii collate ascii_bin not null,
  at datetime(6) not null,
  outcome varchar(16) character set ascii collate ascii_bin not null,
  provider_id varchar(80) null,
  constraint fk_identity_attempt_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- What was agreed to, word for word.
create table identity_consent (
  order_no varchar(24) character set ascii collate ascii_bin not null,
  code varchar(40) character set ascii collate ascii_bin not null,
  version varchar(20) character set ascii collate ascii_bin not null,
  text mediumtext not null,
  channel varchar(8) character set ascii collate ascii_bin not null,
  accepted_at datetime(6) not null,
  primary key (order_no, code, version),
  constraint fk_identity_consent_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table identity_photo (
  order_no varchar(24) character set ascii collate ascii_bin not null,
  side varchar(8) character set ascii collate ascii_bin not null,
  format varchar(10) character set ascii collate ascii_bin not null,
  size_bytes bigint not null,
  sha256 binary(32) not null,
  uploaded_at datetime(6) not null,
  content_enc longblob not null,
  primary key (order_no, side),
  constraint fk_identity_photo_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
