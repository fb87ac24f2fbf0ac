-- The stamp an applicant confirmed, cut out of a stamped sheet; in force while that very file is
-- attached.
create table stamp_picture (
  order_no varchar(24) character set ascii collate ascii_bin not null,
  item_seq int not null,
  code varchar(24) character set ascii collate ascii_bin not null,
  material_code varchar(40) character set ascii collate ascii_bin not null,
  sheet_sha256 binary(32) not null,
  width_mm int not null,
  height_mm int not null,
  picture_enc mediumblob not null,
  confirmed_at datetime(6) not null,
  confirmed_by bigint not null,
  primary key (order_no, item_seq, code),
  constraint fk_stamp_picture_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
