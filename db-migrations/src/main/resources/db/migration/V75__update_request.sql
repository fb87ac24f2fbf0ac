-- A hall asks the holders of its certificates to update them until a day.
create table update_request (
  id bigint not null auto_increment primary key,
  hall varchar(32) character set ascii collate ascii_bin not null,
  deadline date not null,
  reason varchar(200) not null,
  requested_by bigint not null,
  requested_at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_update_request_hall on update_request(hall, id);
