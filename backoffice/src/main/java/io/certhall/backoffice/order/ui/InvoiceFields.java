package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.LiveCheck;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm.InvoiceForm;
import io.certhall.processes.organisation.OrganisationView;
import org.jspecify.annotations.Nullable;

/** The invoice wanted (GS-39); title and tax number begin as the organisation's. */
class InvoiceFields extends Div {

  private static final long serialVersionUID = 1L;

  private final RadioButtonGroup<InvoiceKind> kind = new RadioButtonGroup<>();
  private final TextField title = new TextField(Texts.of("draft.invoice.title"));
  private final TextField taxNo = new TextField(Texts.of("draft.invoice.taxNo"));
  private final TextField email = new TextField(Texts.of("draft.invoice.email"));
  private final TextField registeredAddress =
      new TextField(Texts.of("draft.invoice.registeredAddress"));
  private final TextField registeredPhone =
      new TextField(Texts.of("draft.invoice.registeredPhone"));
  private final TextField bank = new TextField(Texts.of("draft.invoice.bank"));
  private final TextField bankAccount = new TextField(Texts.of("draft.invoice.bankAccount"));
  private final Div fields = new Div();

  InvoiceFields(
      FieldErrors errors,
      @Nullable InvoiceForm invoice,
      @Nullable OrganisationView organisation,
      OperatorFields operator) {
    kind.setLabel(Texts.of("draft.invoice.kind"));
    kind.setRequiredIndicatorVisible(true);
    kind.setItems(InvoiceKind.values());
    kind.setItemLabelGenerator(Texts::of);
    errors.bind("invoice.kind", kind);
    errors.bind("invoice.title", title).setRequiredIndicatorVisible(true);
    errors.bind("invoice.taxNo", taxNo).setRequiredIndicatorVisible(true);
    errors.bind("invoice.email", email);
    errors.bind("invoice.registeredAddress", registeredAddress).setRequiredIndicatorVisible(true);
    errors.bind("invoice.registeredPhone", registeredPhone).setRequiredIndicatorVisible(true);
    errors.bind("invoice.bank", bank).setRequiredIndicatorVisible(true);
    errors.bind("invoice.bankAccount", bankAccount).setRequiredIndicatorVisible(true);
    LiveCheck.email(errors, "invoice.email", email);
    email.setHelperText(Texts.of("draft.invoice.emailHelp"));
    fields.addClassName("fields");
    fields.add(title, taxNo, email, registeredAddress, registeredPhone, bank, bankAccount);
    kind.addValueChangeListener(
        change -> {
          suggest(organisation, operator);
          showDetails();
        });
    add(kind, fields);
    if (invoice != null) {
      read(invoice);
    }
    showDetails();
  }

  @Nullable InvoiceForm form() {
    InvoiceKind chosen = kind.getValue();
    if (chosen == null || chosen == InvoiceKind.NONE) {
      return chosen == null
          ? null
          : new InvoiceForm(chosen, null, null, null, null, null, null, null);
    }
    boolean special = chosen == InvoiceKind.SPECIAL;
    return new InvoiceForm(
        chosen,
        Entered.text(title),
        Entered.text(taxNo),
        Entered.text(email),
        special ? Entered.text(registeredAddress) : null,
        special ? Entered.text(registeredPhone) : null,
        special ? Entered.text(bank) : null,
        special ? Entered.text(bankAccount) : null);
  }

  private void suggest(@Nullable OrganisationView organisation, OperatorFields operator) {
    if (organisation != null && title.isEmpty() && taxNo.isEmpty()) {
      title.setValue(organisation.name());
      taxNo.setValue(organisation.creditCode());
    }
    if (organisation != null && registeredAddress.isEmpty()) {
      registeredAddress.setValue(organisation.registeredAddress());
    }
    if (email.isEmpty()) {
      email.setValue(operator.operatorEmail());
    }
  }

  private void read(InvoiceForm invoice) {
    Entered.show(title, invoice.title());
    Entered.show(taxNo, invoice.taxNo());
    Entered.show(email, invoice.email());
    Entered.show(registeredAddress, invoice.registeredAddress());
    Entered.show(registeredPhone, invoice.registeredPhone());
    Entered.show(bank, invoice.bank());
    Entered.show(bankAccount, invoice.bankAccount());
    kind.setValue(invoice.kind());
  }

  private void showDetails() {
    InvoiceKind chosen = kind.getValue();
    fields.setVisible(chosen != null && chosen != InvoiceKind.NONE);
    boolean special = chosen == InvoiceKind.SPECIAL;
    registeredAddress.setVisible(special);
    registeredPhone.setVisible(special);
    bank.setVisible(special);
    bankAccount.setVisible(special);
  }
}
