package io.certhall.backoffice.api.policy;

import io.certhall.backoffice.api.Language;
import io.certhall.backoffice.api.Page;
import io.certhall.processes.policy.PolicyDraftPublication;
import io.certhall.processes.policy.PolicyDrafts;
import io.certhall.processes.policy.PolicyHistory;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "policies", description = "业务策略（经理） · Policies, for managers")
@RestController
@RequestMapping("/api/v1/halls/{hall}/policies")
class PoliciesController {

  private final PolicyHistory history;
  private final PolicyDrafts drafts;
  private final PolicyDraftPublication publication;

  PoliciesController(
      PolicyHistory history, PolicyDrafts drafts, PolicyDraftPublication publication) {
    this.history = history;
    this.drafts = drafts;
    this.publication = publication;
  }

  record FileContent(@Nullable String content) {}

  /** Why, and the draft as it was seen. */
  record Decision(@Nullable String note, @Nullable Integer version) {}

  @Operation(
      summary = "发布记录 · Published versions, newest first",
      description = "Who published what, when and why. For managers, auditors, administrators.")
  @GetMapping
  Page<VersionBody> list(@AuthenticationPrincipal Actor actor, @PathVariable String hall) {
    return Page.all(history.of(actor, hall).stream().map(VersionBody::of).toList());
  }

  @Operation(
      summary = "草稿 · The draft",
      description = "All files and what the checks find in them; 404 when there is none.")
  @GetMapping("/draft")
  DraftBody draft(
      @AuthenticationPrincipal Actor actor, @PathVariable String hall, Language language) {
    return drafts
        .find(actor, hall)
        .map(draft -> DraftBody.of(draft, language))
        .orElseThrow(() -> Refusal.notFound("POLICY_DRAFT_GONE"));
  }

  @Operation(
      summary = "建立草稿 · Begin a draft",
      description = "From the active version; the existing draft when there is one.")
  @PostMapping("/draft")
  DraftBody open(
      @AuthenticationPrincipal Actor actor, @PathVariable String hall, Language language) {
    return DraftBody.of(drafts.open(actor, hall), language);
  }

  @Operation(
      summary = "保存一个文件 · Save one file",
      description = "`version` is the draft as it was read; 409 when a colleague saved since.")
  @PutMapping("/draft/files")
  DraftBody save(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String hall,
      @RequestParam String file,
      @RequestParam int version,
      @RequestBody FileContent body,
      Language language) {
    String content = body.content() == null ? "" : body.content();
    return DraftBody.of(drafts.save(actor, hall, version, file, content), language);
  }

  @Operation(summary = "放弃草稿 · Discard the draft", description = "Whoever began it.")
  @DeleteMapping("/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(
      @AuthenticationPrincipal Actor actor, @PathVariable String hall, @RequestParam int version) {
    drafts.discard(actor, hall, version);
  }

  @Operation(
      summary = "提交审阅 · Submit the draft",
      description = "Where one manager submits and another publishes.")
  @PostMapping("/draft/submission")
  DraftBody submit(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String hall,
      @RequestBody Decision body,
      Language language) {
    return DraftBody.of(publication.submit(actor, hall, seen(body), note(body)), language);
  }

  @Operation(
      summary = "发布草稿 · Publish the draft",
      description =
          "New orders follow it, running ones stay on their version. 422 with what the checks"
              + " found, 409 when the draft is stale or made from a version that no longer runs.")
  @PostMapping("/draft/publication")
  VersionBody publish(
      @AuthenticationPrincipal Actor actor, @PathVariable String hall, @RequestBody Decision body) {
    publication.publish(actor, hall, seen(body), note(body));
    return newest(actor, hall);
  }

  @Operation(
      summary = "恢复历史版本 · Bring an earlier version back",
      description = "Published again as a new version.")
  @PostMapping("/{version}/restoration")
  VersionBody restore(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String hall,
      @PathVariable int version,
      @RequestBody Decision body) {
    long id =
        history.of(actor, hall).stream()
            .filter(published -> published.versionNo() == version)
            .map(PolicyHistory.Version::id)
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("POLICY_VERSION_UNKNOWN", version));
    publication.restore(actor, hall, id, note(body));
    return newest(actor, hall);
  }

  private VersionBody newest(Actor actor, String hall) {
    return VersionBody.of(history.of(actor, hall).getFirst());
  }

  private static int seen(Decision body) {
    if (body.version() == null) {
      throw Refusal.malformed("version", "FIELD_REQUIRED");
    }
    return body.version();
  }

  private static String note(Decision body) {
    return body.note() == null ? "" : body.note();
  }
}
