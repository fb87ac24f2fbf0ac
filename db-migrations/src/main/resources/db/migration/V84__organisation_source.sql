-- Organisations whose data were taken over from the platform that a hall reads them from.
create table organisation_source (
  organisation_id bigint not null primary key,
  hall varchar(32) character set ascii collate ascii_bin not null,
  read_at datetime(6) not null,
  constraint fk_organisation_source_organisation
    foreign key (organisation_id) references organisation(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
