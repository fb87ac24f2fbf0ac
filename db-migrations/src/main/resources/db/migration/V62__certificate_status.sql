-- What relying parties are told of a certificate: OCSP answers signed ahead, revocation lists, and what is due to be
-- signed anew. Written in the transaction of the certificate's move; signed by the workers; served without a key.

create table certificate_status (
  serial varchar(40) character set ascii collate ascii_bin not null primary key,
  ca varchar(60) character set ascii collate ascii_bin not null,
  -- the partition of the revocation list: the serial's last hexadecimal digit
  shard int not null,
  -- GOOD, HELD or REVOKED
  status varchar(8) character set ascii collate ascii_bin not null,
  -- CRLReason of RFC 5280
  reason int null,
  revoked_at datetime(6) null,
  not_after datetime(6) not null,
  -- counts the changes: an answer signed for an older one is not kept
  version int not null default 0,
  -- when the answer has to be signed next; null once the certificate has expired
  due_at datetime(6) null,
  this_update datetime(6) null,
  next_update datetime(6) null,
  answer blob null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_certificate_status_due on certificate_status(due_at);
create index ix_certificate_status_revoked on certificate_status(ca, status, shard, not_after);

-- what CertID names an authority by, in each hash algorithm
create table ocsp_issuer (
  name_hash varchar(64) character set ascii collate ascii_bin not null,
  key_hash varchar(64) character set ascii collate ascii_bin not null,
  ca varchar(60) character set ascii collate ascii_bin not null,
  primary key (name_hash, key_hash)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- changes that no revocation list tells yet; gone when one does
create table crl_change (
  id bigint not null auto_increment primary key,
  ca varchar(60) character set ascii collate ascii_bin not null,
  shard int not null,
  at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- shard -1 is the full list
create table crl (
  ca varchar(60) character set ascii collate ascii_bin not null,
  shard int not null,
  number bigint not null,
  this_update datetime(6) not null,
  next_update datetime(6) not null,
  due_at datetime(6) not null,
  der longblob not null,
  primary key (ca, shard)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_crl_due on crl(due_at);

-- certificates that are there already; the times of their revocation are those of their last move
insert into certificate_status (serial, ca, shard, status, reason, revoked_at, not_after, due_at)
select c.serial, c.hall, conv(right(c.serial, 1), 16, 10),
  case when c.state in ('NORMAL', 'LOCKED') then 'GOOD' when c.state = 'SUSPENDED' then 'HELD' else 'REVOKED' end,
  case c.state when 'SUSPENDED' then 6 when 'REPLACED' then 4 when 'CHANGED' then 3 when 'REVOKED' then 5 end,
  case when c.state in ('NORMAL', 'LOCKED') then null
    else coalesce(
      (select max(e.at) from certificate_event e where e.serial in (c.serial, c.pair_serial)), c.issued_at) end,
  c.not_after, c.issued_at
from certificate c;
