package io.certhall.processes.secret;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.Holder;
import org.jspecify.annotations.Nullable;

/** By which way a PIN goes. */
public enum SecretRoute {
  SMS_OPERATOR,
  SMS_HOLDER,
  /** In the remark of a small transfer to the organisation's own account. */
  TRANSFER_REMARK,
  /** The hall's usual first PIN: nothing to deliver. */
  NONE;

  /**
   * The hall's route, as far as it can be gone: a person has no corporate account, and who paid by
   * transfer has proven his account already (SZ-33, SZ-34, G-71).
   *
   * @param paidBy the last payment's method; null when nothing was paid
   */
  static SecretRoute of(HallSettings.Pin.Route wanted, Holder holder, @Nullable String paidBy) {
    return switch (wanted) {
      case NONE -> NONE;
      case SMS_HOLDER -> SMS_HOLDER;
      case SMS_OPERATOR -> byPhone(holder);
      case TRANSFER_REMARK ->
          holder == Holder.ORGANISATION && isApp(paidBy) ? TRANSFER_REMARK : byPhone(holder);
    };
  }

  boolean isPhone() {
    return this == SMS_OPERATOR || this == SMS_HOLDER;
  }

  private static SecretRoute byPhone(Holder holder) {
    return holder == Holder.PERSON ? SMS_HOLDER : SMS_OPERATOR;
  }

  private static boolean isApp(@Nullable String paidBy) {
    return "WECHAT".equals(paidBy) || "ALIPAY".equals(paidBy);
  }
}
