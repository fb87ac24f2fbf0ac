package io.certhall.backoffice.api.organisation;

import io.certhall.backoffice.api.OnceOnly;
import io.certhall.backoffice.api.Page;
import io.certhall.processes.organisation.People;
import io.certhall.processes.organisation.PersonForm;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "organisation")
@RestController
@RequestMapping("/api/v1/me/people")
class PeopleController {

  private final People people;
  private final OnceOnly once;

  PeopleController(People people, OnceOnly once) {
    this.people = people;
    this.once = once;
  }

  @Operation(
      summary = "人员列表 · The people of the caller's organisation",
      description = "Numbers are masked.")
  @GetMapping
  Page<PersonBody> list(@AuthenticationPrincipal Actor actor) {
    return Page.all(people.list(actor).stream().map(PersonBody::of).toList());
  }

  @Operation(
      summary = "添加人员 · Add a person",
      description = "Who may then hold a personal certificate of the organisation.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PersonBody add(
      @AuthenticationPrincipal Actor actor,
      @RequestBody PersonForm form,
      HttpServletRequest request) {
    String id =
        once.name(actor.accountId(), request, form, () -> Long.toString(people.add(actor, form)));
    return find(actor, Long.parseLong(id));
  }

  @Operation(
      summary = "修改人员 · Change a person",
      description = "With the `version` that was read; 409 when another changed it meanwhile.")
  @PutMapping("/{personId}")
  PersonBody change(
      @AuthenticationPrincipal Actor actor,
      @PathVariable long personId,
      @RequestBody PersonChange body) {
    int version = body.version() == null ? find(actor, personId).version() : body.version();
    people.update(actor, personId, body.form(), version);
    return find(actor, personId);
  }

  @Operation(
      summary = "删除人员 · Remove a person",
      description = "422 while an open application needs the person.")
  @DeleteMapping("/{personId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@AuthenticationPrincipal Actor actor, @PathVariable long personId) {
    people.remove(actor, personId);
  }

  private PersonBody find(Actor actor, long personId) {
    return people.list(actor).stream()
        .filter(person -> person.id() == personId)
        .findFirst()
        .map(PersonBody::of)
        .orElseThrow(() -> Refusal.notFound("PERSON_UNKNOWN"));
  }
}
