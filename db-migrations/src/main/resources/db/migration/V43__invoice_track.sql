-- Titles an organisation keeps for its invoices; address, phone, bank and mail are one encrypted document.
create table invoice_title (
  id bigint not null auto_increment primary key,
  account_id bigint not null,
  kind varchar(16) character set ascii collate ascii_bin not null,
  title varchar(200) not null,
  tax_no varchar(20) character set ascii collate ascii_bin null,
  details_enc blob not null,
  preferred boolean not null default false,
  created_at datetime(6) not null,
  removed_at datetime(6) null,
  row_version int not null default 0,
  constraint fk_invoice_title_account foreign key (account_id) references account(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table invoice_request (
  order_no varchar(24) character set ascii collate ascii_bin not null primary key,
  account_id bigint not null,
  hall varchar(32) character set ascii collate ascii_bin not null,
  kind varchar(16) character set ascii collate ascii_bin not null,
  title varchar(200) not null,
  tax_no varchar(20) character set ascii collate ascii_bin null,
  details_enc blob not null,
  sending varchar(8) character set ascii collate ascii_bin not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  amount_fen bigint not null,
  requested_at datetime(6) not null,
  due_at datetime(6) not null,
  reason varchar(500) null,
  invoice_no varchar(32) character set ascii collate ascii_bin null,
  carrier varchar(60) null,
  tracking_no varchar(60) character set ascii collate ascii_bin null,
  row_version int not null default 0,
  constraint fk_invoice_request_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_invoice_request_state on invoice_request(state, due_at);
create index ix_invoice_request_account on invoice_request(account_id, requested_at);

create table invoice_event (
  id bigint not null auto_increment primary key,
  order_no varchar(24) character set ascii collate ascii_bin not null,
  at datetime(6) not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  actor_id bigint null,
  actor_name varchar(100) not null,
  note varchar(500) null,
  constraint fk_invoice_event_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- One invoice in force an order: a reversed one and its red letter give the slot up.
alter table invoice add column slot varchar(32) character set ascii collate ascii_bin not null default 'LIVE';
alter table invoice add column red_of varchar(32) character set ascii collate ascii_bin null;
alter table invoice add constraint uk_invoice_slot unique (order_no, slot);
alter table invoice drop index uk_invoice_order;
