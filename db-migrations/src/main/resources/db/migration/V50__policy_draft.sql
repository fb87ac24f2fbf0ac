-- What a manager changes before it runs: one draft per hall, with all files of its policy.
create table policy_draft (
  hall varchar(32) character set ascii collate ascii_bin not null primary key,
  base_version_id bigint not null,
  files longtext not null,
  started_by varchar(100) not null,
  started_at datetime(6) not null,
  edited_by varchar(100) not null,
  edited_at datetime(6) not null,
  submitted_by_id bigint null,
  submitted_by varchar(100) null,
  submitted_at datetime(6) null,
  submitted_note varchar(500) null,
  row_version int not null default 0,
  constraint fk_policy_draft_base foreign key (base_version_id) references policy_version(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- Whose change it is: nobody approves his own.
create table policy_draft_editor (
  hall varchar(32) character set ascii collate ascii_bin not null,
  account_id bigint not null,
  primary key (hall, account_id),
  constraint fk_policy_draft_editor_draft foreign key (hall) references policy_draft(hall) on delete cascade,
  constraint fk_policy_draft_editor_account foreign key (account_id) references account(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- Who prepared what another published, and which version was brought back.
alter table policy_version add column prepared_by varchar(100) null;
alter table policy_version add column restored_version_no int null;
