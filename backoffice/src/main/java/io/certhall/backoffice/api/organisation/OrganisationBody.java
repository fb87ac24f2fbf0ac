package io.certhall.backoffice.api.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.backoffice.api.Language;
import io.certhall.processes.organisation.Approval;
import io.certhall.processes.organisation.ApprovalState;
import io.certhall.processes.organisation.InstitutionDocument;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.RefusalTexts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as the API shows it.
 *
 * @param legalRepIdNo masked, as are the phones
 * @param approvals how far each hall's approval is
 * @param warnings what looks wrong but keeps no one from going on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganisationBody(
    long id,
    String name,
    InstitutionDocument documentType,
    @Nullable String documentName,
    String creditCode,
    String legalRepName,
    String legalRepIdNo,
    String legalRepPhone,
    String registeredAddress,
    String contactName,
    String contactPhone,
    String province,
    String city,
    Instant updatedAt,
    int version,
    List<ApprovalBody> approvals,
    List<Warning> warnings) {

  /** One hall's approval. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ApprovalBody(
      String hall,
      ApprovalState state,
      @Nullable String reason,
      @Nullable Instant submittedAt,
      @Nullable Instant decidedAt) {

    static ApprovalBody of(Approval approval) {
      return new ApprovalBody(
          approval.hall(),
          approval.state(),
          approval.reason(),
          approval.submittedAt(),
          approval.decidedAt());
    }
  }

  /** One warning. */
  record Warning(String path, String code, String message) {}

  static OrganisationBody of(
      OrganisationView view, List<Approval> approvals, List<Problem> warnings, Language language) {
    return new OrganisationBody(
        view.id(),
        view.name(),
        view.documentType(),
        view.documentName(),
        view.creditCode(),
        view.legalRepName(),
        view.legalRepIdNo(),
        view.legalRepPhone(),
        view.registeredAddress(),
        view.contactName(),
        view.contactPhone(),
        view.province(),
        view.city(),
        view.updatedAt(),
        view.version(),
        approvals.stream().map(ApprovalBody::of).toList(),
        warnings.stream()
            .map(
                problem ->
                    new Warning(
                        problem.path(),
                        problem.code(),
                        RefusalTexts.text(problem, language.locale())))
            .toList());
  }
}
