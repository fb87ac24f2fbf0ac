package io.certhall.processes.order;

/** Kind of invoice wanted; SPECIAL is the VAT special invoice (增值税专用发票). */
public enum InvoiceKind {
  NONE,
  NORMAL,
  SPECIAL
}
