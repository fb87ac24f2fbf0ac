package io.certhall.backoffice.policy.ui;

import io.certhall.bpmn.PolicyFinding;
import io.certhall.processes.policy.PolicyDraft;
import io.certhall.processes.policy.PolicyDraftChecks;
import io.certhall.processes.policy.PolicyDrafts;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A draft as a manager has it before him: what is saved, what is typed, what the checks say. */
final class DraftDesk {

  private final Actor actor;
  private final PolicyDrafts drafts;
  private PolicyDraft draft;
  private String open;
  private @Nullable String pending;
  private List<PolicyFinding> findings = List.of();
  private Map<String, String> checked = Map.of();

  /** Begins the hall's draft when there is none. */
  DraftDesk(Actor actor, PolicyDrafts drafts, String hall, String open) {
    this.actor = actor;
    this.drafts = drafts;
    this.open = open;
    this.draft = drafts.open(actor, hall);
  }

  PolicyDraft draft() {
    return draft;
  }

  String hall() {
    return draft.hall();
  }

  /** The file that is open. */
  String file() {
    return open;
  }

  String text() {
    return draft.files().getOrDefault(open, "");
  }

  void open(String file) {
    open = file;
    pending = null;
  }

  void type(String text) {
    pending = text;
  }

  boolean isUnsaved() {
    return pending != null;
  }

  void forgetTyped() {
    pending = null;
  }

  /** The draft with what is not saved yet. */
  Map<String, String> files() {
    Map<String, String> now = new TreeMap<>(draft.files());
    if (pending != null) {
      now.put(open, pending);
    }
    return now;
  }

  /** Of the files with what is typed; the same files are checked only once. */
  List<PolicyFinding> findings() {
    Map<String, String> now = files();
    if (!now.equals(checked)) {
      findings = PolicyDraftChecks.of(hall(), now);
      checked = now;
    }
    return findings;
  }

  List<PolicyFinding> findingsHere() {
    return findings().stream().filter(finding -> finding.file().equals(open)).toList();
  }

  boolean isBlocked() {
    return findings().stream().anyMatch(PolicyFinding::isError);
  }

  /**
   * Saves the open file.
   *
   * @return whether anything was new
   */
  boolean keep(String text) {
    boolean isNew = !text.equals(draft.files().get(open));
    if (isNew) {
      draft = drafts.save(actor, hall(), draft.version(), open, text);
    }
    pending = null;
    return isNew;
  }

  /** The draft as the database has it now. */
  void replace(PolicyDraft now) {
    draft = now;
    pending = null;
  }

  void reload() {
    replace(drafts.open(actor, hall()));
  }

  boolean isCurrent() {
    return drafts.isCurrent(draft);
  }
}
