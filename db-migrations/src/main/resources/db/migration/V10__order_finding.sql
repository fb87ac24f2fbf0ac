-- What the sweep found on orders that stand still: one row per order and kind, kept after it is gone.
create table order_finding (
  order_no varchar(24) character set ascii collate ascii_bin not null,
  kind varchar(24) character set ascii collate ascii_bin not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  element_id varchar(120) character set ascii collate ascii_bin null,
  repairs int not null default 0,
  repaired_at datetime(6) null,
  found_at datetime(6) not null,
  seen_at datetime(6) not null,
  gone_at datetime(6) null,
  primary key (order_no, kind),
  constraint fk_order_finding_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_order_finding_state on order_finding(state, seen_at);
