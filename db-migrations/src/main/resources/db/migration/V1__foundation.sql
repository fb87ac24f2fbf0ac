-- Money: bigint in fen. Times: datetime(6) in UTC. *_enc: AES-GCM, *_hash: keyed hash for look-up.
-- Common ground of MariaDB 11.4 and MySQL 8.4/9; JSON is kept in text columns because the two differ in type.

-- account -----------------------------------------------------------------------------------------
create table account (
  id bigint not null auto_increment primary key,
  username varchar(64) not null,
  display_name varchar(100) not null,
  password_hash varchar(200) not null,
  phone_enc varbinary(200) null,
  phone_hash binary(32) null,
  status varchar(16) character set ascii collate ascii_bin not null,
  locale varchar(10) character set ascii collate ascii_bin not null default 'zh-CN',
  created_at datetime(6) not null,
  last_login_at datetime(6) null,
  row_version int not null default 0,
  constraint uk_account_username unique (username)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_account_phone on account(phone_hash);

create table account_role (
  account_id bigint not null,
  role varchar(16) character set ascii collate ascii_bin not null,
  primary key (account_id, role),
  constraint fk_account_role_account foreign key (account_id) references account(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table api_token (
  token_hash binary(32) not null primary key,
  account_id bigint not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  constraint fk_api_token_account foreign key (account_id) references account(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_api_token_expiry on api_token(expires_at);

create table verification_code (
  id bigint not null auto_increment primary key,
  purpose varchar(24) character set ascii collate ascii_bin not null,
  phone_hash binary(32) not null,
  code_hash binary(32) not null,
  attempts int not null default 0,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  used_at datetime(6) null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_verification_code_phone on verification_code(phone_hash, purpose, id);

-- one row per throttled thing: a user name, an address, a phone
create table throttle (
  throttle_key binary(32) not null primary key,
  failures int not null,
  window_started_at datetime(6) not null,
  blocked_until datetime(6) null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table idempotency (
  account_id bigint not null,
  idempotency_key varchar(100) character set ascii collate ascii_bin not null,
  request_hash binary(32) not null,
  status int null,
  response mediumtext null,
  created_at datetime(6) not null,
  primary key (account_id, idempotency_key)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- organisation ------------------------------------------------------------------------------------
create table organisation (
  id bigint not null auto_increment primary key,
  account_id bigint not null,
  name varchar(200) not null,
  document_type varchar(32) not null,
  credit_code varchar(18) character set ascii collate ascii_bin not null,
  legal_rep_name varchar(100) not null,
  legal_rep_id_enc varbinary(200) not null,
  legal_rep_phone_enc varbinary(200) not null,
  registered_address varchar(300) not null,
  contact_name varchar(100) not null,
  contact_phone_enc varbinary(200) not null,
  contact_phone_hash binary(32) not null,
  province varchar(60) not null,
  city varchar(60) not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  row_version int not null default 0,
  constraint uk_organisation_account unique (account_id),
  constraint uk_organisation_credit_code unique (credit_code),
  constraint fk_organisation_account foreign key (account_id) references account(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table organisation_approval (
  organisation_id bigint not null,
  hall varchar(32) character set ascii collate ascii_bin not null,
  state varchar(16) character set ascii collate ascii_bin not null,
  reason varchar(1000) null,
  submitted_at datetime(6) null,
  decided_at datetime(6) null,
  decided_by bigint null,
  row_version int not null default 0,
  primary key (organisation_id, hall),
  constraint fk_org_approval_org foreign key (organisation_id) references organisation(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_org_approval_state on organisation_approval(state, hall);

create table person (
  id bigint not null auto_increment primary key,
  organisation_id bigint not null,
  name varchar(100) not null,
  id_no_enc varbinary(200) not null,
  id_no_hash binary(32) not null,
  id_no_masked varchar(32) not null,
  post varchar(100) not null,
  phone_enc varbinary(200) null,
  created_at datetime(6) not null,
  removed_at datetime(6) null,
  row_version int not null default 0,
  constraint fk_person_org foreign key (organisation_id) references organisation(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_person_org on person(organisation_id, id_no_hash);

-- policy ------------------------------------------------------------------------------------------
create table policy_version (
  id bigint not null auto_increment primary key,
  hall varchar(32) character set ascii collate ascii_bin not null,
  version_no int not null,
  content_hash char(64) character set ascii collate ascii_bin not null,
  source longtext not null,
  process_id varchar(120) character set ascii collate ascii_bin not null,
  compiled_bpmn longtext not null,
  note varchar(500) not null,
  published_at datetime(6) not null,
  published_by varchar(100) not null,
  constraint uk_policy_version unique (hall, version_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table policy_active (
  hall varchar(32) character set ascii collate ascii_bin not null primary key,
  policy_version_id bigint not null,
  constraint fk_policy_active_version foreign key (policy_version_id) references policy_version(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- what the engine calls the published version; rewritten when the engine's data was lost
create table engine_deployment (
  policy_version_id bigint not null primary key,
  process_definition_key bigint not null,
  deployed_at datetime(6) not null,
  constraint fk_engine_deployment_version foreign key (policy_version_id) references policy_version(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- order -------------------------------------------------------------------------------------------
create table certificate_order (
  order_no varchar(24) character set ascii collate ascii_bin not null primary key,
  hall varchar(32) character set ascii collate ascii_bin not null,
  service varchar(16) character set ascii collate ascii_bin not null,
  holder varchar(16) character set ascii collate ascii_bin not null,
  account_id bigint not null,
  organisation_id bigint null,
  applicant_name varchar(200) not null,
  state varchar(20) character set ascii collate ascii_bin not null,
  pay_status varchar(16) character set ascii collate ascii_bin not null,
  review_status varchar(16) character set ascii collate ascii_bin not null,
  delivery_status varchar(16) character set ascii collate ascii_bin not null,
  invoice_status varchar(16) character set ascii collate ascii_bin not null,
  round int not null default 1,
  delivery_method varchar(16) character set ascii collate ascii_bin null,
  invoice_kind varchar(16) character set ascii collate ascii_bin null,
  invoice_title varchar(200) null,
  -- agent, recipient and invoice data of this order, one encrypted JSON document
  contact_enc blob null,
  total_fen bigint not null default 0,
  paid_fen bigint not null default 0,
  refunded_fen bigint not null default 0,
  policy_version_id bigint null,
  process_instance_key bigint null,
  state_since datetime(6) not null,
  created_at datetime(6) not null,
  submitted_at datetime(6) null,
  completed_at datetime(6) null,
  removed_at datetime(6) null,
  row_version int not null default 0,
  constraint fk_order_account foreign key (account_id) references account(id),
  constraint fk_order_policy foreign key (policy_version_id) references policy_version(id),
  constraint ck_order_money check (total_fen >= 0 and paid_fen >= 0 and refunded_fen >= 0)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_order_account on certificate_order(account_id, order_no);
create index ix_order_organisation on certificate_order(organisation_id, state);
create index ix_order_state on certificate_order(state, state_since);

create table order_item (
  order_no varchar(24) character set ascii collate ascii_bin not null,
  seq int not null,
  type varchar(16) character set ascii collate ascii_bin not null,
  person_id bigint null,
  years int not null,
  seals varchar(200) character set ascii collate ascii_bin not null,
  secondary_lock boolean not null default false,
  status varchar(16) character set ascii collate ascii_bin not null,
  medium_serial varchar(64) character set ascii collate ascii_bin null,
  signing_csr text null,
  certificate_serial varchar(40) character set ascii collate ascii_bin null,
  primary key (order_no, seq),
  constraint fk_order_item_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_order_item_person on order_item(person_id);

create table order_line (
  order_no varchar(24) character set ascii collate ascii_bin not null,
  line_no int not null,
  item_seq int not null,
  code varchar(24) character set ascii collate ascii_bin not null,
  label varchar(100) not null,
  unit_fen bigint not null,
  quantity int not null,
  amount_fen bigint not null,
  primary key (order_no, line_no),
  constraint fk_order_line_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- materials demanded of this order, frozen at submission; before that they follow the policy
create table order_material (
  order_no varchar(24) character set ascii collate ascii_bin not null,
  code varchar(40) character set ascii collate ascii_bin not null,
  position int not null,
  label varchar(200) not null,
  required boolean not null,
  formats varchar(100) character set ascii collate ascii_bin not null,
  max_bytes bigint not null,
  template varchar(60) character set ascii collate ascii_bin null,
  sample varchar(60) character set ascii collate ascii_bin null,
  primary key (order_no, code),
  constraint fk_order_material_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table order_event (
  id bigint not null auto_increment primary key,
  order_no varchar(24) character set ascii collate ascii_bin not null,
  at datetime(6) not null,
  kind varchar(32) character set ascii collate ascii_bin not null,
  state varchar(20) character set ascii collate ascii_bin not null,
  round int not null,
  element_id varchar(120) character set ascii collate ascii_bin null,
  actor_id bigint null,
  actor_name varchar(100) not null,
  note varchar(2000) null,
  constraint fk_order_event_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_order_event_order on order_event(order_no, id);

create table order_rejection (
  order_no varchar(24) character set ascii collate ascii_bin not null,
  round int not null,
  seq int not null,
  field varchar(100) not null,
  code varchar(40) character set ascii collate ascii_bin not null,
  text varchar(1000) not null,
  decided_at datetime(6) not null,
  decided_by varchar(100) not null,
  primary key (order_no, round, seq),
  constraint fk_order_rejection_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table order_agreement (
  order_no varchar(24) character set ascii collate ascii_bin not null,
  code varchar(40) character set ascii collate ascii_bin not null,
  version varchar(20) character set ascii collate ascii_bin not null,
  accepted_at datetime(6) not null,
  primary key (order_no, code),
  constraint fk_order_agreement_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- superseded_by 0 is the file in force; replaced files stay for the record
create table attachment (
  id bigint not null auto_increment primary key,
  order_no varchar(24) character set ascii collate ascii_bin not null,
  code varchar(40) character set ascii collate ascii_bin not null,
  superseded_by bigint not null default 0,
  file_name varchar(255) not null,
  format varchar(10) character set ascii collate ascii_bin not null,
  size_bytes bigint not null,
  sha256 binary(32) not null,
  round int not null,
  uploaded_at datetime(6) not null,
  uploaded_by bigint not null,
  constraint uk_attachment unique (order_no, code, superseded_by),
  constraint fk_attachment_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table attachment_content (
  attachment_id bigint not null primary key,
  content_enc longblob not null,
  constraint fk_attachment_content foreign key (attachment_id) references attachment(id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- task --------------------------------------------------------------------------------------------
-- A waiting step of the engine (job_key) or of the hall itself (profile review: job_key null).
-- One engine job may be several rows, one per item (the producer's desk works key by key).
create table human_task (
  id bigint not null auto_increment primary key,
  job_key bigint null,
  item_seq int not null default 0,
  order_no varchar(24) character set ascii collate ascii_bin null,
  organisation_id bigint null,
  queue varchar(16) character set ascii collate ascii_bin not null,
  hall varchar(32) character set ascii collate ascii_bin not null,
  service varchar(16) character set ascii collate ascii_bin not null,
  subject varchar(200) not null,
  element_id varchar(120) character set ascii collate ascii_bin null,
  round int not null default 1,
  state varchar(12) character set ascii collate ascii_bin not null,
  assignee_id bigint null,
  claimed_at datetime(6) null,
  created_at datetime(6) not null,
  due_at datetime(6) null,
  completed_at datetime(6) null,
  completed_by bigint null,
  outcome varchar(32) character set ascii collate ascii_bin null,
  row_version int not null default 0,
  constraint uk_human_task_job unique (job_key, item_seq)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_human_task_queue on human_task(state, queue, hall, id);
create index ix_human_task_order on human_task(order_no, state);

create table incident (
  id bigint not null auto_increment primary key,
  job_key bigint not null,
  order_no varchar(24) character set ascii collate ascii_bin null,
  process_instance_key bigint not null,
  element_id varchar(120) character set ascii collate ascii_bin not null,
  job_type varchar(60) character set ascii collate ascii_bin not null,
  message varchar(2000) not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  resolved_at datetime(6) null,
  resolved_by varchar(100) null,
  constraint uk_incident_job unique (job_key)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_incident_state on incident(state, id);

-- outbox ------------------------------------------------------------------------------------------
create table outbox (
  id bigint not null auto_increment primary key,
  kind varchar(24) character set ascii collate ascii_bin not null,
  business_key varchar(80) character set ascii collate ascii_bin not null,
  payload text not null,
  attempts int not null default 0,
  next_attempt_at datetime(6) not null,
  parked boolean not null default false,
  last_error varchar(1000) null,
  created_at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_outbox_due on outbox(parked, next_attempt_at, id);

create table notification (
  id bigint not null auto_increment primary key,
  dedupe_key varchar(120) character set ascii collate ascii_bin not null,
  hall varchar(32) character set ascii collate ascii_bin not null,
  message_id varchar(16) character set ascii collate ascii_bin not null,
  channel varchar(8) character set ascii collate ascii_bin not null,
  order_no varchar(24) character set ascii collate ascii_bin null,
  account_id bigint null,
  phone_enc varbinary(200) null,
  -- template parameters, encrypted JSON: they may carry names and codes
  params_enc blob not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  attempts int not null default 0,
  next_attempt_at datetime(6) not null,
  provider_id varchar(80) null,
  last_error varchar(1000) null,
  created_at datetime(6) not null,
  sent_at datetime(6) null,
  read_at datetime(6) null,
  constraint uk_notification_dedupe unique (dedupe_key)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_notification_due on notification(state, next_attempt_at, id);
create index ix_notification_account on notification(account_id, channel, id);
create index ix_notification_order on notification(order_no);

-- payment -----------------------------------------------------------------------------------------
create table payment (
  payment_no varchar(32) character set ascii collate ascii_bin not null primary key,
  order_no varchar(24) character set ascii collate ascii_bin not null,
  hall varchar(32) character set ascii collate ascii_bin not null,
  method varchar(16) character set ascii collate ascii_bin not null,
  amount_fen bigint not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  code_url varchar(500) null,
  provider_transaction varchar(64) character set ascii collate ascii_bin null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  paid_at datetime(6) null,
  row_version int not null default 0,
  constraint uk_payment_transaction unique (method, provider_transaction),
  constraint fk_payment_order foreign key (order_no) references certificate_order(order_no),
  constraint ck_payment_amount check (amount_fen > 0)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_payment_order on payment(order_no, state);
create index ix_payment_state on payment(state, expires_at);

create table payment_notice (
  method varchar(16) character set ascii collate ascii_bin not null,
  notice_id varchar(80) character set ascii collate ascii_bin not null,
  payment_no varchar(32) character set ascii collate ascii_bin not null,
  received_at datetime(6) not null,
  outcome varchar(24) character set ascii collate ascii_bin not null,
  primary key (method, notice_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table refund (
  refund_no varchar(32) character set ascii collate ascii_bin not null primary key,
  payment_no varchar(32) character set ascii collate ascii_bin not null,
  order_no varchar(24) character set ascii collate ascii_bin not null,
  amount_fen bigint not null,
  reason varchar(200) not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  attempts int not null default 0,
  next_attempt_at datetime(6) not null,
  provider_refund varchar(64) character set ascii collate ascii_bin null,
  requested_at datetime(6) not null,
  completed_at datetime(6) null,
  last_error varchar(1000) null,
  row_version int not null default 0,
  constraint fk_refund_payment foreign key (payment_no) references payment(payment_no),
  constraint ck_refund_amount check (amount_fen > 0)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_refund_state on refund(state, next_attempt_at);

-- issuing -----------------------------------------------------------------------------------------
-- The cycle: reserved serials and to-be-signed bytes are stored before the first signature.
create table issuance (
  order_no varchar(24) character set ascii collate ascii_bin not null,
  item_seq int not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  signing_serial varchar(40) character set ascii collate ascii_bin not null,
  encryption_serial varchar(40) character set ascii collate ascii_bin not null,
  -- everything signing needs, fixed before anything is signed
  prepared blob not null,
  reserved_at datetime(6) not null,
  finished_at datetime(6) null,
  parked_reason varchar(1000) null,
  primary key (order_no, item_seq),
  constraint uk_issuance_signing unique (signing_serial),
  constraint uk_issuance_encryption unique (encryption_serial),
  constraint fk_issuance_item foreign key (order_no, item_seq) references order_item(order_no, seq)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table certificate (
  serial varchar(40) character set ascii collate ascii_bin not null primary key,
  pair_serial varchar(40) character set ascii collate ascii_bin not null,
  key_usage varchar(12) character set ascii collate ascii_bin not null,
  hall varchar(32) character set ascii collate ascii_bin not null,
  issuer varchar(300) not null,
  order_no varchar(24) character set ascii collate ascii_bin not null,
  item_seq int not null,
  type varchar(16) character set ascii collate ascii_bin not null,
  account_id bigint not null,
  organisation_id bigint null,
  person_id bigint null,
  common_name varchar(200) not null,
  subject varchar(500) not null,
  years int not null,
  not_before datetime(6) not null,
  not_after datetime(6) not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  medium_serial varchar(64) character set ascii collate ascii_bin null,
  der blob not null,
  issued_at datetime(6) not null,
  row_version int not null default 0,
  constraint fk_certificate_item foreign key (order_no, item_seq) references order_item(order_no, seq),
  constraint uk_certificate_item unique (order_no, item_seq, key_usage)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_certificate_account on certificate(account_id, key_usage, issued_at);
create index ix_certificate_org on certificate(organisation_id, hall, type, state);
create index ix_certificate_person on certificate(person_id, hall, type, state);
create index ix_certificate_medium on certificate(medium_serial);

create table key_escrow (
  encryption_serial varchar(40) character set ascii collate ascii_bin not null primary key,
  wrapped_key blob not null,
  enveloped_key blob not null,
  created_at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table seal (
  id bigint not null auto_increment primary key,
  certificate_serial varchar(40) character set ascii collate ascii_bin not null,
  code varchar(24) character set ascii collate ascii_bin not null,
  name varchar(100) not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  constraint uk_seal unique (certificate_serial, code),
  constraint fk_seal_certificate foreign key (certificate_serial) references certificate(serial)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table ca_certificate (
  ca varchar(60) character set ascii collate ascii_bin not null primary key,
  subject varchar(300) not null,
  der blob not null,
  created_at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- delivery and invoice ----------------------------------------------------------------------------
create table shipment (
  order_no varchar(24) character set ascii collate ascii_bin not null primary key,
  carrier varchar(60) not null,
  tracking_no varchar(60) character set ascii collate ascii_bin not null,
  shipped_at datetime(6) not null,
  shipped_by bigint not null,
  received_at datetime(6) null,
  constraint fk_shipment_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table pickup (
  order_no varchar(24) character set ascii collate ascii_bin not null primary key,
  recipient varchar(100) not null,
  id_last4 varchar(4) character set ascii collate ascii_bin not null,
  handed_at datetime(6) not null,
  handed_by bigint not null,
  constraint fk_pickup_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table invoice (
  invoice_no varchar(32) character set ascii collate ascii_bin not null primary key,
  order_no varchar(24) character set ascii collate ascii_bin not null,
  hall varchar(32) character set ascii collate ascii_bin not null,
  kind varchar(16) character set ascii collate ascii_bin not null,
  title varchar(200) not null,
  tax_no varchar(20) character set ascii collate ascii_bin null,
  amount_fen bigint not null,
  tax_fen bigint not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  issued_at datetime(6) not null,
  document mediumblob not null,
  constraint uk_invoice_order unique (order_no),
  constraint fk_invoice_order foreign key (order_no) references certificate_order(order_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- audit -------------------------------------------------------------------------------------------
create table audit_log (
  id bigint not null auto_increment primary key,
  at datetime(6) not null,
  actor_id bigint null,
  actor_name varchar(100) not null,
  action varchar(60) character set ascii collate ascii_bin not null,
  entity varchar(32) character set ascii collate ascii_bin not null,
  entity_id varchar(80) character set ascii collate ascii_bin not null,
  hall varchar(32) character set ascii collate ascii_bin null,
  detail varchar(2000) null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;
create index ix_audit_entity on audit_log(entity, entity_id, id);
create index ix_audit_actor on audit_log(actor_id, id);
