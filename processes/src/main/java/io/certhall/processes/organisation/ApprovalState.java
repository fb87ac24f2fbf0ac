package io.certhall.processes.organisation;

/** How far a hall's approval of a profile is. */
public enum ApprovalState {
  /** 待完善: not submitted, or changed since. */
  INCOMPLETE,
  /** 待审核. */
  PENDING,
  /** 审核通过. */
  APPROVED,
  /** 已驳回. */
  REJECTED
}
