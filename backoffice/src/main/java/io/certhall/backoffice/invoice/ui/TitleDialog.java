package io.certhall.backoffice.invoice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.invoice.InvoiceDetails;
import io.certhall.processes.invoice.InvoiceRequest;
import io.certhall.processes.invoice.InvoiceTitle;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.refusal.Refusal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Billing data: kept as a title, or sent along with a wish for an invoice. */
final class TitleDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);
  private final RadioButtonGroup<InvoiceKind> kind = new RadioButtonGroup<>();
  private final RadioButtonGroup<InvoiceRequest.Sending> sending = new RadioButtonGroup<>();
  private final TextField title = field("title", "draft.invoice.title");
  private final TextField taxNo = field("taxNo", "draft.invoice.taxNo");
  private final TextField email = field("email", "draft.invoice.email");
  private final TextField address = field("registeredAddress", "draft.invoice.registeredAddress");
  private final TextField phone = field("registeredPhone", "draft.invoice.registeredPhone");
  private final TextField bank = field("bank", "draft.invoice.bank");
  private final TextField account = field("bankAccount", "draft.invoice.bankAccount");
  private final transient BiConsumer<OrderForm.InvoiceForm, InvoiceRequest.Sending> save;

  /**
   * @param asks whether it also asks how the invoice is sent
   * @param save may refuse; its reasons appear at the fields
   */
  TitleDialog(
      String heading,
      @Nullable InvoiceTitle begin,
      boolean asks,
      BiConsumer<OrderForm.InvoiceForm, InvoiceRequest.Sending> save) {
    this.save = save;
    setHeaderTitle(heading);
    setWidth("min(32rem, 100%)");
    kind.setLabel(Texts.of("draft.invoice.kind"));
    kind.setItems(InvoiceKind.NORMAL, InvoiceKind.SPECIAL);
    kind.setItemLabelGenerator(Texts::of);
    kind.setValue(InvoiceKind.NORMAL);
    kind.addValueChangeListener(change -> showDetails());
    sending.setLabel(Texts.of("invoice.sending"));
    sending.setItems(InvoiceRequest.Sending.values());
    sending.setItemLabelGenerator(each -> Texts.of("invoice.sending." + each));
    sending.setValue(InvoiceRequest.Sending.EMAIL);
    sending.setVisible(asks);
    errors.bind("kind", kind);
    if (begin != null) {
      read(begin);
    }
    showDetails();
    Div form = new Div(summary, kind, title, taxNo, email, address, phone, bank, account, sending);
    form.addClassName("form");
    add(form);
    getFooter()
        .add(
            new Button(Texts.of("shell.cancel"), click -> close()),
            ActionButton.primary(Texts.of(asks ? "invoice.request" : "shell.save"), this::save));
  }

  private TextField field(String path, String label) {
    return errors.bind(path, new TextField(Texts.of(label)));
  }

  private void read(InvoiceTitle begin) {
    InvoiceDetails details = begin.details();
    kind.setValue(begin.kind());
    title.setValue(begin.title());
    taxNo.setValue(text(begin.taxNo()));
    email.setValue(text(details.email()));
    address.setValue(text(details.registeredAddress()));
    phone.setValue(text(details.registeredPhone()));
    bank.setValue(text(details.bank()));
    account.setValue(text(details.bankAccount()));
  }

  private void showDetails() {
    boolean special = kind.getValue() == InvoiceKind.SPECIAL;
    address.setVisible(special);
    phone.setVisible(special);
    bank.setVisible(special);
    account.setVisible(special);
  }

  private void save() {
    try {
      save.accept(
          new OrderForm.InvoiceForm(
              kind.getValue(),
              title.getValue(),
              taxNo.getValue(),
              email.getValue(),
              address.getValue(),
              phone.getValue(),
              bank.getValue(),
              account.getValue()),
          sending.getValue());
      close();
    } catch (Refusal refused) {
      errors.show(refused);
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
