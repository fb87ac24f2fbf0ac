package io.certhall.processes.policy;

import io.certhall.bpmn.PolicyChecks;
import io.certhall.bpmn.PolicyFinding;
import io.certhall.bpmn.PolicyFinding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in the way of a draft, while it is edited and again when it is published. */
public final class PolicyDraftChecks {

  private PolicyDraftChecks() {}

  /** Errors first, each group by file. */
  public static List<PolicyFinding> of(String hall, Map<String, String> files) {
    return Stream.concat(PolicyChecks.check(files).stream(), otherHall(hall, files).stream())
        .sorted(
            Comparator.comparing(PolicyFinding::severity)
                .thenComparing(PolicyFinding::file)
                .thenComparing(PolicyFinding::element))
        .toList();
  }

  /** Orders, accounts and certificates know the hall by its code. */
  private static Optional<PolicyFinding> otherHall(String hall, Map<String, String> files) {
    String code =
        SettingsText.of(files.getOrDefault(PolicyFiles.SETTINGS, "")).value("code").orElse("");
    return code.isEmpty() || code.equals(hall)
        ? Optional.empty()
        : Optional.of(
            new PolicyFinding(
                Severity.ERROR,
                PolicyFiles.SETTINGS,
                "code",
                "HALL_CODE_CHANGED",
                "大厅代码不能改，应为 " + hall,
                "the hall's code can't change: keep " + hall));
  }
}
