-- Key media: purchase lots, where each key is, who had it when, and how many there should be.
create table key_medium_lot (
  id varchar(40) character set ascii collate ascii_bin not null primary key,
  file_name varchar(200) not null,
  quantity int not null,
  imported_at datetime(6) not null,
  imported_by bigint not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- account_id and order_no: for whom it was last assigned, until it is back in stock
create table key_medium (
  serial varchar(64) character set ascii collate ascii_bin not null primary key,
  hall varchar(32) character set ascii collate ascii_bin not null,
  model varchar(60) not null,
  supplier varchar(100) null,
  lot_id varchar(40) character set ascii collate ascii_bin null,
  state varchar(12) character set ascii collate ascii_bin not null,
  account_id bigint null,
  order_no varchar(24) character set ascii collate ascii_bin null,
  item_seq int null,
  since datetime(6) not null,
  created_at datetime(6) not null,
  constraint fk_key_medium_lot foreign key (lot_id) references key_medium_lot(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_key_medium_stock on key_medium(hall, model, state);
create index ix_key_medium_order on key_medium(order_no);

-- every move of a key, append-only
create table key_medium_event (
  id bigint not null auto_increment primary key,
  serial varchar(64) character set ascii collate ascii_bin not null,
  at datetime(6) not null,
  from_state varchar(12) character set ascii collate ascii_bin null,
  to_state varchar(12) character set ascii collate ascii_bin not null,
  order_no varchar(24) character set ascii collate ascii_bin null,
  actor_id bigint null,
  actor_name varchar(100) not null,
  note varchar(500) null,
  constraint fk_key_medium_event foreign key (serial) references key_medium(serial)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_key_medium_event_serial on key_medium_event(serial, id);

-- below this number in stock the staff are told
create table key_medium_minimum (
  hall varchar(32) character set ascii collate ascii_bin not null,
  model varchar(60) not null,
  minimum int not null,
  primary key (hall, model)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- what a hall does with a key that no lot lists: TAKE_IN (also without a row) or REFUSE
create table key_medium_rule (
  hall varchar(32) character set ascii collate ascii_bin not null primary key,
  unlisted varchar(8) character set ascii collate ascii_bin not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
