package io.certhall.backoffice.account.ui;

/** How somebody signs in with what he types; a hall says which it offers. */
enum LoginKind {
  USERNAME,
  /** By the name or credit code of the organisation. */
  COMPANY,
  /** With a code by text message. */
  PHONE_CODE
}
