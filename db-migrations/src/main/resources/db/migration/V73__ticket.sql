-- Special service (专项服务): a question with files, answered by staff; no order.
create table ticket (
  ticket_no varchar(24) character set ascii collate ascii_bin not null primary key,
  hall varchar(32) character set ascii collate ascii_bin not null,
  account_id bigint not null,
  applicant_name varchar(200) not null,
  category varchar(24) character set ascii collate ascii_bin not null,
  subject varchar(100) not null,
  state varchar(16) character set ascii collate ascii_bin not null,
  assignee_id bigint null,
  assignee_name varchar(100) null,
  created_at datetime(6) not null,
  state_since datetime(6) not null,
  row_version int not null default 0,
  constraint fk_ticket_account foreign key (account_id) references account(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_ticket_account on ticket(account_id, created_at);
create index ix_ticket_state on ticket(state, state_since);

create table ticket_entry (
  id bigint not null auto_increment primary key,
  ticket_no varchar(24) character set ascii collate ascii_bin not null,
  at datetime(6) not null,
  actor_id bigint not null,
  actor_name varchar(100) not null,
  by_staff boolean not null,
  words varchar(2000) not null,
  constraint fk_ticket_entry foreign key (ticket_no) references ticket(ticket_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_ticket_entry_ticket on ticket_entry(ticket_no, id);

create table ticket_file (
  id bigint not null auto_increment primary key,
  entry_id bigint not null,
  file_name varchar(255) not null,
  format varchar(10) character set ascii collate ascii_bin not null,
  size_bytes bigint not null,
  content_enc longblob not null,
  constraint fk_ticket_file foreign key (entry_id) references ticket_entry(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_ticket_file_entry on ticket_file(entry_id);
