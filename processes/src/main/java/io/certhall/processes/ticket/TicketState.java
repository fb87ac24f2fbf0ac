package io.certhall.processes.ticket;

/** Whose turn it is; codes are part of the REST contract. */
public enum TicketState {
  /** 待处理 */
  OPEN,
  /** 处理中 */
  IN_PROGRESS,
  /** 已答复 */
  ANSWERED,
  /** 已关闭 */
  CLOSED
}
