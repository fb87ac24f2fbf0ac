-- Services on existing certificates: what an order asks to change, the moves of a certificate, keys sent in,
-- remote sessions. See the header of V1 for money, times and encryption.

-- change_kinds: NAME, LEGAL_REP, SEAL, comma-separated; the new data are in contact_enc
alter table certificate_order add column change_kinds varchar(40) character set ascii collate ascii_bin not null default '';
-- a revocation: when its cause arose, whether the request came late, until when it has to be done and whether it was not
alter table certificate_order add column cause_at datetime(6) null;
alter table certificate_order add column late boolean not null default false;
alter table certificate_order add column due_by datetime(6) null;
alter table certificate_order add column overdue boolean not null default false;
create index ix_order_due_by on certificate_order(due_by);

-- the holder writes the key himself: issued is not yet done
alter table order_item add column self_update boolean not null default false;
create index ix_order_item_certificate on order_item(certificate_serial);

alter table certificate add column holder varchar(16) character set ascii collate ascii_bin not null default 'ORGANISATION';
alter table certificate add column secondary_lock boolean not null default false;
-- the organisation's name as certified; a renewal under another name is refused
alter table certificate add column organisation_name varchar(200) null;
alter table certificate add column superseded_by varchar(40) character set ascii collate ascii_bin null;

-- every move of a certificate, append-only
create table certificate_event (
  id bigint not null auto_increment primary key,
  serial varchar(40) character set ascii collate ascii_bin not null,
  at datetime(6) not null,
  move varchar(16) character set ascii collate ascii_bin not null,
  from_state varchar(12) character set ascii collate ascii_bin not null,
  to_state varchar(12) character set ascii collate ascii_bin not null,
  order_no varchar(24) character set ascii collate ascii_bin null,
  actor_id bigint null,
  actor_name varchar(100) not null,
  note varchar(500) null,
  constraint fk_certificate_event foreign key (serial) references certificate(serial)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_certificate_event_serial on certificate_event(serial, id);
create index ix_certificate_event_order on certificate_event(order_no);

-- a key on its way to the hall
create table inbound_key (
  order_no varchar(24) character set ascii collate ascii_bin not null primary key,
  carrier varchar(60) null,
  tracking_no varchar(60) character set ascii collate ascii_bin null,
  announced_at datetime(6) null,
  medium_serial varchar(700) character set ascii collate ascii_bin null,
  received_at datetime(6) null,
  received_by bigint null,
  constraint fk_inbound_key_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table remote_session (
  id bigint not null auto_increment primary key,
  order_no varchar(24) character set ascii collate ascii_bin not null,
  at datetime(6) not null,
  producer_id bigint not null,
  done boolean not null,
  note varchar(1000) not null,
  constraint fk_remote_session_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_remote_session_order on remote_session(order_no, id);
