-- Electronic seals after GB/T 38540: the signed structure with its picture, bound to a signing
-- certificate. What becomes of the certificate becomes of its seals; state is the holder's own
-- freeze (NORMAL or FROZEN). Rows without es_id are from before seals were made.
alter table seal add column es_id varchar(64) character set ascii collate ascii_bin null;
alter table seal add column format_version int not null default 0;
alter table seal add column width_mm int not null default 0;
alter table seal add column height_mm int not null default 0;
-- CONFIRMED, FORMER, SHEET or DRAWN
alter table seal add column picture_source varchar(12) character set ascii collate ascii_bin null;
alter table seal add column valid_from datetime(6) null;
alter table seal add column valid_to datetime(6) null;
-- the order that asked for it; null where that is the order of the certificate
alter table seal add column order_no varchar(24) character set ascii collate ascii_bin null;
alter table seal add constraint uk_seal_es_id unique (es_id);

create index ix_seal_order on seal(order_no);

create table seal_content (
  es_id varchar(64) character set ascii collate ascii_bin not null primary key,
  picture_enc mediumblob not null,
  der_enc mediumblob not null,
  constraint fk_seal_content_seal foreign key (es_id) references seal(es_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
