-- Keys at the desks of staff: what the key agent was authorised to, and whether the issued pair is on its key.
create table key_desk_grant (
  id varchar(40) character set ascii collate ascii_bin not null primary key,
  action varchar(16) character set ascii collate ascii_bin not null,
  hall varchar(32) character set ascii collate ascii_bin not null,
  medium_serial varchar(64) character set ascii collate ascii_bin not null,
  account_id bigint not null,
  issued_at datetime(6) not null,
  expires_at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_key_desk_grant_medium on key_desk_grant(medium_serial, issued_at);

-- agent_key: its pair was made on a real key at the desk, so the issued pair has to be written there
alter table order_item add column agent_key boolean not null default false;
alter table order_item add column written_at datetime(6) null;
create index ix_order_item_to_write on order_item(agent_key, written_at);
