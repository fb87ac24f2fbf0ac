package io.certhall.backoffice.api.organisation;

import io.certhall.backoffice.api.Language;
import io.certhall.processes.organisation.ApprovalStates;
import io.certhall.processes.organisation.OrganisationForm;
import io.certhall.processes.organisation.SavedOrganisation;
import io.certhall.processes.organisation.SharedSubjects;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "organisation", description = "企业信息与人员 · The caller's organisation and its people")
@RestController
@RequestMapping("/api/v1")
class SharedSubjectsController {

  private final SharedSubjects subjects;
  private final ApprovalStates approvals;

  SharedSubjectsController(SharedSubjects subjects, ApprovalStates approvals) {
    this.subjects = subjects;
    this.approvals = approvals;
  }

  @Operation(
      summary = "从共享平台读取主体信息 · Read a unit from the shared subject platform",
      description = "Only in halls that read one; nothing is saved. Twenty times an hour.")
  @GetMapping("/halls/{hall}/subjects/{creditCode}")
  SharedSubjectBody read(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String hall,
      @PathVariable String creditCode) {
    return SharedSubjectBody.of(subjects.read(actor, hall, creditCode));
  }

  @Operation(
      summary = "以共享平台的信息保存企业信息 · Save the organisation with the shared platform's data",
      description =
          "What the platform keeps is read anew and stands over what the form says; the rest comes"
              + " from the form.")
  @PutMapping("/me/organisation/shared/{hall}")
  OrganisationBody save(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String hall,
      @RequestBody OrganisationForm form,
      Language language) {
    SavedOrganisation saved = subjects.save(actor, hall, form);
    return OrganisationBody.of(
        saved.organisation(), approvals.all(saved.organisation().id()), saved.warnings(), language);
  }
}
