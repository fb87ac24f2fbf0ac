package io.certhall.processes.recovery;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many officers have to approve and how long they may take: {@code
 * certhall.key-recovery.user-approvals}, {@code .judicial-approvals}, {@code .valid-days}.
 */
@Component
class RecoverySettings {

  private final int userApprovals;
  private final int judicialApprovals;
  private final int validDays;

  RecoverySettings(
      @Value("${certhall.key-recovery.user-approvals:2}") int userApprovals,
      @Value("${certhall.key-recovery.judicial-approvals:3}") int judicialApprovals,
      @Value("${certhall.key-recovery.valid-days:7}") int validDays) {
    this.userApprovals = atLeastOne("user-approvals", userApprovals);
    this.judicialApprovals = atLeastOne("judicial-approvals", judicialApprovals);
    this.validDays = atLeastOne("valid-days", validDays);
  }

  private static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "certhall.key-recovery." + name + " must be 1 or more, not " + value);
    }
    return value;
  }

  int approvals(RecoveryKind kind) {
    return kind == RecoveryKind.USER ? userApprovals : judicialApprovals;
  }

  Duration valid() {
    return Duration.ofDays(validDays);
  }
}
