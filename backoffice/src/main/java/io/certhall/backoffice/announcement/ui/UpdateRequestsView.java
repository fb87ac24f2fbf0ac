package io.certhall.backoffice.announcement.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.announcement.UpdateRequests;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The CA asks holders to update their certificates until a day (GX-61). */
@Route(value = "admin/update-requests", layout = MainLayout.class)
@RolesAllowed("MANAGER")
public class UpdateRequestsView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient UpdateRequests requests;
  private final transient PublishedPolicies policies;
  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);
  private final Select<String> hall = new Select<>();
  private final DatePicker deadline = new DatePicker(Texts.of("updateRequest.deadline"));
  private final TextField reason = new TextField(Texts.of("updateRequest.reason"));
  private final Div made = new Div();

  UpdateRequestsView(
      CurrentActor currentActor, UpdateRequests requests, PublishedPolicies policies) {
    super(Texts.of("updateRequest.title"));
    this.actor = currentActor.get();
    this.requests = requests;
    this.policies = policies;
    setLead(Texts.of("updateRequest.lead"));
    hall.setLabel(Texts.of("updateRequest.hall"));
    hall.setItems(requests.halls());
    hall.setItemLabelGenerator(this::nameOf);
    deadline.setLocale(Texts.locale());
    reason.setHelperText(Texts.of("updateRequest.reasonHelp"));
    reason.setMaxLength(200);
    errors.bind("hall", hall).setRequiredIndicatorVisible(true);
    errors.bind("deadline", deadline).setRequiredIndicatorVisible(true);
    errors.bind("reason", reason).setRequiredIndicatorVisible(true);
    Div fields = new Div(hall, deadline, reason);
    fields.addClassName("fields");
    made.addClassName("stack");
    add(
        new Card(
            Texts.of("updateRequest.new"),
            summary,
            fields,
            ActionButton.primary(Texts.of("updateRequest.ask"), this::ask)),
        made);
    refresh();
  }

  private void ask() {
    try {
      requests.request(actor, hall.getValue(), deadline.getValue(), reason.getValue());
    } catch (Refusal refused) {
      errors.show(refused);
      return;
    }
    errors.clear();
    deadline.clear();
    reason.clear();
    Refusals.showSuccess(Texts.of("updateRequest.asked"));
    refresh();
  }

  private void refresh() {
    made.removeAll();
    List<UpdateRequests.UpdateRequest> all = requests.all(actor);
    if (all.isEmpty()) {
      made.add(
          new EmptyState(
              VaadinIcon.MEGAPHONE,
              Texts.of("updateRequest.none"),
              Texts.of("updateRequest.noneText")));
      return;
    }
    Card card = new Card(Texts.of("updateRequest.made"));
    for (UpdateRequests.UpdateRequest request : all) {
      Span what =
          new Span(
              Texts.of("updateRequest.row", nameOf(request.hall()), request.deadline().toString()));
      Span facts =
          new Span(
              request.reason()
                  + " · "
                  + Times.minute(request.requestedAt())
                  + " · "
                  + Texts.of("updateRequest.open", request.open()));
      facts.addClassNames("muted", "small");
      Div words = new Div(what, facts);
      words.addClassName("row-words");
      Div row = new Div(words);
      row.addClassName("row");
      card.add(row);
    }
    made.add(card);
  }

  private String nameOf(String code) {
    return Texts.of(policies.active(code).settings().shortName());
  }
}
