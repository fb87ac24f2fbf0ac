package io.certhall.workers.ca.lint;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings about one certificate. */
final class Findings {

  private final String certificate;
  private final List<LintFinding> list = new ArrayList<>();

  Findings(String certificate) {
    this.certificate = certificate;
  }

  void add(LintRule rule, Object detail) {
    list.add(new LintFinding(rule, certificate, detail.toString()));
  }

  void addIf(boolean wrong, LintRule rule, Object detail) {
    if (wrong) {
      add(rule, detail);
    }
  }

  List<LintFinding> list() {
    return List.copyOf(list);
  }
}
