-- Mails waiting for the mail server; address and words are encrypted.
create table mail_message (
  id bigint not null auto_increment primary key,
  dedupe_key varchar(140) character set ascii collate ascii_bin not null,
  hall varchar(32) character set ascii collate ascii_bin not null,
  order_no varchar(24) character set ascii collate ascii_bin null,
  recipient_enc varbinary(600) not null,
  content_enc blob not null,
  invoice_no varchar(32) character set ascii collate ascii_bin null,
  state varchar(12) character set ascii collate ascii_bin not null,
  attempts int not null default 0,
  next_attempt_at datetime(6) not null,
  last_error varchar(1000) null,
  created_at datetime(6) not null,
  sent_at datetime(6) null,
  constraint uk_mail_dedupe unique (dedupe_key)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_mail_due on mail_message(state, next_attempt_at, id);
create index ix_mail_order on mail_message(order_no);
