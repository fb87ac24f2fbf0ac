package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings.Vendor;
import io.certhall.processes.order.Holder;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import java.util.ArrayList;
import java.util.List;

/** Vendor, kind of holder, who it is for; then on to the vendor's hall (SZ-02, SZ-03). */
@Route(value = "halls/:hall/vendors", layout = MainLayout.class)
@AnonymousAllowed
public class VendorsView extends HallPage {

  private static final long serialVersionUID = 1L;

  private final transient Handover handover;
  private final RadioButtonGroup<Vendor> vendor = new RadioButtonGroup<>();
  private final RadioButtonGroup<Holder> holder = new RadioButtonGroup<>();
  private final TextField name = new TextField();
  private final TextField number = new TextField();
  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);

  VendorsView(CurrentHall currentHall, Handover handover) {
    super(currentHall);
    this.handover = handover;
    vendor.setLabel(Texts.of("vendor.choose"));
    vendor.setItemLabelGenerator(one -> Texts.of(one.name()));
    holder.setLabel(Texts.of("prices.holder"));
    holder.setItems(Holder.values());
    holder.setItemLabelGenerator(Texts::of);
    holder.addValueChangeListener(change -> label());
    errors.bind("vendor", vendor);
    errors.bind("name", name);
    errors.bind("number", number);
  }

  @Override
  protected void show(PublishedPolicy hall, Div content, RouteParameters parameters) {
    setHeading(Texts.of("vendor.title"));
    setLead(Texts.of("vendor.lead"));
    vendor.setItems(hall.settings().vendors());
    holder.setValue(Holder.ORGANISATION);
    label();
    Div fields = new Div(name, number);
    fields.addClassName("fields");
    content.add(
        new Card(
            Texts.of(hall.settings().shortName()),
            summary,
            vendor,
            holder,
            fields,
            ActionButton.primary(Texts.of("vendor.apply"), this::apply)));
  }

  private void label() {
    boolean unit = holder.getValue() != Holder.PERSON;
    name.setLabel(Texts.of(unit ? "vendor.unitName" : "vendor.personName"));
    number.setLabel(Texts.of(unit ? "vendor.creditCode" : "vendor.idNo"));
  }

  private void apply() {
    errors.clear();
    List<Problem> problems = new ArrayList<>();
    if (vendor.isEmpty()) {
      problems.add(Problem.of("vendor", "FIELD_REQUIRED"));
    }
    if (name.getValue().isBlank()) {
      problems.add(Problem.of("name", "FIELD_REQUIRED"));
    }
    if (number.getValue().isBlank()) {
      problems.add(Problem.of("number", "FIELD_REQUIRED"));
    }
    if (!problems.isEmpty()) {
      errors.show(problems);
      return;
    }
    Vendor chosen = vendor.getValue();
    if (chosen.hall() != null) {
      handover.to(
          chosen.hall(),
          new Handover.Applicant(
              holder.getValue(), name.getValue().strip(), number.getValue().strip()));
      UI.getCurrent().navigate("apply/" + chosen.hall() + "/NEW");
    } else if (chosen.url() != null) {
      // nothing personal in an address: the vendor's hall asks again
      UI.getCurrent().getPage().setLocation(chosen.url());
    }
  }
}
