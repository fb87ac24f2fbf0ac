-- Order numbers may carry a hall's prefix, so lists are sorted by the time of creation.
create index ix_order_created on certificate_order(created_at, order_no);
create index ix_order_account_created on certificate_order(account_id, created_at, order_no);
