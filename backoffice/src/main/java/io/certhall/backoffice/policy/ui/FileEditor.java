package io.certhall.backoffice.policy.ui;

import io.certhall.bpmn.PolicyFinding;
import java.util.List;
import java.util.function.Consumer;

/** Where one file of a draft is changed. Tells of each change by the listener it was made with. */
interface FileEditor {

  /** The text as it is now, also what was typed a moment ago. */
  void content(Consumer<String> then);

  /** What the checks found in this file. */
  void show(List<PolicyFinding> findings);

  /** Leads to an element, a row or a setting. */
  void select(String element);
}
