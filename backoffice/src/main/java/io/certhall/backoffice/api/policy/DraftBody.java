package io.certhall.backoffice.api.policy;

import io.certhall.backoffice.api.Language;
import io.certhall.bpmn.PolicyFinding;
import io.certhall.processes.policy.PolicyDraft;
import io.certhall.processes.policy.PolicyDraftChecks;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The hall's draft; {@code version} is named by the next save. */
record DraftBody(
    int version,
    int baseVersion,
    String editedBy,
    Instant editedAt,
    boolean submitted,
    Map<String, String> files,
    List<FindingBody> findings) {

  /** What the checks found; errors stop a publication. */
  record FindingBody(String severity, String file, String element, String code, String message) {

    static FindingBody of(PolicyFinding finding, Language language) {
      return new FindingBody(
          finding.severity().name(),
          finding.file(),
          finding.element(),
          finding.code(),
          language == Language.EN ? finding.messageEn() : finding.messageZh());
    }
  }

  static DraftBody of(PolicyDraft draft, Language language) {
    return new DraftBody(
        draft.version(),
        draft.baseVersionNo(),
        draft.editedBy(),
        draft.editedAt(),
        draft.isSubmitted(),
        draft.files(),
        PolicyDraftChecks.of(draft.hall(), draft.files()).stream()
            .map(finding -> FindingBody.of(finding, language))
            .toList());
  }
}
