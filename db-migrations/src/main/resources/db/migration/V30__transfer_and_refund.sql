-- Bank transfers: what the applicant shows as proof, and what finance decided about it.
alter table payment
  add column refusal_reason varchar(500) null,
  add column decided_by bigint null,
  add column decided_at datetime(6) null;

create table payment_voucher (
  id bigint not null auto_increment primary key,
  payment_no varchar(32) character set ascii collate ascii_bin not null,
  seq int not null,
  file_name varchar(255) not null,
  format varchar(10) character set ascii collate ascii_bin not null,
  size_bytes bigint not null,
  sha256 binary(32) not null,
  uploaded_at datetime(6) not null,
  content_enc longblob not null,
  constraint uk_payment_voucher unique (payment_no, seq),
  constraint fk_payment_voucher_payment foreign key (payment_no) references payment(payment_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- Refunds by hand: who asked, who confirmed the bank's reference; a failed one names its successor.
alter table refund
  add column requested_by bigint null,
  add column confirmed_by bigint null,
  add column bank_reference varchar(64) null,
  add column replaced_by varchar(32) character set ascii collate ascii_bin null;
create index ix_refund_order on refund(order_no);
create index ix_refund_requested on refund(requested_at, refund_no);
