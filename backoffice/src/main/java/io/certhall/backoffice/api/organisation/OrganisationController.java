package io.certhall.backoffice.api.organisation;

import io.certhall.backoffice.api.Language;
import io.certhall.backoffice.api.OnceOnly;
import io.certhall.backoffice.api.organisation.OrganisationBody.ApprovalBody;
import io.certhall.processes.organisation.ApprovalStates;
import io.certhall.processes.organisation.OrganisationForm;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.organisation.SavedOrganisation;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "organisation", description = "企业信息与人员 · The caller's organisation and its people")
@RestController
@RequestMapping("/api/v1")
class OrganisationController {

  private final OrganisationProfiles profiles;
  private final ApprovalStates approvals;
  private final PublishedPolicies policies;
  private final OnceOnly once;

  OrganisationController(
      OrganisationProfiles profiles,
      ApprovalStates approvals,
      PublishedPolicies policies,
      OnceOnly once) {
    this.profiles = profiles;
    this.approvals = approvals;
    this.policies = policies;
    this.once = once;
  }

  @Operation(
      summary = "查询本企业信息 · The caller's organisation",
      description = "With the approval of each hall; numbers are masked.")
  @GetMapping("/me/organisation")
  OrganisationBody own(@AuthenticationPrincipal Actor actor, Language language) {
    return body(ownView(actor), language);
  }

  @Operation(
      summary = "完善企业信息 · Save the caller's organisation",
      description =
          "A change of name, credit code or legal representative takes every approval back. With"
              + " `version` a change made meanwhile by another is refused (409).")
  @PutMapping("/me/organisation")
  OrganisationBody save(
      @AuthenticationPrincipal Actor actor, @RequestBody OrganisationForm form, Language language) {
    SavedOrganisation saved = profiles.save(actor, form);
    return OrganisationBody.of(
        saved.organisation(), approvals.all(saved.organisation().id()), saved.warnings(), language);
  }

  @Operation(
      summary = "提交企业信息审核 · Send the profile to a hall's reviewers",
      description = "409 while it is pending or when it is approved there.")
  @PostMapping("/me/organisation/approvals")
  @ResponseStatus(HttpStatus.CREATED)
  ApprovalBody submit(
      @AuthenticationPrincipal Actor actor,
      @RequestBody ApprovalRequest body,
      HttpServletRequest request) {
    if (body.hall() == null || body.hall().isBlank()) {
      throw Refusal.malformed("hall", "FIELD_REQUIRED");
    }
    String hall = policies.active(body.hall()).hall();
    once.name(
        actor.accountId(),
        request,
        body,
        () -> {
          profiles.submit(actor, hall);
          return hall;
        });
    return ApprovalBody.of(approvals.approval(ownView(actor).id(), hall));
  }

  @Operation(
      summary = "查询企业信息（工作人员） · An organisation, for staff",
      description = "Masked; what is not yours is 404.")
  @GetMapping("/organisations/{id}")
  OrganisationBody view(
      @AuthenticationPrincipal Actor actor, @PathVariable long id, Language language) {
    return body(profiles.view(actor, id), language);
  }

  private OrganisationView ownView(Actor actor) {
    return profiles.of(actor).orElseThrow(() -> Refusal.notFound("ORGANISATION_MISSING"));
  }

  private OrganisationBody body(OrganisationView view, Language language) {
    return OrganisationBody.of(view, approvals.all(view.id()), List.of(), language);
  }
}
