package io.certhall.workers.issuance;

/** What goes wrong in one delivery of the issuing job; the numbers are those of the cycle. */
enum Fault {
  NONE,
  /** Step 1: the database is away before anything is read. */
  DATABASE_AWAY_AT_START,
  /** Step 2 is done, nothing is reserved. */
  AFTER_LINT,
  /** Step 1: the answer of a committed reservation is lost. */
  AFTER_RESERVE,
  /** Step 1 is done, then the database goes away for the rest of the delivery. */
  DATABASE_AWAY_AFTER_RESERVE,
  /** Step 1 is done, then the reserved bytes turn out to be unreadable. */
  RESERVED_BYTES_SPOILT,
  /** Step 3 is done, nothing is stored. */
  AFTER_SIGN,
  /** Step 3 is done, then the database goes away. */
  DATABASE_AWAY_AFTER_SIGN,
  /** Inside the transaction of step 4, with all its rows written. */
  INSIDE_STORE,
  /** Inside the transaction of step 4: the connection breaks before the commit. */
  CONNECTION_LOST_INSIDE_STORE,
  /** Step 4 is committed, its answer lost. */
  AFTER_STORE,
  /** Two workers have the same job at once. */
  TWO_WORKERS,
  /** The job comes once more after it was done. */
  DELIVERED_AGAIN,
  /** The worker dies after step 1 and the job does not come again until someone asks. */
  FORGOTTEN
}
