-- What the applicant thought of a completed order: once, from one to five.
create table order_rating (
  order_no varchar(24) character set ascii collate ascii_bin not null primary key,
  hall varchar(32) character set ascii collate ascii_bin not null,
  stars int not null,
  words varchar(500) null,
  rated_at datetime(6) not null,
  constraint fk_order_rating_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_order_rating_hall on order_rating(hall, rated_at);
