-- Uncertain outcomes are parked; a voided reservation stays beside its successor, so that the
-- unique keys keep its serials from ever being used again. void_no 0 is the one that counts.
alter table issuance
  add column void_no int not null default 0,
  add column attempts int not null default 0,
  add column signed_at datetime(6) null,
  add column parked_at datetime(6) null,
  add column released_at datetime(6) null,
  add column settled_by varchar(100) null,
  add column void_reason varchar(500) null,
  drop primary key,
  add primary key (order_no, item_seq, void_no),
  add key ix_issuance_state (state, reserved_at);
