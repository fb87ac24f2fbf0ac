-- Lines of bank statements that finance imported; a bank's reference is taken once.
create table bank_statement_line (
  id bigint not null auto_increment primary key,
  bank_reference varchar(64) character set ascii collate ascii_bin not null,
  booked_on date null,
  amount_fen bigint not null,
  payer_enc varbinary(1000) not null,
  remark varchar(300) not null,
  state varchar(16) character set ascii collate ascii_bin not null,
  finding varchar(32) character set ascii collate ascii_bin null,
  payment_no varchar(32) character set ascii collate ascii_bin null,
  note varchar(200) null,
  file_name varchar(255) not null,
  imported_by bigint not null,
  imported_at datetime(6) not null,
  decided_by bigint null,
  decided_at datetime(6) null,
  constraint uk_bank_statement_line unique (bank_reference)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_bank_statement_line_state on bank_statement_line(state, id);
