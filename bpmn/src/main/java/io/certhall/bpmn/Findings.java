package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.List;

/** Collects what the checks find; the same fault of the same element is told once. */
final class Findings {

  private final List<PolicyFinding> findings = new ArrayList<>();

  void error(String file, String element, String code, String zh, String en) {
    add(new PolicyFinding(PolicyFinding.Severity.ERROR, file, element, code, zh, en));
  }

  void warning(String file, String element, String code, String zh, String en) {
    add(new PolicyFinding(PolicyFinding.Severity.WARNING, file, element, code, zh, en));
  }

  /** Runs a check that may find its file unreadable. */
  void attempt(String file, Runnable check) {
    try {
      check.run();
    } catch (PolicyError e) {
      add(e.finding());
    } catch (RuntimeException e) {
      String message = String.valueOf(e.getMessage());
      error(file, "", "UNREADABLE", "无法读取：" + message, "can't be read: " + message);
    }
  }

  private void add(PolicyFinding finding) {
    boolean known =
        findings.stream()
            .anyMatch(
                other ->
                    other.file().equals(finding.file())
                        && other.element().equals(finding.element())
                        && other.code().equals(finding.code())
                        && other.messageEn().equals(finding.messageEn()));
    if (!known) {
      findings.add(finding);
    }
  }

  List<PolicyFinding> all() {
    return List.copyOf(findings);
  }
}
