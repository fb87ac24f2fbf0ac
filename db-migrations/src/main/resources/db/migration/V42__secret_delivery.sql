-- How a key's first PIN reaches its holder. The PIN is encrypted and blanked once it has arrived.
create table secret_delivery (
  id bigint not null auto_increment primary key,
  order_no varchar(24) character set ascii collate ascii_bin not null,
  item_seq int not null,
  hall varchar(32) character set ascii collate ascii_bin not null,
  medium_serial varchar(64) character set ascii collate ascii_bin null,
  route varchar(20) character set ascii collate ascii_bin not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  pin_enc varbinary(200) null,
  recipient_enc varbinary(600) null,
  recipient_masked varchar(100) not null,
  must_change boolean not null,
  sends int not null default 0,
  created_at datetime(6) not null,
  last_sent_at datetime(6) null,
  row_version int not null default 0,
  constraint uk_secret_delivery unique (order_no, item_seq),
  constraint fk_secret_delivery_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_secret_delivery_state on secret_delivery(state, route, id);

create table secret_event (
  id bigint not null auto_increment primary key,
  delivery_id bigint not null,
  at datetime(6) not null,
  kind varchar(16) character set ascii collate ascii_bin not null,
  actor_id bigint null,
  actor_name varchar(100) not null,
  constraint fk_secret_event_delivery foreign key (delivery_id) references secret_delivery(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- Whether the authorisation letter was handed in, where the hall asks for one.
alter table pickup add column letter_seen boolean not null default false;
