-- What a hall asked of its own when an account was registered there, as encrypted JSON.
create table account_answers (
  account_id bigint not null primary key,
  hall varchar(32) character set ascii collate ascii_bin not null,
  answers_enc blob not null,
  answered_at datetime(6) not null,
  constraint fk_account_answers_account foreign key (account_id) references account(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
