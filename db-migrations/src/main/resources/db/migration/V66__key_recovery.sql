-- Recovery of escrowed encryption keys: asked for by one officer, approved by as many others as the hall wants,
-- delivered enveloped to a certificate. See the header of V1 for times.
-- the enveloped key as key media take it through SKF; null for keys other than SM2
alter table key_escrow add column skf_blob blob null;

create table key_recovery (
  id bigint not null auto_increment primary key,
  hall varchar(32) character set ascii collate ascii_bin not null,
  -- USER or JUDICIAL
  kind varchar(12) character set ascii collate ascii_bin not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  encryption_serial varchar(40) character set ascii collate ascii_bin not null,
  common_name varchar(200) not null,
  reason varchar(1000) not null,
  -- judicial: who asks, and under which number
  authority varchar(200) null,
  case_no varchar(100) null,
  recipient_serial varchar(40) character set ascii collate ascii_bin not null,
  recipient_subject varchar(500) not null,
  recipient_der blob not null,
  -- how many officers have to approve, fixed when it was asked for
  needed int not null,
  requested_by bigint not null,
  requested_name varchar(100) not null,
  requested_at datetime(6) not null,
  expires_at datetime(6) not null,
  ended_at datetime(6) null,
  -- SM2EnvelopedKey or CMS EnvelopedData, and the form for SKF where there is one
  envelope blob null,
  skf_blob blob null,
  failure varchar(1000) null,
  constraint fk_key_recovery_escrow foreign key (encryption_serial) references key_escrow(encryption_serial)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_key_recovery_state on key_recovery(state, id);

-- each officer decides once
create table key_recovery_decision (
  recovery_id bigint not null,
  officer_id bigint not null,
  officer_name varchar(100) not null,
  approved boolean not null,
  note varchar(500) null,
  at datetime(6) not null,
  primary key (recovery_id, officer_id),
  constraint fk_key_recovery_decision foreign key (recovery_id) references key_recovery(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
