package io.certhall.processes.invoice;

/** What has become of an invoice. */
public enum InvoiceState {
  ISSUED,
  /** Taken back by a red-letter invoice. */
  REVERSED,
  /** The red letter that takes one back. */
  RED
}
