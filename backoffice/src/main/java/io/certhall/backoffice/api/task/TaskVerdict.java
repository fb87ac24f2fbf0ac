package io.certhall.backoffice.api.task;

/** What is decided: of reviews and profiles the first two, of finance's checks the others. */
enum TaskVerdict {
  APPROVE,
  REJECT,
  CONFIRM,
  REFUSE
}
